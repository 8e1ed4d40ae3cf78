import { noEventUsable, readHead } from '../domain/parse';
import { readDate } from '../domain/date';
import type { Problem } from '../domain/dataset';
import type { Fields } from '../domain/parsing/field';
import { Problems } from '../domain/parsing/problems';
import { quote } from '../domain/quote';
import type { Names } from './columns/packed';
import type { DatasetParts } from './dataset';
import { Entries } from './entries';
import type { Refused } from './formats/ended';
import { sizeFault } from './formats/file-kind';
import type { Found } from './formats/format';
import { Shelf } from './formats/pages';
import { DatelineFile } from './intake/dateline-file';
import type { IntakeFile, Kind, OtherFile, Renaming } from './intake/file';
import { placed } from './intake/placed';
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

type Mend = (file: DatelineFile, entries: Entries) => Generator<Refused | null>;
type HeadOf = (files: readonly IntakeFile[]) => Fields;

/** So many events are put into order in one go: some ten milliseconds. */
const FEW = 5000;

/** So many are read in the blink of an eye: how they lie in time is told when there are more. */
const MANY = 1000;

/** Files being opened as one chronology: each is read as it comes, then what was read is put into order. */
export class Opening {
  readonly #size: number;
  #renaming: Renaming | null = null;
  #headOf: HeadOf = ([file]) => file.fields;
  readonly #shelf = new Shelf();
  readonly #files: IntakeFile[] = [];
  #present: DatelineFile | OtherFile | null = null;
  #entries = new Entries();
  #bytes = 0;
  #refused: Refused | null = null;

  /** `size`: how many bytes are expected, 0 when that is not known. */
  constructor(size: number) {
    this.#size = size;
  }

  /** Whether more bytes would change nothing: the files are refused. */
  get isDecided(): boolean {
    return this.#refused !== null || (this.#present instanceof DatelineFile && this.#present.isDecided);
  }

