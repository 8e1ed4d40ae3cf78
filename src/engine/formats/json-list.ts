import type { Fields } from '../../domain/parsing/field';
import { quote } from '../../domain/quote';
import type { Fault } from './format';
import { endsWord, JsonGrammar, NEWLINE, OPEN, OPEN_LIST, QUOTE } from './json-grammar';
import { LostPart } from './json-lost';
import { JsonCapture } from './json-capture';
import { cutOff, type Item, unsound } from './json-part';
import { JsonRest } from './json-rest';
import { slipOf } from './json-slip';
import { BEGINNING, type JsonStart } from './json-start';
import { StringStops } from './string-stops';
import { TextPlace } from './text-place';

/** What a list of JSON gives, in its order: an item, or a fault; null where nothing was found for long. */
export type Listed = Item | Fault | null;

/** In a path: any member that is an object. */
export const ANY = '*';

/** Text looked at between two steps. */
const SLICE = 1 << 16;

/**
 * The items of a list in a JSON text that comes in pieces, each parsed by itself as soon as it is whole. `path` leads to the
 * list from the outermost object, or with `*` at its end to the members of an object; when it is empty the list is the
 * outermost value, or else each outermost value is an item. What is not sound JSON is told and skipped, up to the next
 * item. Any depth; each character is looked at once.
 */
export class JsonItems {
  readonly #path: readonly string[];
  readonly #grammar: JsonGrammar;
  readonly #place: TextPlace;
  readonly #stops = new StringStops();
  readonly #rest = new JsonRest();
  readonly #found: (Item | Fault)[] = [];
  /** How many brackets are open that lead to the items; whether the innermost of these is the list. */
  #spine: number;
  #isListed: boolean;
  #hasListed: boolean;
  #within: 'nothing' | 'string' | 'escape' | 'word' = 'nothing';
  #lost: LostPart | null = null;
  /** A slip has been told, and nothing was sound since. */
  #isAstray = false;
  /** A sign is looked at once more, and no third time. */
  #isAgain = false;
  #key: string | null;
  #part: JsonCapture | null = null;
  #isStarted = false;

  /** A `start` within the list: `path` has one key. */
  constructor(path: readonly string[], { at, spot, key }: JsonStart = BEGINNING) {
    this.#path = path;
    this.#grammar = new JsonGrammar(at);
    this.#place = new TextPlace(spot);
    this.#spine = at.closers.length;
    this.#isListed = this.#hasListed = this.#spine > path.length;
    this.#key = key;
  }

  /** The members of the outermost object but for what leads to the list; once all has come. */
  get rest(): Fields {
    return this.#rest.fields(this.#path);
  }

