import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CITATION_STYLES, cite } from '../../src/domain/cite';
import type { ChronologyEvent, Source } from '../../src/domain/event';
import { ENGLISH } from '../../src/domain/phrase-books';
import { chronologyOf, type Sketch } from '../fixtures/events';

const SOURCE: Source = {
  title: 'On the Minsk session',
  url: 'https://en.example.org/news/?id=7&copy;=1_2',
  publisher: 'CSTO (odkb-csto.org)',
  date: '2023-11-23',
  tier: 'primary',
  supports: 'date and place',
  language: 'en',
  origin: null,
};
const BARE: Source = {
  title: 'Notes',
  url: null,
  publisher: null,
  date: null,
  tier: null,
  supports: null,
  language: null,
  origin: null,
};
const LINK = 'https://dateline.example/#event=minsk';

function cited(
  style: (typeof CITATION_STYLES)[number]['style'],
  sketch: Sketch,
  sources: readonly Source[] = [],
): string {
  const { chronology, events } = chronologyOf([{ id: 'minsk', title: 'Minsk session', ...sketch }]);
  const event: ChronologyEvent = { ...events[0], sources };
  return cite(style, event, { ...chronology, title: 'CSTO chronology', updated: '2026-11' }, ENGLISH, LINK);
}

describe('an event with two sources', () => {
  const sketch = { date: '2023-11-23' };
  const sources = [SOURCE, { ...BARE, publisher: 'Agency', tier: 'copy', origin: 'TASS' } as const];

  test('as plain text', () => {
    expect(cited('plain', sketch, sources)).toMatchInlineSnapshot(`
      "“Minsk session”, 23 Nov 2023. In: CSTO chronology. https://dateline.example/#event=minsk
      Sources:
      1. “On the Minsk session”. CSTO (odkb-csto.org), 23 Nov 2023. https://en.example.org/news/?id=7&copy;=1_2 (primary source; for: date and place)
      2. “Notes”. Agency. (reprint; after TASS)
      "
    `);
  });
  test('as Markdown', () => {
    expect(cited('markdown', sketch, sources)).toMatchInlineSnapshot(`
      "[Minsk session](<https://dateline.example/#event=minsk>), 23 Nov 2023. In: *CSTO chronology*.

      1. [On the Minsk session](<https://en.example.org/news/?id=7&amp;copy;=1_2>). CSTO (odkb-csto.org), 23 Nov 2023. (primary source; for: date and place)
      2. “Notes”. Agency. (reprint; after TASS)
      "
    `);
  });
  test('as BibTeX', () => {
    expect(cited('bibtex', sketch, sources)).toMatchInlineSnapshot(`
      "@misc{minsk,
        title = {{Minsk session}},
        howpublished = {In: CSTO chronology},
        date = {2023-11-23},
        year = {2023},
        url = {https://dateline.example/#event=minsk},
      }

      @misc{minsk-1,
        title = {{On the Minsk session}},
        howpublished = {CSTO (odkb-csto.org)},
        date = {2023-11-23},
        year = {2023},
        url = {https://en.example.org/news/?id=7&copy;=1_2},
        language = {en},
        note = {primary source; for: date and place},
      }

      @misc{minsk-2,
        title = {{Notes}},
        howpublished = {Agency},
        note = {reprint; after TASS},
      }
      "
    `);
  });
  test('as CSL-JSON', () => {
    expect(JSON.parse(cited('csl-json', sketch, sources))).toEqual([
      {
        id: 'minsk',
        type: 'entry',
        title: 'Minsk session',
        'container-title': 'CSTO chronology',
        'event-date': { 'date-parts': [[2023, 11, 23]] },
        issued: { 'date-parts': [[2026, 11]] },
        URL: LINK,
        language: 'en',
      },
      {
        id: 'minsk-1',
        type: 'webpage',
        title: 'On the Minsk session',
        'container-title': 'CSTO (odkb-csto.org)',
        issued: { 'date-parts': [[2023, 11, 23]] },
        URL: SOURCE.url,
        language: 'en',
        note: 'primary source; for: date and place',
      },
      { id: 'minsk-2', type: 'webpage', title: 'Notes', 'container-title': 'Agency', note: 'reprint; after TASS' },
    ]);
  });
});

test('an undated event without sources is one line', () => {
  expect(cited('plain', {})).toBe(`“Minsk session”, undated. In: CSTO chronology. ${LINK}\n`);
  expect(cited('markdown', {})).toBe(`[Minsk session](<${LINK}>), undated. In: *CSTO chronology*.\n`);
});

