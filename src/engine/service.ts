import { buffersOf } from './buffers';
import { Utf8Text } from './formats/utf8';
import type { Progress, Reply, Request } from './messages';
import { openText } from './opening';
import { indexing } from './search/indexing/build';
import { search } from './search/search';
import type { SearchIndex } from './search/indexing/search-index';
import type { SearchedEvents } from './searched-events';

/** Sends a reply; the buffers named are handed over. */
export type Post = (reply: Reply, transfer: ArrayBuffer[]) => void;

/** The chronology opened last, as search knows it. */
interface Searchable {
  readonly id: number;
  index: SearchIndex | null;
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
export function createService(post: Post, pause: () => Promise<void>): (request: Request) => void {
  let opening: { readonly id: number; readonly text: Utf8Text } | null = null;
  let current: Searchable | null = null;
  let question: Question | null = null;

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

  async function open(id: number, file: Utf8Text): Promise<void> {
    const text = file.end();
    if (file.fault !== null) {
      close(id, file.fault);
      return;
    }
    const opened = await run(id, openText(text), () => opening?.id === id);
    if (opened === null) return;
    opening = null;
    if (!opened.ok) {
      post({ kind: 'failed', id, message: opened.message }, []);
      return;
    }
    const mine: Searchable = { id, index: null, fault: null };
    current = mine;
    const { columns, bytes, starts, ids } = opened.parts;
    post({ kind: 'loaded', id, parts: opened.parts }, buffersOf([columns, bytes, starts, ids]));
    try {
      mine.index = await run(id, indexSteps(opened.searched), () => current === mine);
    } catch (error) {
      mine.fault = `Search is not possible (${messageOf(error)}); all else works`;
    }
    answer();
  }

  function close(id: number, message: string): void {
    if (opening?.id !== id) return;
    opening = null;
    post({ kind: 'failed', id, message }, []);
  }

  function answer(): void {
    if (question === null || current === null) return;
    const { id, text } = question;
    const { index, fault } = current;
    if (index === null && fault === null) return;
    question = null;
    try {
      if (index === null) throw new Error(fault ?? '');
      post({ kind: 'answer', id, answer: search(index, text) }, []);
    } catch (error) {
      post({ kind: 'failed', id, message: messageOf(error) }, []);
    }
  }

  return (request) => {
    const { id } = request;
    switch (request.kind) {
      case 'load':
        opening = { id, text: new Utf8Text() };
        return;
      case 'chunk':
        if (opening?.id !== id) return;
        opening.text.add(request.bytes);
        if (opening.text.fault !== null) close(id, opening.text.fault);
        else post({ kind: 'progress', id, progress: { phase: 'reading', done: opening.text.bytes, total: 0 } }, []);
        return;
      case 'end':
        if (opening?.id !== id) return;
        open(id, opening.text).catch((error: unknown) => {
          close(id, `The file could not be opened (${messageOf(error)})`);
        });
        return;
      case 'cancel':
        if (opening?.id === id) opening = null;
        return;
      case 'search':
        if (question !== null) post({ kind: 'answer', id: question.id, answer: null }, []);
        question = { id, text: request.text };
        void pause().then(answer);
    }
  };
}

function* indexSteps(events: SearchedEvents): Generator<Progress, SearchIndex> {
  const total = events.count;
  const steps = indexing(events);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      events.letGo();
      return step.value;
    }
    yield { phase: 'indexing', done: step.value, total };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
