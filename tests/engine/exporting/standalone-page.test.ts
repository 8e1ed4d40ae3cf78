// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../src/engine/exporting/selection';
import { isStandalonePage, standalonePage } from '../../../src/engine/exporting/standalone-page';

const PAGE = `<!doctype html><html><head><title><!--title--></title></head><body><div id="app"></div>
<!--chronology-->
<script id="program">void '$&$1</p>'</script></body></html>`;

/** As a writer gives it: in pieces that end anywhere. */
function* pieces(text: string, size: number): Generator<Piece, readonly string[]> {
  for (let at = 0; at < text.length; at += size) yield { data: text.slice(at, at + size), done: at };
  return ['something was lost'];
}

async function pageOf(json: string, title: string, view: string, size = 7) {
  const writing = standalonePage(PAGE, pieces(json, size), title, view);
  let text = '';
  for (;;) {
    const step = await writing.next();
    if (step.done) return { text, notes: step.value };
    text += step.value.data as string;
  }
}

const parsed = (text: string) => new DOMParser().parseFromString(text, 'text/html');
const hostile = fc.oneof(
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>',
    '\u2028\u2029',
    '$&$`$1',
    '"><img src=x>',
  ),
  fc.string({ unit: 'binary' }),
);

describe('a page with a chronology in it', () => {
  it('gives back what was put in, whatever that is, and has no element more (fast-check, seed 52)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile), hostile, fc.integer({ min: 1, max: 40 }), async (texts, title, size) => {
        const { text, notes } = await pageOf(JSON.stringify({ texts }), title, 'q="a"&b=<c>', size);
        const page = parsed(text);
        const block = page.getElementById('chronology')!;
        expect(JSON.parse(block.textContent)).toEqual({ texts });
        expect(block.getAttribute('data-view')).toBe('q="a"&b=<c>');
        expect(page.querySelectorAll('script').length).toBe(2);
        expect(page.querySelectorAll('img').length).toBe(0);
        expect(page.getElementById('program')!.textContent).toBe("void '$&$1</p>'");
        expect(notes).toEqual(['something was lost']);
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  it('has the title of the chronology', async () => {
    expect(parsed((await pageOf('{}', 'A </title><b> & "c"', '')).text).title).toBe('A </title><b> & "c"');
  });

  it('is made of no other page', () => {
    expect(isStandalonePage(PAGE)).toBe(true);
    expect(isStandalonePage('<!doctype html><title>Dateline</title>')).toBe(false);
    expect(isStandalonePage('')).toBe(false);
  });
});