  /** Whether more of the present file would change nothing. */
  get isFileDecided(): boolean {
    return this.isDecided || (this.#present?.refusal ?? null) !== null;
  }

  /** Begins a file of the format dateline/1: its bytes, in UTF-8, go to `reading`. */
  begin(file: Pick<Kind, 'name' | 'encoding'>): void {
    const isFirst = this.#files.length === 0;
    const began = this.#entries.listed;
    const begin = (): Entries => {
      if (isFirst) this.#entries = new Entries();
      else if (this.#entries.listed > began) this.refuse(`${quote(file.name)} has two lists of events; open it alone`);
      return this.#entries;
    };
    this.#begin(new DatelineFile(file, this.#shelf, this.#entries, this.#renaming, begin));
  }

  /** Begins a file of another format, which `make` makes: what is found in it goes to `taking`. */
  beginOther(make: (shelf: Shelf, entries: Entries, renaming: Renaming | null) => OtherFile): void {
    this.#begin(make(this.#shelf, this.#entries, this.#renaming));
  }

  /** How what the files say apart from their events becomes one, when there is more than one file of dateline/1. */
  gather(headOf: HeadOf): void {
    this.#headOf = headOf;
  }

  /** In files that begin from now on, actors stand for others. */
  rename(renaming: Renaming): void {
    this.#renaming = renaming;
  }

  /** Takes the next bytes of the file, in slices of a few milliseconds. */
  *reading(piece: Uint8Array): Generator<Progress, void> {
    if (this.#files.length === 0) this.begin({ name: '', encoding: 'utf-8' });
    const file = this.#present;
    for (let at = 0; file instanceof DatelineFile && at < piece.length && !this.isDecided;) {
      const taken = file.stream.add(piece, at);
      at += taken;
      yield this.passed(taken);
    }
  }

  /** Takes what is found next in the file, in slices. */
  *taking(found: Iterable<Found | null>): Generator<Progress, void> {
    const file = this.#present;
    if (file === null || file instanceof DatelineFile) return;
    for (const refused of file.taking(found, this.#entries)) {
      this.#refused ??= refused;
      if (this.isDecided) return;
      yield this.passed(0);
    }
  }

  /** Has `mend` deal with what is wrong in the present file of dateline/1, all of which has come, in slices. */
  *mending(mend: Mend): Generator<Progress, void> {
    const file = this.#present;
    if (!(file instanceof DatelineFile) || this.#refused !== null) return;
    for (const refused of mend(file, this.#entries)) {
      this.#refused ??= refused;
      if (this.#refused !== null) return;
      yield this.passed(0);
    }
  }

  /** Whether the present file of dateline/1, all of which has come, is broken. */
  get isBroken(): boolean {
    return this.#present instanceof DatelineFile && this.#present.broken !== null;
  }

  /** All that is being opened is of no use, for the reason given. */
  refuse(message: string): void {
    this.#refused ??= { ok: false, message };
  }

  /** Takes note that so many bytes of the file have been dealt with; how far that is. */
  passed(bytes: number): Progress {
    this.#bytes += bytes;
    const fault = sizeFault(this.#bytes);
    if (fault !== null) this.refuse(fault);
    const total = this.#bytes > this.#size ? 0 : this.#size;
    const { listed: events } = this.#entries;
    return {
      phase: 'reading',
      done: this.#bytes,
      total,
      events,
      ...(events > MANY && { growth: this.#entries.growth() }),
    };
  }

  /** There are no more bytes, or they need not be read: the data set in them, made in slices, or why there is none. */
  *arranging(): Generator<Progress, Opened> {
    if (this.#files.length === 0) this.begin({ name: '', encoding: 'utf-8' });
    this.#endFile();
    if (this.#refused !== null) return this.#refused;
    const useless = this.#files.flatMap(({ refusal, kind }) => (refusal === null ? [] : { refusal, file: kind.name }));
    const [{ refusal: message, file } = { refusal: '', file: '' }] = useless;
    if (useless.length === 1 && this.#files.length === 1) return { ok: false, message, file };
    if (useless.length === this.#files.length)
      return { ok: false, message: useless.map((each) => `${quote(each.file)}: ${each.refusal}`).join('. ') };
    return yield* assembled(this.#files, this.#entries, this.#shelf, this.#head(), this.#renaming?.problems ?? []);
  }

  #head(): Fields {
    const fields = this.#headOf(this.#files);
    return this.#renaming?.head(fields) ?? fields;
  }

  #begin(file: DatelineFile | OtherFile): void {
    this.#endFile();
    this.#present = file;
    this.#files.push(file);
  }

  #endFile(): void {
    const file = this.#present;
    if (file === null || this.#refused !== null) return;
    const refused = file.end(this.#entries);
    this.#present = null;
    if (refused !== null) this.#refused = { ...refused, file: file.kind.name };
  }
}

function* assembled(
  files: readonly IntakeFile[],
  entries: Entries,
  shelf: Shelf,
  fields: Fields,
  told: readonly Problem[],
): Generator<Progress, Opened> {
  const { count, listed } = entries;
  const arranged = (share: number): Progress => {
    return { phase: 'arranging', done: Math.floor(share * count), total: count, events: listed };
  };
  yield arranged(0);
  const problems = new Problems();
  for (const problem of told) problems.add(problem);
  const head = readHead(fields, problems.voice(null, null), readDate);
  yield arranged(0);
  const derived = files.filter(({ isDerived }) => isDerived).map(({ used }) => used);
  const named = entries.named(head, (event) => derived.some(({ from, to }) => event >= from && event < to));
  problems.append(named.problems);
  if (count === 0) return { ok: false, message: noEventUsable(listed, problems.all()) };
  const spotted = placed(problems.all(), files, entries);

  const { columns, order } = yield* paced(entries.arranging(named.names), (share) => arranged(share / 2));
  const ids = entries.idTable(order);
  const source = recordsOf(shelf, entries, order);
  const packed = yield* paced(packing(source, entries.bytes), (row) => arranged(0.5 + row / count / 2));
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
      problems: spotted,
      head: JSON.stringify(head.fields),
      files: files.map(({ kind, from, to, used }) => ({ ...kind, records: to - from, events: used.to - used.from })),
    },
    searched: new SearchedEvents(named.names, earliest.slice(), latest.slice(), source),
  };
}

/** The events' bytes by row, where they lie in the pages. */
function recordsOf(shelf: Shelf, entries: Entries, order: Uint32Array): RecordBytes {
  const { places, lengths } = entries.places();
  return { count: order.length, at: (row) => shelf.at(places[order[row]], lengths[order[row]]) };
}

/** The steps as progress; of few events without, for they need no pause. */
function* paced<T>(steps: Generator<number, T>, as: (step: number) => Progress): Generator<Progress, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const progress = as(step.value);
    if (progress.total > FEW) yield progress;
  }
}
