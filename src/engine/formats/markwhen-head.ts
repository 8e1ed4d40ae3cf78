import type { DayOrder } from '../../domain/written-date';
import type { Found } from './format';
import { propertyLine, valueOf } from './markwhen-value';
import { zoneNamed, type Zone } from './zone';

const FENCE = /^---\s*$/;
const SAID = ['title', 'description', 'url', 'license', 'language'] as const;
const MOST_LINES = 500;
const HOUR_MS = 3_600_000;

/** What stands before the first entry of a file. */
export class MarkwhenHead {
  dayOrder: DayOrder = 'month first';
  /** Where times of day hold that name no zone; null: anywhere. */
  zone: Zone | null = null;
  isOver = false;
  /** Whether all is of the head until its fence ends. */
  isQuoting = false;
  readonly #said = new Map<string, string>();
  /** The key whose value goes on in lines that are indented. */
  #open: string | null = null;
  #lines = 0;
  readonly #quoted: string[] = [];

  /** Of a head whose fence never ends, the lines from the first on that is no property of a head: told to be none. */
  unclosed(isEntry: (line: string) => boolean): readonly string[] {
    const first = this.isQuoting ? this.#quoted.findIndex(isEntry) : -1;
    return first < 0 ? [] : this.#quoted.slice(first);
  }

  add(line: string): void {
    this.#lines += 1;
    if (this.isQuoting) this.#quoted.push(line);
    if (FENCE.test(line)) this.isQuoting = !this.isQuoting && this.#lines === 1;
    else if (this.#lines > MOST_LINES) this.isQuoting = false;
    else if (this.#open !== null && /^\s+\S/.test(line)) this.#append(this.#open, line.trim());
    else {
      this.#open = null;
      const property = propertyLine(line);
      if (property !== null) this.#take(property.key.toLowerCase(), property.value);
    }
  }

  /** What the file says of itself; from here on nothing belongs to it. */
  *end(): Generator<Found> {
    if (this.isOver) return;
    this.isOver = true;
    this.isQuoting = false;
    const fields = Object.fromEntries(SAID.flatMap((key) => (this.#said.has(key) ? [[key, this.#said.get(key)]] : [])));
    if (Object.keys(fields).length > 0) yield { kind: 'head', fields };
  }

  #take(key: string, text: string): void {
    if (/^[|>][+-]?$/.test(text)) {
      this.#open = key;
      return;
    }
    const value = valueOf(text);
    if (value === null) return;
    if (key === 'dateformat') this.dayOrder = /^d/i.test(String(value)) ? 'day first' : 'month first';
    else if (key === 'timezone' || key === 'tz') this.zone = zoneOf(String(value));
    else if (!this.#said.has(key)) this.#said.set(key, String(value));
  }

  #append(key: string, text: string): void {
    const before = this.#said.get(key);
    this.#said.set(key, before === undefined ? text : `${before}\n${text}`);
  }
}

/** A zone by its name, or by how many hours it is ahead of UTC. */
export function zoneOf(text: string): Zone | null {
  const offset = /^(?:UTC|GMT)?\s*([+-]?\d{1,2})(?::?(\d\d))?$/i.exec(text.trim());
  if (offset === null) return zoneNamed(text.trim());
  const groups: readonly (string | undefined)[] = offset;
  const hours = Number(groups[1]);
  const ahead =
    (Math.abs(hours) + Number(groups[2] ?? 0) / 60) * ((groups[1] ?? '').startsWith('-') ? -1 : 1) * HOUR_MS;
  return { offset: () => ahead };
}
