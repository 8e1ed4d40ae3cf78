import type { Fault, FormatReader, Found, Sample, TextFormat } from './format';
import { simileEvent } from './simile-event';
import { XmlScanner, type XmlPiece, type XmlTag } from './xml-scanner';

/** The XML of SIMILE Timeline: `<data><event start="1963" title="…">text</event></data>`. */
export const simileXml: TextFormat = {
  name: 'SIMILE Timeline XML',
  recognises: ({ text }: Sample) => {
    if (!/^\s*</.test(text)) return false;
    const scanner = new XmlScanner(EVENT_TAG);
    for (const piece of scanner.add(text.slice(0, TELLING))) {
      const isTag = piece.kind === 'begin' || piece.kind === 'empty';
      if (isTag && piece.tag.name === 'event')
        return piece.tag.attributes.has('start') || piece.tag.attributes.has('title');
      if (isTag && piece.tag.name !== 'data') return false;
    }
    return false;
  },
  reader: () => new SimileReader(),
};

const EVENT_TAG = /^<\/?(?:event|data)[\s/>]/;
/** Characters among which the first event begins. */
const TELLING = 20_000;
/** More text than any event keeps. */
const LONGEST_TEXT = 100_000;
/** Pieces after which the work may be paused. */
const TURN = 500;

class SimileReader implements FormatReader {
  readonly #scanner = new XmlScanner(EVENT_TAG);
  #event: XmlTag | null = null;
  #text: string[] = [];
  #length = 0;
  #pieces = 0;

  *add(text: string): Generator<Found | null> {
    for (const piece of this.#scanner.add(text)) yield* this.#take(piece);
  }

  *end(): Generator<Found | null> {
    for (const piece of this.#scanner.end()) yield* this.#take(piece);
    if (this.#event !== null) yield this.#complete('has no </event> before the end of the file');
    if (!this.#scanner.definesEntities) return;
    const reason = 'defines entities of its own: where they stand, their names stay';
    const remedy = 'write the characters themselves';
    yield {
      kind: 'fault',
      fault: { line: 0, column: 0, field: '', found: '<!ENTITY', reason, remedy, leftOut: false },
    };
  }

  *#take(piece: XmlPiece): Generator<Found | null> {
    this.#pieces += 1;
    if (this.#pieces % TURN === 0) yield null;
    if (piece.kind === 'text') this.#keep(piece.text);
    else if (piece.kind === 'end') {
      if (piece.name === 'event' && this.#event !== null) yield this.#complete(null);
      else if (piece.name === 'data' && this.#event !== null) yield this.#complete('has no </event> before </data>');
      else this.#keep(piece.raw);
    } else if (piece.tag.name === 'event') {
      if (this.#event !== null) yield this.#complete('has no </event> before the next <event>');
      this.#event = piece.tag;
      if (piece.kind === 'empty') yield this.#complete(null);
    } else this.#keep(piece.tag.raw);
  }

  /** Text of an event, tags of HTML in it included. */
  #keep(text: string): void {
    if (this.#event === null || this.#length > LONGEST_TEXT) return;
    this.#text.push(text);
    this.#length += text.length;
  }

  #complete(fault: string | null): Found {
    const tag = this.#event;
    const description = this.#text.join('').trim();
    this.#event = null;
    this.#text = [];
    this.#length = 0;
    const spot = tag?.spot ?? { line: 0, column: 0 };
    const given = Object.fromEntries(tag?.attributes ?? []);
    const found = simileEvent(description === '' ? given : { ...given, description }, spot, false);
    const own: Fault[] = [];
    const tell = (reason: string, remedy: string): void => {
      own.push({
        ...spot,
        field: '',
        found: tag?.raw.slice(0, 200),
        reason: `${reason}: it is read as far as it goes`,
        remedy,
        leftOut: false,
      });
    };
    if (tag?.isBroken === true) tell('has a quote or a tag that does not end', 'write <event title="…">');
    if (fault !== null) tell(fault, 'add </event>');
    return found.kind === 'event' && own.length > 0 ? { ...found, faults: [...own, ...(found.faults ?? [])] } : found;
  }
}
