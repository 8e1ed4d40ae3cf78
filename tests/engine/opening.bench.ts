import { bench, describe } from 'vitest';
import { generatedHead, generateEvents } from '../fixtures/generate';
import { FEW, SEED, SIZES } from '../fixtures/bench-data';
import { openPieces } from '../fixtures/opened';
import { openWhole } from '../oracle/open-whole';

const MEGABYTE = 1 << 20;
/** Beyond that the slow twin runs out of memory, or of patience. */
const MOST_AT_ONCE = 100_000;

/** A file of generated events, in pieces of a megabyte as a reader hands them over; only the one asked for last is kept. */
function files(): (size: number) => readonly Uint8Array[] {
  let kept: { readonly size: number; readonly pieces: readonly Uint8Array[] } | null = null;
  return (size) => {
    if (kept?.size === size) return kept.pieces;
    kept = null;
    const chronology = generatedHead(size, SEED);
    const pieces: Uint8Array[] = [];
    const encoder = new TextEncoder();
    let text = `${JSON.stringify({ format: 'dateline/1', ...chronology }).slice(0, -1)},"events":[`;
    let isFirst = true;
    for (const event of generateEvents(chronology, size, SEED)) {
      text += `${isFirst ? '' : ',\n'}${JSON.stringify(event)}`;
      isFirst = false;
      if (text.length < MEGABYTE) continue;
      pieces.push(encoder.encode(text));
      text = '';
    }
    pieces.push(encoder.encode(`${text}]}`));
    kept = { size, pieces };
    return pieces;
  };
}

const fileOf = files();

for (const size of SIZES) {
  describe(`opening of a file, ${size} events`, () => {
    bench('as its bytes come', () => void openPieces(fileOf(size)), FEW);
    if (size > MOST_AT_ONCE) return;
    bench('slow twin: its whole text at once', () => void openWhole(Buffer.concat(fileOf(size)).toString()), FEW);
  });
}
