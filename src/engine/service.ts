import { messageOf } from '../domain/message-of';
import { buffersOf } from './buffers';
import { slicesOf } from './dataset';
import type { FaultyPiece } from './formats/fault-words';
import type { Progress, Reply, Request } from './messages';
import { Opening } from './opening';
import type { Search, searchable } from './search/searchable';
import type { SearchedEvents } from './searched-events';

/** Sends a reply; the buffers named are handed over. */
export type Post = (reply: Reply, transfer: ArrayBuffer[]) => void;

/** Brings what makes events searchable: it is not needed to show them, and comes when they are shown. */
export type Bring = () => Promise<{ readonly searchable: typeof searchable }>;

/** A file that is being opened. */
interface Load {
  readonly id: number;
  readonly opening: Opening;
  /** Bytes that have come and are not read yet, in order. */
  readonly pieces: Uint8Array[];
  isWhole: boolean;
  /** Goes on with reading, when that waits for bytes. */
  wake: () => void;
}

/** The chronology opened last, as search knows it. */
interface Searchable {
  readonly id: number;
  /** Null until the index is made. */
  search: Search | null;
  /** Why there is no index and will be none. */
  fault: string | null;
}

interface Question {
  readonly id: number;
  readonly text: string;
}

/**
 * Does what requests ask: opens files, makes the search index of the file opened last, answers from it. Long work is
 * done in slices with a `pause` between, in which newer requests arrive and take the place of older ones. What goes wrong, foreseen
 * or not, becomes a `failed` reply.
 */
export function createService(
  post: Post,
  pause: () => Promise<void>,
  bring: Bring = () => import('./search/searchable'),
): (request: Request) => void {
  let load: Load | null = null;
  let current: Searchable | null = null;
  let question: Question | null = null;
  let isAnswering = false;

  /** Runs `steps` to the end; null when `isWanted` fails on the way. */
  async function run<T>(id: number, steps: Generator<Progress, T>, isWanted: () => boolean): Promise<T | null> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      post({ kind: 'progress', id, progress: step.value }, []);
      await pause();
      if (!isWanted()) return null;
    }
  }

  /** Opens a file as its bytes come. */
  async function open(mine: Load): Promise<void> {
    const { id, opening, pieces } = mine;
    const isWanted = (): boolean => load === mine;
    while (isWanted() && !opening.isDecided) {
      const piece = pieces.shift();
      if (piece !== undefined) await run(id, opening.reading(piece), isWanted);
      else if (mine.isWhole) break;
      else await new Promise<void>((resolve) => (mine.wake = resolve));
    }
    if (!isWanted()) return;
    const opened = await run(id, opening.arranging(), isWanted);
    if (opened === null) return;
    load = null;
    if (!opened.ok) {
      post({ kind: 'failed', id, message: opened.message ?? (await wordsFor(opened.piece)) }, []);
      return;
    }
    const { names, parts, searched } = opened;
    for (const slice of slicesOf(names)) post({ kind: 'names', id, names: slice }, []);
    post({ kind: 'loaded', id, parts }, buffersOf([parts.columns, parts.packed, parts.ids]));
    // Not waited for: that would keep all that opening needed.
    void index(id, searched);
  }

  async function index(id: number, searched: SearchedEvents): Promise<void> {
    const mine: Searchable = { id, search: null, fault: null };
    current = mine;
    try {
      const { searchable } = await bring();
      mine.search = await run(id, told(searchable(searched), searched.count), () => current === mine);
    } catch (error) {
      mine.fault = `Search is not possible (${messageOf(error)}); all else works`;
    }
    await answer();
  }

  /** Answers the newest question, and then the one that came meanwhile; one that was overtaken is left at the next pause. */
  async function answer(): Promise<void> {
    if (isAnswering || question === null || current === null) return;
    const mine = current;
    const { id, text } = question;
    if (mine.search === null && mine.fault === null) return;
    question = null;
    isAnswering = true;
    try {
      if (mine.search === null) throw new Error(mine.fault ?? '');
      const isWanted = (): boolean => question === null && current === mine;
      post({ kind: 'answer', id, answer: await finish(mine.search(text), isWanted) }, []);
    } catch (error) {
      post({ kind: 'failed', id, message: messageOf(error) }, []);
    }
    isAnswering = false;
    await answer();
  }

  /** Runs `steps` to the end; null when `isWanted` fails on the way. */
  async function finish<T>(steps: Generator<undefined, T | null>, isWanted: () => boolean): Promise<T | null> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await pause();
      if (isWanted()) continue;
      steps.return(null);
      return null;
    }
  }

  function start(id: number, size: number): void {
    const mine: Load = { id, opening: new Opening(size), pieces: [], isWhole: false, wake: () => undefined };
    load = mine;
    open(mine).catch((error: unknown) => {
      if (load !== mine) return;
      load = null;
      post({ kind: 'failed', id, message: `The file could not be opened (${messageOf(error)})` }, []);
    });
  }

  return (request) => {
    const { id } = request;
    switch (request.kind) {
      case 'load':
        start(id, request.size);
        return;
      case 'chunk':
      case 'end':
        if (load?.id !== id) return;
        if (request.kind === 'chunk') load.pieces.push(request.bytes);
        else load.isWhole = true;
        load.wake();
        return;
      case 'cancel':
        if (load?.id === id) load = null;
        return;
      case 'search':
        if (question !== null) post({ kind: 'answer', id: question.id, answer: null }, []);
        question = { id, text: request.text };
        void pause().then(answer);
    }
  };
}

/** `steps`, telling how far the index of `total` events is. */
function* told<T>(steps: Generator<number, T>, total: number): Generator<Progress, T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    yield { phase: 'indexing', done: step.value, total, events: total };
  }
}

/** Words are brought when there is a fault; if they cannot be, the parser's own have to do. */
async function wordsFor(piece: FaultyPiece): Promise<string> {
  try {
    const { faultWords } = await import('./formats/fault-words');
    return faultWords(piece);
  } catch {
    return `The file is cut off, or not sound JSON${piece.said === '' ? '' : ` (${piece.said})`}; fetch or save it again`;
  }
}
