import { LIMITS } from '../../domain/limits';
import { envelopeFault } from '../../domain/parsing/envelope';
import { isFields, type Fields } from '../../domain/parsing/field';
import type { Entries } from '../entries';
import { DatelineStream } from '../formats/dateline-stream';
import type { Refused } from '../formats/ended';
import { Pages, type Shelf } from '../formats/pages';
import type { IntakeFile, Kind, Renaming } from './file';

/** A file of the format dateline/1: its bytes, as they come, are its records. */
export class DatelineFile implements IntakeFile {
  readonly kind: Kind;
  readonly from: number;
  readonly used: { readonly from: number; to: number };
  readonly pages: Pages;
  readonly stream: DatelineStream;
  readonly isDerived = false;
  readonly refusal = null;
  to: number;
  fields: Fields = {};

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
    let present = entries;
    let renamed: Pages | null = null;
    this.stream = new DatelineStream(
      {
        begin: () => {
          present = begin();
        },
        add: (item, place, length, levels) => {
          const event = renaming === null || levels > LIMITS.depth ? item : renaming.event(item);
          if (event === item) present.add(item, place, length, levels);
          else {
            const bytes = new TextEncoder().encode(JSON.stringify(event));
            renamed ??= new Pages(shelf);
            present.add(event, renamed.put(bytes), bytes.length, levels);
          }
        },
      },
      this.pages,
    );
  }

  end(entries: Entries): Refused | null {
    const ended = this.stream.end();
    this.to = entries.listed;
    this.used.to = entries.count;
    if (!ended.ok) return ended;
    const message = envelopeFault(ended.value, () => this.to - this.from);
    if (message !== null) return { ok: false, message };
    if (isFields(ended.value)) this.fields = ended.value;
    return null;
  }
}
