import { messageOf } from '../domain/message-of';
import { quote } from '../domain/quote';
import { buffersOf } from './buffers';
import { slicesOf } from './dataset';
import { type Choices, NO_CHOICES } from './formats/choices';
import type { FaultyPiece } from './formats/fault-words';
import { Incoming } from './intake/incoming';
import { readFiles } from './intake/read-files';
import type { Progress, Reply, Request } from './messages';
import { Opening } from './opening';
import type { Search, searchable } from './search/searchable';
import type { SearchedEvents } from './searched-events';

/** Sends a reply; the buffers named are handed over. */
export type Post = (reply: Reply, transfer: ArrayBuffer[]) => void;

/** Brings what makes events searchable: it is not needed to show them, and comes when they are shown. */
export type Bring = () => Promise<{ readonly searchable: typeof searchable }>;

/** Files that are being opened. */
interface Load {
  readonly id: number;
  readonly opening: Opening;
  readonly incoming: Incoming;
  readonly choices: Choices;
  /** Bytes that are expected; 0 when that is not known. */
  readonly size: number;
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

  /** Opens files as their bytes come. */
  async function open(mine: Load): Promise<void> {
    const { id, opening, incoming, choices } = mine;
    const isWanted = (): boolean => load === mine;
    const through = async (steps: Generator<Progress, void>): Promise<boolean> =>
      (await run(id, counted(steps, mine), isWanted)) !== null;
    const question = await readFiles(incoming, opening, choices, through);
    if (!isWanted()) return;
    if (question !== null) {
      load = null;
      post({ kind: 'asked', id, question }, []);
      return;
    }
    const opened = await run(id, opening.arranging(), isWanted);
    if (opened === null) return;
    load = null;
    if (!opened.ok) {
      const message = opened.message ?? (await wordsFor(opened.piece));
      post({ kind: 'failed', id, message: named(opened.file, message) }, []);
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
    const isIdle = (): boolean => current === mine && load === null && question === null && !isAnswering;
    if (mine.search !== null && isIdle()) await finish(mine.search.rehearsing(), isIdle);
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
      post({ kind: 'answer', id, answer: await finish(mine.search.searching(text), isWanted) }, []);
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

  function start({ id, size, files = 1, choices = NO_CHOICES }: Request & { readonly kind: 'load' }): void {
    stop();
    const mine: Load = { id, opening: new Opening(size), incoming: new Incoming(files), choices, size };
    load = mine;
    open(mine).catch((error: unknown) => {
      if (load !== mine) return;
      load = null;
      post({ kind: 'failed', id, message: `The file could not be opened (${messageOf(error)})` }, []);
    });
  }

  /** The load under way, if any, is no longer wanted. */
  function stop(): void {
    load?.incoming.end(false);
    load = null;
  }

  return (request) => {
    const { id } = request;
    switch (request.kind) {
      case 'load':
        start(request);
        return;
      case 'file':
        if (load?.id === id) load.incoming.push({ name: request.name });
        return;
      case 'chunk':
        if (load?.id === id) load.incoming.push(request.bytes);
        return;
      case 'end':
        if (load?.id === id) load.incoming.end();
        return;
      case 'cancel':
        if (load?.id === id) stop();
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

/** The steps of a reading, told by the bytes that came: of what is in them there may be more, or less. */
function* counted(steps: Generator<Progress, void>, { incoming, size }: Load): Generator<Progress, void> {
  for (const progress of steps) {
    const done = incoming.taken;
    yield progress.phase === 'reading' ? { ...progress, done, total: done > size ? 0 : size } : progress;
  }
}

function named(file: string | undefined, message: string): string {
  return file === undefined || file === '' ? message : `${quote(file)}: ${message}`;
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
