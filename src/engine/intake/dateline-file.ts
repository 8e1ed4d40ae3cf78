import type { FilePlace } from '../../domain/dataset';
import { LIMITS } from '../../domain/limits';
import { envelopeFault } from '../../domain/parsing/envelope';
import { isFields, type Fields } from '../../domain/parsing/field';
import type { Entries } from '../entries';
import { DatelineStream } from '../formats/dateline-stream';
import type { Break, Ended, Refused } from '../formats/ended';
import type { Spot } from '../formats/format';
import { Pages, type Shelf } from '../formats/pages';
import type { IntakeFile, Kind, Renaming } from './file';

/** A file of the format dateline/1: its bytes, as they come, are its records. */
export class DatelineFile implements IntakeFile {
  readonly kind: Kind;
  readonly from: number;
  readonly used: { readonly from: number; to: number };
  readonly pages: Pages;
  readonly stream: DatelineStream;
  to: number;
  fields: Fields = {};
  refusal: string | null = null;
  /** When it is broken, its lists of names may be lost. */
  isDerived = false;
  readonly #shelf: Shelf;
  readonly #renaming: Renaming | null;
  #entries: Entries;
  #renamed: Pages | null = null;
  #mended: Ended | null = null;
  #isWhole = false;

  /** `begin` gives the entries for the events that follow: of two lists in a file the later one counts. */
  constructor(
    kind: Pick<Kind, 'name' | 'encoding'>,
    shelf: Shelf,
    entries: Entries,
    renaming: Renaming | null,
    begin: () => Entries,
  ) {
    this.kind = { ...kind, format: 'dateline/1', mapping: null };
    this.from = this.to = entries.listed;
    this.used = { from: entries.count, to: entries.count };
    this.pages = new Pages(shelf);
    this.#shelf = shelf;
    this.#entries = entries;
    this.#renaming = renaming;
    this.stream = new DatelineStream(
      {
        begin: () => {
          this.#entries = begin();
        },
        add: (item, place, length, levels) => {
          const event = renaming === null || levels > LIMITS.depth ? item : renaming.event(item);
          if (event === item) this.#entries.add(item, place, length, levels);
          else this.#write(event, levels);
        },
      },
      this.pages,
    );
  }

  /** Whether more bytes would change nothing. */
  get isDecided(): boolean {
    return !this.#isWhole && this.stream.ended !== null;
  }

  /** All of it has come: where it stops being sound, or null. */
  get broken(): Break | null {
    this.#isWhole = true;
    this.stream.end();
    return this.stream.broken;
  }

  /** Takes an event that was read where the file is broken. */
  put(item: unknown, { line, column }: Spot): void {
    this.#write(this.#renaming?.event(item) ?? item, LIMITS.depth, { file: this.kind.name, line, column });
  }

  /** It was read to its end, though it is broken: what it says apart from its events. */
  mend(fields: Fields): void {
    this.#mended = { ok: true, value: fields };
    this.isDerived = !('actors' in fields && 'topics' in fields);
  }

  /** Nothing of it is used. */
  refuse(message: string): void {
    this.refusal = message;
  }

  end(entries: Entries): Refused | null {
    const ended = this.#mended ?? this.stream.end();
    this.to = entries.listed;
    this.used.to = entries.count;
    if (this.refusal !== null) return null;
    if (!ended.ok) return ended;
    const message = envelopeFault(ended.value, () => this.to - this.from);
    if (message !== null) return { ok: false, message };
    if (isFields(ended.value)) this.fields = ended.value;
    return null;
  }

  #write(event: unknown, levels: number, at?: FilePlace): void {
    const bytes = new TextEncoder().encode(JSON.stringify(event));
    this.#renamed ??= new Pages(this.#shelf);
    this.#entries.add(event, this.#renamed.put(bytes), bytes.length, levels, at);
  }
}