  *add(text: string): Generator<Listed> {
    let at = 0;
    if (!this.#isStarted && text.startsWith('\ufeff')) {
      at = 1;
      this.#place.skip(1);
    }
    this.#isStarted ||= text !== '';
    this.#stops.restart();
    while (at < text.length) {
      at = this.#scan(text, at, Math.min(text.length, at + SLICE));
      if (this.#found.length === 0) yield null;
      else yield* this.#found.splice(0);
    }
    this.#part?.take(text, text.length, this.#lost !== null);
    this.#place.next(text.length);
  }

  /** There is no more: what is told of the end of the file. */
  *end(): Generator<Listed> {
    if (this.#within === 'word') this.#complete('', 0);
    const { expected, depth } = this.#grammar;
    const spot = this.#place.spot(0);
    if (this.#lost === null && this.#part?.kind === 'item') this.#found.push(cutOff(spot, expected, this.#part.spot));
    else if (this.#lost === null && (this.#part !== null || depth > 0)) this.#found.push(cutOff(spot, expected, null));
    else if (!this.#hasListed && this.#path.length > 0 && this.#path.at(-1) !== ANY) {
      const reason = `there is no list ${quote(this.#path.join('.'))} in it`;
      const remedy = 'see whether the file is whole';
      this.#found.push({ ...spot, field: '', found: undefined, reason, remedy, leftOut: false });
    }
    yield* this.#found.splice(0);
  }

  /** Looks at text from `from` until something is found or `to` is reached; returns where it stopped. */
  #scan(text: string, from: number, to: number): number {
    let at = from;
    while (at < to && this.#found.length === 0) {
      const code = text.charCodeAt(at);
      if (this.#within === 'string') {
        at = this.#throughString(text, at, to);
        continue;
      }
      if (this.#within === 'word' && endsWord(code)) {
        this.#complete(text, at);
        continue;
      }
      if (this.#lost !== null) {
        if (!this.#skipped(this.#lost, code, at)) continue;
      } else if (this.#within === 'escape') this.#within = 'string';
      else if (this.#within === 'nothing' && code > 32 && !this.#taken(text, code, at)) continue;
      at += 1;
      if (code === NEWLINE) this.#place.turn(at);
      else if (code > 32) this.#place.isBlank = false;
    }
    return at;
  }

  /** From within a string past its end or the next escape, or to `to`. */
  #throughString(text: string, from: number, to: number): number {
    let at = this.#stops.next(text, from, to);
    for (; at < to && text.charCodeAt(at) === NEWLINE; at = this.#stops.next(text, at + 1, to))
      this.#place.turn(at + 1);
    if (at >= to) return to;
    this.#place.isBlank = false;
    this.#within = text.charCodeAt(at) === QUOTE ? 'nothing' : 'escape';
    if (this.#within === 'nothing') this.#complete(text, at + 1);
    return at + 1;
  }

  /** A sign between strings and words; false when it is to be looked at again. */
  #taken(text: string, code: number, at: number): boolean {
    const { depth, want } = this.#grammar;
    const step = this.#grammar.take(code);
    if (step === 'wrong') {
      if (this.#part === null) return this.#slipped(text, code, at);
      this.#stray(this.#part, text, code, at);
      return false;
    }
    this.#isAstray = this.#isAgain = false;
    const isBetween = this.#part === null;
    if (isBetween && step !== 'closes' && step !== 'parts') {
      if (want === 'key' || want === 'key or end') this.#begin('key', at);
      else if (step !== 'opens' || !this.#leads(code)) this.#begin(this.#holdsItems(code) ? 'item' : 'member', at);
    }
    if (step === 'quotes') this.#within = 'string';
    else if (step === 'word') this.#within = 'word';
    else if (step === 'opens') {
      if (this.#part !== null) this.#part.levels = Math.max(this.#part.levels, depth + 1 - this.#spine);
    } else if (step === 'closes' && isBetween) {
      this.#spine = depth - 1;
      this.#isListed = false;
    } else if (step === 'closes' && depth - 1 === this.#spine) this.#complete(text, at + 1);
    return true;
  }

  /** Whether a bracket just opened between parts leads on to the list; then it is noted. */
  #leads(code: number): boolean {
    const level = this.#spine;
    const isNext = level === 0 || this.#key === this.#path[level - 1];
    const isList = code === OPEN_LIST && level === this.#path.length;
    if (this.#isListed || !isNext || !(isList || (code === OPEN && level < this.#path.length))) return false;
    this.#spine += 1;
    this.#isListed = isList;
    this.#hasListed ||= isList;
    return true;
  }

  /** Whether a value that begins here is an item. */
  #holdsItems(code: number): boolean {
    const { length } = this.#path;
    return (
      this.#isListed || length === 0 || (code === OPEN && this.#spine === length && this.#path[length - 1] === ANY)
    );
  }

  #begin(kind: 'item' | 'member' | 'key', at: number): void {
    this.#part = new JsonCapture(kind, this.#place.spot(at), this.#place.isBlank, at);
  }

  /** A string, a word or the part's last bracket ends before `end`, and with it perhaps the part. */
  #complete(text: string, end: number): void {
    const part = this.#part;
    const { want, depth } = this.#grammar;
    this.#within = 'nothing';
    if (want === 'key' || want === 'key or end') this.#grammar.want = 'colon';
    else this.#grammar.valueEnded();
    if (depth > this.#spine || part === null) return;
    part.take(text, end, false);
    const parsed = part.parsed();
    this.#between();
    if (part.kind === 'item') this.#found.push(parsed);
    else if (part.kind === 'key') this.#key = 'item' in parsed && typeof parsed.item === 'string' ? parsed.item : null;
    else if (!('item' in parsed)) this.#found.push({ ...parsed, field: this.#key ?? '', leftOut: false });
    else if (this.#key !== null) this.#rest.set(this.#spine, this.#key, parsed.item, part.size);
  }

  /** No part is open any more. */
  #between(): void {
    this.#part = null;
    this.#lost = null;
    if (this.#grammar.want === 'nothing' && this.#path.length === 0 && !this.#hasListed) this.#grammar.want = 'value';
  }

  /** A sign that cannot stand where it does within a part, which is lost. */
  #stray(part: JsonCapture, text: string, code: number, at: number): void {
    const { expected, want, depth } = this.#grammar;
    const fault = unsound(this.#place.spot(at), text.charAt(at), expected, part.spot);
    this.#found.push(part.kind === 'item' ? fault : { ...fault, field: this.#key ?? '', leftOut: false });
    if (code === OPEN && want === 'key' && part.kind === 'item') this.#restart();
    else this.#lost = new LostPart(depth);
  }

  /** What was lost is given up: the next item begins here. */
  #restart(): void {
    this.#grammar.retreat(this.#spine);
    this.#between();
    this.#grammar.want = 'value';
  }

  /** A sign in a part that is lost; false when it is to be looked at again, as one between parts. */
  #skipped(lost: LostPart, code: number, at: number): boolean {
    const isLike = code === OPEN && this.#part?.kind === 'item' && this.#part.leads && this.#place.isBlank;
    if (isLike && this.#place.spot(at).column === this.#part?.spot.column) {
      this.#restart();
      return false;
    }
    if (lost.take(code) !== 'closed' || lost.depth > this.#spine) return true;
    this.#grammar.retreat(this.#spine);
    this.#between();
    return lost.depth === this.#spine;
  }

  /** A sign that cannot stand where it does between parts: told, once for several on end. True when it is passed over. */
  #slipped(text: string, code: number, at: number): boolean {
    const slip = slipOf(code, this.#grammar, this.#path.length === 0);
    const { reason, remedy } = slip;
    const told = { ...this.#place.spot(at), field: '', found: text.charAt(at), reason, remedy, leftOut: false };
    if (!this.#isAstray) this.#found.push(told);
    if (slip.reopens) {
      this.#spine = 1;
      this.#isListed = true;
    }
    this.#isAstray = true;
    this.#isAgain = slip.isTaken && !this.#isAgain;
    return !this.#isAgain;
  }
}
