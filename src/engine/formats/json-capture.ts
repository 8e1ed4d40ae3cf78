import { LIMITS } from '../../domain/limits';
import type { Fault, Spot } from './format';
import { type Item, parsedPart } from './json-part';
import { MOST_MEMBER } from './json-rest';

/** A part of a JSON text as it comes in pieces, from where it begins. */
export class JsonCapture {
  readonly kind: 'item' | 'member' | 'key';
  readonly spot: Spot;
  /** Whether it is the first in its line. */
  readonly leads: boolean;
  /** Characters so far. */
  size = 0;
  /** Levels of brackets so far. */
  levels = 1;
  readonly #pieces: string[] = [];
  #begun: number;

  /** `at`: where it begins in the present piece. */
  constructor(kind: 'item' | 'member' | 'key', spot: Spot, leads: boolean, at: number) {
    this.kind = kind;
    this.spot = spot;
    this.leads = leads;
    this.#begun = at;
  }

  /** Takes `text` up to `end`, after which the next piece comes. What is too long, or lost, is not kept. */
  take(text: string, end: number, isLost: boolean): void {
    this.size += end - this.#begun;
    if (isLost || this.size > this.#most) this.#pieces.length = 0;
    else this.#pieces.push(text.slice(this.#begun, end));
    this.#begun = 0;
  }

  /** What the part is, once all of it was taken. */
  parsed(): Item | Fault {
    return parsedPart(this.#pieces.join(''), this.size, this.#most, this.levels, this.spot);
  }

  get #most(): number {
    return this.kind === 'item' ? LIMITS.part : MOST_MEMBER;
  }
}