describe('dates keep their precision', () => {
  test.each([
    ['2023', { 'date-parts': [[2023]] }],
    ['2023-11', { 'date-parts': [[2023, 11]] }],
    [
      '2022-01-06/2022-02',
      {
        'date-parts': [
          [2022, 1, 6],
          [2022, 2],
        ],
      },
    ],
    ['2000?', { 'date-parts': [[2000]], circa: true }],
    ['2024-07-25T10:30:00Z', { 'date-parts': [[2024, 7, 25]] }],
  ])('%s in CSL parts', (date, expected) => {
    expect(JSON.parse(cited('csl-json', { date }))[0]['event-date']).toEqual(expected);
  });

  test.each(['[2022-01-19..2023-11-23]', '2024-05/..', '199X', '2024-21', '-0043', '1560-XX-25', '{2001, 2003}'])(
    '%s in words, for which CSL has no parts',
    (date) => {
      expect(JSON.parse(cited('csl-json', { date }))[0]['event-date']).toEqual({
        literal: expect.any(String) as string,
      });
    },
  );

  test.each([
    ['2023-11', ['  date = {2023-11},', '  year = {2023},']],
    ['2022-01-06/2022-01-19', ['  date = {2022-01-06/2022-01-19},', '  year = {2022},']],
    ['2000%', ['  date = {2000\\%},', '  year = {2000},']],
    ['[2022-01-19..2023-11-23]', []],
    ['Y17000', []],
  ])('%s in BibTeX', (date, lines) => {
    expect(
      cited('bibtex', { date })
        .split('\n')
        .filter((line) => /^ {2}(?:date|year)/.test(line)),
    ).toEqual(lines);
  });
});

/** Anything people may write, and signs that mean something somewhere more often than chance would have it. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('\\{}[]()<>*_`#$%&~^"!|@,\n\t -+.=:;1')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
});
const flat = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const OPTIONS = { seed: 7, numRuns: 500 };

describe('any text comes out as itself (seed 7)', () => {
  test('in BibTeX: braces balance, and undoing the escapes gives the text', () => {
    const undo: Readonly<Record<string, string>> = {
      '\\textbackslash{}': '\\',
      '\\textbraceleft{}': '{',
      '\\textbraceright{}': '}',
      '\\textasciitilde{}': '~',
      '\\textasciicircum{}': '^',
    };
    fc.assert(
      fc.property(anyText, anyText, (title, publisher) => {
        const text = cited('bibtex', { title, id: title }, [{ ...SOURCE, title, publisher }]);
        const entries = bibEntries(text);
        const plain = (value: string): string =>
          value.replace(/\\text[a-z]+\{\}|\\(.)/g, (whole, sign: string | undefined) => sign ?? undo[whole]);
        expect(entries).toHaveLength(2);
        for (const fields of entries) expect(plain(fields.get('title') ?? '')).toBe(`{${flat(title)}}`);
        expect(plain(entries[1].get('howpublished') ?? '')).toBe(flat(publisher));
      }),
      OPTIONS,
    );
  });

  test('in Markdown: every sign with a meaning is behind a backslash, and taking those away gives the text', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const [first] = cited('markdown', { title }).split('](<https');
        const written = first.slice(1);
        expect(written.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(flat(title));
        expect(written.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_[\]<>&~|$\n]/);
      }),
      OPTIONS,
    );
  });

  test('in CSL-JSON', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, id) => {
        expect(JSON.parse(cited('csl-json', { title, id }))[0]).toMatchObject({ title: flat(title), id });
      }),
      OPTIONS,
    );
  });

  test('in plain text: one line for the event and one for each source', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const lines = cited('plain', { title }, [{ ...SOURCE, title, supports: title }]).split('\n');
        expect(lines).toHaveLength(4);
        expect(lines[0]).toContain(`“${flat(title)}”`);
      }),
      OPTIONS,
    );
  });

  /** The fields of each entry, read as BibTeX does: a value ends where its braces balance, whatever backslashes say. */
  function bibEntries(text: string): Map<string, string>[] {
    return text
      .split(/^@misc/m)
      .slice(1)
      .map((entry) => {
        expect(depthAfter(entry)).toBe(0);
        expect(entry).toMatch(/^\{[A-Za-z0-9][\w:.-]*,\n/);
        const fields = new Map<string, string>();
        for (const { 1: name, 2: rest, index } of entry.matchAll(/^ {2}(\w+) = \{(.*)\},$/gm)) {
          expect(depthAfter(entry.slice(0, index))).toBe(1);
          fields.set(name, rest);
        }
        return fields;
      });
  }

  function depthAfter(text: string): number {
    let depth = 0;
    for (const sign of text) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    return depth;
  }
});

describe('addresses stay whole and cannot break out', () => {
  const url = 'https://a.example/x>)[y]{z}\\(w)"\'<u>&lt;&q=%7B#f_g';

  test('of a Markdown link', () => {
    const line = cited('markdown', {}, [{ ...BARE, url }]).split('\n')[2];
    expect(line).toBe('1. [Notes](<https://a.example/x%3E)[y]{z}%5C(w)"\'%3Cu%3E&amp;lt;&q=%7B#f_g>).');
  });

  test('of a BibTeX field', () => {
    expect(cited('bibtex', {}, [{ ...BARE, url }])).toContain(
      'url = {https://a.example/x>)[y]%7Bz%7D%5C(w)"\'<u>&lt;&q=%7B#f_g},',
    );
  });
});

test.each(['', '***', 'é', '__proto__', '{x}'])('an id such as %j gives a key that BibTeX takes', (id) => {
  expect(cited('bibtex', { id })).toMatch(/^@misc\{[A-Za-z0-9][\w:.-]*,\n/);
});
