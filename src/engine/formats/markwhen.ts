import type { FormatReader, Found, Sample, TextFormat } from './format';
import { EntryDraft } from './markwhen-entry';
import { entryStart } from './markwhen-expression';
import { Groups } from './markwhen-groups';
import { MarkwhenHead } from './markwhen-head';
import { Resolving } from './markwhen-resolve';
import { TextLines } from './text-lines';

/** Text of markwhen: `2012-05: Title #tag`, groups, and a head. */
export const markwhen: TextFormat = {
  name: 'markwhen',
  recognises: ({ text, isWhole }: Sample) => {
    if (/^\s*(?:[{[<"]|BEGIN:)/i.test(text)) return false;
    const lines = text.slice(0, TELLING).split(/\r\n|\r|\n/);
    if (!isWhole || text.length > TELLING) lines.pop();
    let [entries, marks, others] = [0, 0, 0];
    for (const line of lines) {
      if (line.trim() === '') continue;
      const start = /:(?:\s|$)/.test(line) ? entryStart(line, 'month first') : null;
      if (start?.expression.begin.kind === 'date') entries += 1;
      else if (MARK.test(line)) marks += 1;
      else others += 1;
    }
    return entries > 1 ? marks > 0 || entries * 10 >= others : entries === 1 && marks > 0;
  },
  reader: () => new MarkwhenReader(),
};

/** Lines that nobody else writes. */
const MARK = /^\s*(?:title:\s|dateFormat:|#\w+:\s*\S|(?:section|group)\s|end\s?(?:section|group)\b)/i;
const TELLING = 20_000;
const COMMENT = /^\s*\/\//;
const BREAK = /^_-_-_break_-_-_\s*$/;
/** Lines after which the work may be paused. */
const TURN = 50;

class MarkwhenReader implements FormatReader {
  readonly #lines = new TextLines();
  readonly #resolving = new Resolving();
  readonly #groups = new Groups();
  #head = new MarkwhenHead();
  #entry: EntryDraft | null = null;
  /** Whether lines are told that belong to no entry: the first of some. */
  #isStray = false;
  /** The last line taken. */
  #line = 0;

  *add(text: string): Generator<Found | null> {
    for (const line of this.#lines.add(text)) yield* this.#take(line.text, line.line);
  }

  *end(): Generator<Found | null> {
    for (const line of this.#lines.end()) yield* this.#take(line.text, line.line);
    yield* this.#reopen();
    yield* this.#finish();
    yield* this.#head.end();
  }

  /** A head that does not end took the entries below it for its own: they are read after all. */
  *#reopen(): Generator<Found | null> {
    const lines = this.#head.unclosed((text) => entryStart(text, this.#head.dayOrder) !== null);
    if (lines.length === 0) return;
    const reason = 'begins a head that does not end: it is taken to end before the first entry';
    const fault = { line: 1, column: 1, field: '', found: '---', reason, remedy: 'write --- below it', leftOut: false };
    yield { kind: 'fault', fault };
    yield* this.#head.end();
    const begin = this.#line - lines.length + 1;
    for (const [index, text] of lines.entries()) yield* this.#take(text, begin + index);
  }

  *#take(text: string, line: number): Generator<Found | null> {
    if (line % TURN === 0) yield null;
    this.#line = line;
    if (this.#head.isQuoting || this.#entry?.isQuoting === true) {
      (this.#entry ?? this.#head).add(text);
      return;
    }
    if (COMMENT.test(text)) return;
    if (BREAK.test(text)) {
      yield* this.#finish();
      yield* this.#head.end();
      this.#head = new MarkwhenHead();
      this.#groups.clear();
      return;
    }
    const start = entryStart(text, this.#head.dayOrder);
    if (start !== null) {
      yield* this.#finish();
      yield* this.#head.end();
      this.#entry = new EntryDraft(start, { line, column: 1 }, this.#groups.topics);
    } else if (this.#groups.take(text)) {
      yield* this.#finish();
      yield* this.#head.end();
    } else if (this.#entry !== null) this.#entry.add(text);
    else if (!this.#head.isOver) this.#head.add(text);
    else yield* this.#stray(text, line);
  }

  /** Text below a group's title and above its first entry: properties of the group, and remarks. */
  *#stray(text: string, line: number): Generator<Found> {
    if (text.trim() === '' || this.#isStray) return;
    this.#isStray = true;
    const reason = 'belongs to no entry: it is left out, with the lines that follow';
    const remedy = 'put it below the entry it is about';
    yield { kind: 'fault', fault: { line, column: 1, field: '', found: text, reason, remedy, leftOut: false } };
  }

  *#finish(): Generator<Found> {
    const entry = this.#entry;
    this.#entry = null;
    this.#isStray = false;
    if (entry !== null) yield* entry.found(this.#resolving, this.#head.zone);
  }
}
