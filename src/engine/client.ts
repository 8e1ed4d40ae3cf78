import type { Names } from './columns/packed';
import { openDataset, type Dataset } from './dataset';
import { type Choices, NO_CHOICES, type Question } from './formats/choices';
import { sizeFault } from './formats/file-kind';
import { isReply, type Progress, type Reply, type Request } from './messages';
import type { SearchAnswer } from './search/answer';

/** One of the files that are opened as one chronology. */
export interface NamedFile {
  readonly name: string;
  /** In bytes; 0 when not known. */
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** What the client needs of a Worker or a MessagePort. */
export interface Port {
  postMessage(message: Request, transfer: ArrayBuffer[]): void;
  addEventListener(type: PortEvent, listener: (event: object) => void): void;
  removeEventListener(type: PortEvent, listener: (event: object) => void): void;
  start?(): void;
  terminate?(): void;
  close?(): void;
}

type PortEvent = 'message' | 'messageerror' | 'error';

export interface Client {
  /** Whether the worker has ended: a client of a new one is needed. */
  readonly stopped: boolean;
  /**
   * The data set in the files, or what must be known before they can be opened; the one loaded before stays searchable until
   * there is a new one. Rejects with an Error whose message is to be shown, or with `Cancelled`. `onProgress` goes on after
   * the promise is fulfilled, while the search index is made. Of files that are too large no bytes are asked for.
   */
  open(
    files: readonly NamedFile[],
    choices?: Choices,
    onProgress?: (progress: Progress) => void,
  ): Promise<Dataset | Question>;
  /** Ends the load under way, if any; its promise rejects with `Cancelled`. */
  cancel(): void;
  /**
   * The answer for the data set loaded last; waits for its index. Null when a newer search or another data set overtook
   * it, or when nothing was ever loaded.
   */
  search(text: string): Promise<SearchAnswer | null>;
  /** Ends the worker; what is under way, and all that follows, rejects with `Cancelled`. */
  dispose(): void;
}

/** A load that was ended by `cancel`, by a newer load or by `dispose`: nothing to show. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

interface Waiting<T> {
  readonly id: number;
  readonly fulfil: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** A load under way. */
interface Loading extends Waiting<Dataset | Question> {
  readonly names: Names[];
  /** Bytes that the worker has dealt with. */
  read: number;
  /** Looks again whether to send more. */
  wake: () => void;
}

/** Bytes on the way to the worker, at most, but for one piece: enough to keep it busy while the page draws. */
const WINDOW = 4_000_000;

/** A client of the service at the other end of `port`. */
export function createClient(port: Port): Client {
  let lastId = 0;
  let stopped: Error | null = null;
  let hasDataset = false;
  let load: Loading | null = null;
  let progress: { readonly id: number; readonly tell: (progress: Progress) => void } | null = null;
  const searches = new Map<number, Waiting<SearchAnswer | null>>();

  function overtakeSearches(): void {
    for (const search of searches.values()) search.fulfil(null);
    searches.clear();
  }

  function endLoad(error: Error): void {
    const ended = load;
    load = null;
    ended?.reject(error);
    ended?.wake();
    if (!hasDataset) overtakeSearches();
  }

  function stop(error: Error): void {
    stopped ??= error;
    for (const search of searches.values()) search.reject(stopped);
    searches.clear();
    endLoad(stopped);
  }

  function receive(reply: Reply): void {
    const search = searches.get(reply.id);
    switch (reply.kind) {
      case 'progress':
        if (reply.id === load?.id && reply.progress.phase === 'reading') {
          load.read = reply.progress.done;
          load.wake();
        }
        if (reply.id === progress?.id) progress.tell(reply.progress);
        return;
      case 'names':
        if (reply.id === load?.id) load.names.push(reply.names);
        return;
      case 'loaded': {
        if (reply.id !== load?.id) return;
        if (hasDataset) overtakeSearches();
        hasDataset = true;
        load.fulfil(openDataset(reply.parts, load.names));
        load = null;
        return;
      }
      case 'asked':
        if (reply.id !== load?.id) return;
        load.fulfil(reply.question);
        load = null;
        if (!hasDataset) overtakeSearches();
        return;
      case 'answer':
        searches.delete(reply.id);
        search?.fulfil(reply.answer);
        return;
      case 'failed':
        searches.delete(reply.id);
        search?.reject(new Error(reply.message));
        if (reply.id === load?.id) endLoad(new Error(reply.message));
    }
  }

  const onMessage = (event: object): void => {
    if ('data' in event && isReply(event.data)) receive(event.data);
  };
  const onError = (event: object): void => {
    const said = 'message' in event && typeof event.message === 'string' ? ` (${event.message})` : '';
    stop(new Error(`The part of the program that reads and searches files has stopped${said}; load the file again`));
  };
  port.addEventListener('message', onMessage);
  port.addEventListener('error', onError);
  port.addEventListener('messageerror', onError);
  port.start?.();

  async function send(mine: Loading, files: readonly NamedFile[], size: number, choices: Choices): Promise<void> {
    const { id } = mine;
    port.postMessage({ kind: 'load', id, size, files: files.length, choices }, []);
    let sent = 0;
    for (const { name, bytes: pieces } of files) {
      port.postMessage({ kind: 'file', id, name }, []);
      for await (const bytes of pieces) {
        if (load !== mine) return;
        sent += bytes.length;
        port.postMessage({ kind: 'chunk', id, bytes }, [bytes.buffer]);
        while (sent - mine.read > WINDOW && load === mine) await new Promise<void>((resolve) => (mine.wake = resolve));
        if (load !== mine) return;
      }
    }
    port.postMessage({ kind: 'end', id }, []);
  }

  function cancel(): void {
    if (load === null) return;
    port.postMessage({ kind: 'cancel', id: load.id }, []);
    endLoad(new Cancelled('The opening of the file was cancelled'));
  }

  return {
    get stopped() {
      return stopped !== null;
    },
    open(files, choices = NO_CHOICES, onProgress = () => undefined) {
      if (stopped !== null) return Promise.reject(stopped);
      cancel();
      const sizes = files.map(({ size }) => size);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const fault = sizeFault(total);
      if (fault !== null) return Promise.reject(new Error(fault));
      const id = ++lastId;
      progress = { id, tell: onProgress };
      return new Promise((fulfil, reject) => {
        const mine: Loading = { id, fulfil, reject, names: [], read: 0, wake: () => undefined };
        load = mine;
        send(mine, files, sizes.includes(0) ? 0 : total, choices).catch((error: unknown) => {
          if (load !== mine) return;
          port.postMessage({ kind: 'cancel', id }, []);
          endLoad(error instanceof Error ? error : new Error(`The file could not be read (${String(error)})`));
        });
      });
    },
    cancel,
    search(text) {
      if (stopped !== null) return Promise.reject(stopped);
      if (!hasDataset && load === null) return Promise.resolve(null);
      const id = ++lastId;
      return new Promise((fulfil, reject) => {
        searches.set(id, { id, fulfil, reject });
        port.postMessage({ kind: 'search', id, text }, []);
      });
    },
    dispose() {
      stop(new Cancelled('The program was closed'));
      port.removeEventListener('message', onMessage);
      port.removeEventListener('error', onError);
      port.removeEventListener('messageerror', onError);
      port.terminate?.();
      port.close?.();
    },
  };
}
