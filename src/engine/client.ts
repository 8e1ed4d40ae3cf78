import type { Names } from './columns/packed';
import { openDataset, type Dataset } from './dataset';
import { sizeFault } from './formats/file-kind';
import { isReply, type Progress, type Reply, type Request } from './messages';
import type { SearchAnswer } from './search/answer';

/** A file's bytes: whole (handed over, so empty for the caller afterwards) or in pieces as they come. */
export type FileBytes = ArrayBuffer | AsyncIterable<Uint8Array<ArrayBuffer>>;

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
   * The data set in the file; the one loaded before stays searchable until then. Rejects with an Error whose message is
   * to be shown, or with `Cancelled`. `onProgress` goes on after the promise is fulfilled, while the search index is made.
   * `size`: the bytes of the file, when they are known before they have come; of one that is too large none are asked for.
   */
  load(file: FileBytes, onProgress?: (progress: Progress) => void, size?: number): Promise<Dataset>;
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
interface Loading extends Waiting<Dataset> {
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

  async function send(mine: Loading, file: FileBytes, size: number): Promise<void> {
    const { id } = mine;
    port.postMessage({ kind: 'load', id, size }, []);
    if (file instanceof ArrayBuffer) port.postMessage({ kind: 'chunk', id, bytes: new Uint8Array(file) }, [file]);
    else {
      let sent = 0;
      for await (const bytes of file) {
        if (load !== mine) return;
        sent += bytes.length;
        port.postMessage({ kind: 'chunk', id, bytes }, [bytes.buffer]);
        while (sent - mine.read > WINDOW && load === mine) await new Promise<void>((resolve) => (mine.wake = resolve));
        if (load !== mine) return;
      }
    }
    if (load === mine) port.postMessage({ kind: 'end', id }, []);
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
    load(file, onProgress = () => undefined, size = file instanceof ArrayBuffer ? file.byteLength : 0) {
      if (stopped !== null) return Promise.reject(stopped);
      cancel();
      const fault = sizeFault(size);
      if (fault !== null) return Promise.reject(new Error(fault));
      const id = ++lastId;
      progress = { id, tell: onProgress };
      return new Promise((fulfil, reject) => {
        const mine: Loading = { id, fulfil, reject, names: [], read: 0, wake: () => undefined };
        load = mine;
        send(mine, file, size).catch((error: unknown) => {
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
