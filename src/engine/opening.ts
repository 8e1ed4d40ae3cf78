import { noEventUsable, readHead } from '../domain/parse';
import { readDate } from '../domain/date';
import { envelopeFault } from '../domain/parsing/envelope';
import { isFields, type Fields } from '../domain/parsing/field';
import { Problems } from '../domain/parsing/problems';
import type { Names } from './columns/packed';
import type { DatasetParts } from './dataset';
import { Entries } from './entries';
import { DatelineStream } from './formats/dateline-stream';
import type { Refused } from './formats/ended';
import { sizeFault } from './formats/file-kind';
import type { Pages } from './formats/pages';
import type { Progress } from './messages';
import { packing, type RecordBytes } from './records';
import { SearchedEvents } from './searched-events';

export type Opened =
  | {
      readonly ok: true;
      readonly names: Names;
      readonly parts: DatasetParts;
      /** Shares no buffer with `parts`. */
      readonly searched: SearchedEvents;
    }
  | Refused;

/** So many events are put into order in one go: some ten milliseconds. */
const FEW = 5000;

/** A file being opened: its bytes are read as they come, then what was read is put into order. */
export class Opening {
  readonly #stream: DatelineStream;
  readonly #size: number;
  #entries = new Entries();
  #bytes = 0;
  #message: string | null = null;

  /** `size`: how many bytes are expected, 0 when that is not known. */
  constructor(size: number) {
    this.#size = size;
    this.#stream = new DatelineStream({
      begin: () => {
        this.#entries = new Entries();
      },
      add: (item, place, length, levels) => this.#entries.add(item, place, length, levels),
    });
  }

  /** Whether more bytes would change nothing: the file is refused. */
  get isDecided(): boolean {
    return this.#message !== null || this.#stream.ended !== null;
  }

  /** Takes the next bytes of the file, in slices of a few milliseconds. */
  *reading(piece: Uint8Array): Generator<Progress, void> {
    for (let at = 0; at < piece.length && !this.isDecided;) {
      const taken = this.#stream.add(piece, at);
      at += taken;
      this.#bytes += taken;
      this.#message ??= sizeFault(this.#bytes);
      const total = this.#bytes > this.#size ? 0 : this.#size;
      yield { phase: 'reading', done: this.#bytes, total, events: this.#entries.listed };
    }
  }

  /** There are no more bytes, or they need not be read: the data set in them, made in slices, or why there is none. */
  *arranging(): Generator<Progress, Opened> {
    if (this.#message !== null) return { ok: false, message: this.#message };
    const ended = this.#stream.end();
    if (!ended.ok) return ended;
    const entries = this.#entries;
    const message = envelopeFault(ended.value, () => entries.listed);
    if (message !== null) return { ok: false, message };
    return yield* assembled(isFields(ended.value) ? ended.value : {}, entries, this.#stream.pages);
  }
}

function* assembled(fields: Fields, entries: Entries, pages: Pages): Generator<Progress, Opened> {
  const { count, listed } = entries;
  const arranged = (share: number): Progress => {
    return { phase: 'arranging', done: Math.floor(share * count), total: count, events: listed };
  };
  yield arranged(0);
  const problems = new Problems();
  const head = readHead(fields, problems.voice(null, null), readDate);
  yield arranged(0);
  const named = entries.named(head);
  problems.append(named.problems);
  if (count === 0) return { ok: false, message: noEventUsable(listed, problems.all()) };

  const { columns, order } = yield* told(entries.arranging(named.names), (share) => arranged(share / 2));
  const ids = entries.idTable(order);
  const source = recordsOf(pages, entries, order);
  const packed = yield* told(packing(source, entries.bytes), (row) => arranged(0.5 + row / count / 2));
  yield arranged(1);
  const { earliest, latest } = columns;
  return {
    ok: true,
    names: named.names,
    parts: {
      about: head.about,
      columns,
      packed,
      ids,
      problems: problems.all(),
      head: JSON.stringify(head.fields),
    },
    searched: new SearchedEvents(named.names, earliest.slice(), latest.slice(), source),
  };
}

/** The events' bytes by row, where they lie in the pages. */
function recordsOf(pages: Pages, entries: Entries, order: Uint32Array): RecordBytes {
  const { places, lengths } = entries.places();
  return { count: order.length, at: (row) => pages.at(places[order[row]], lengths[order[row]]) };
}

/** The steps as progress; of few events without, for they need no pause. */
function* told<T>(steps: Generator<number, T>, as: (step: number) => Progress): Generator<Progress, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const progress = as(step.value);
    if (progress.total > FEW) yield progress;
  }
}
