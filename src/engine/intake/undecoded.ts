import type { Fault, Spot } from '../formats/format';

/** What decoders put in the place of bytes that are no text. */
const SIGN = '\ufffd';

/** What is told of the first place in a file that is no text in its encoding. */
export function undecodedAt(spot: Spot): Fault {
  const reason = `holds "${SIGN}", here and perhaps further on, which stands for what cannot be read in the encoding of the file`;
  const remedy = 'choose another encoding, or save the file with the encoding UTF-8';
  return { ...spot, field: '', found: SIGN, reason, remedy, leftOut: false };
}

/** Looks through decoded text, as it comes, for the first sign that stands for what could not be read. Linear up to there. */
export class Undecoded {
  #line = 1;
  #column = 1;
  #isFound = false;

  look(text: string): void {
    if (this.#isFound) return;
    const at = text.indexOf(SIGN);
    this.#isFound = at >= 0;
    const end = this.#isFound ? at : text.length;
    let start = 0;
    for (let next = text.indexOf('\n'); next >= 0 && next < end; next = text.indexOf('\n', start)) {
      this.#line += 1;
      this.#column = 1;
      start = next + 1;
    }
    this.#column += end - start;
  }

  /** What is to be told of the text so far. */
  get faults(): readonly Fault[] {
    return this.#isFound ? [undecodedAt({ line: this.#line, column: this.#column })] : [];
  }
}
