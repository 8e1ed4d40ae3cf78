import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../../src/engine/formats/choices';
import { markwhen } from '../../../src/engine/formats/markwhen';
import { recognise } from '../../../src/engine/formats/recognise';
import { readText, sampleOf, sortedFound } from '../../fixtures/found';

/** What is found in a text, which comes in pieces of `size`, and in what format; what its columns hold where nobody knows. */
async function read(text: string, size = text.length) {
  const recognised = await recognise(sampleOf(text), NO_CHOICES);
  if (recognised?.kind !== 'read')
    return { format: null, message: recognised?.message, events: [], faults: [], first: [] };
  const { reader } = recognised;
  const found = [];
  for (let at = 0; at < text.length; at += size) found.push(...reader.add(text.slice(at, at + size)));
  found.push(...reader.end());
  return { format: recognised.format, ...sortedFound(found), first: recognised.survey?.().first ?? [] };
}

describe('quoted cells after spaces', () => {
  const text = 'Date, Title, Summary\n2024-01-02, "One, two", "a ""b"" c"\n2024-01-03, Plain, x\n2024-01-04, "X", y\n';

  it('are quoted cells, wherever the text is parted', async () => {
    for (const size of [1, 3, 1000]) {
      const { first } = await read(text, size);
      expect(first.map((cells) => cells.map((cell) => String(cell).trim()))).toEqual([
        ['2024-01-02', 'One, two', 'a "b" c'],
        ['2024-01-03', 'Plain', 'x'],
        ['2024-01-04', 'X', 'y'],
      ]);
    }
  });

  it('but not where cells are quoted at once: then such spaces are part of the text', async () => {
    const { first } = await read('date,title\n"2024","He said, ""no"""\n"2025","She, ""B"", too"\n');
    expect(first).toEqual([
      ['2024', 'He said, "no"'],
      ['2025', 'She, "B", too'],
    ]);
  });

  it('and no sign that a table may be parted by breaks it', async () => {
    for (const sign of ['^', ']', '\\', '*']) {
      const { first } = await read(`sep=${sign}\ndate${sign}title\n2024${sign} "A"\n2025${sign} "B"\n`);
      expect([sign, first.length]).toEqual([sign, 2]);
    }
  });
});

describe('columns of one name', () => {
  it('are each told once, with what the later ones are called; blank names are none', async () => {
    for (const size of [1, 1000]) {
      const { faults } = await read('title,date,, Date,date,,date\nA,2024,,2025,2026,,2027\n', size);
      expect(faults.map(({ line, column, reason }) => [line, column, reason])).toEqual([
        [1, 1, 'is the name of column 2 and of column 5: the latter is called "date (2)"'],
        [1, 1, 'is the name of column 2 and of column 7: the latter is called "date (3)"'],
      ]);
    }
  });
});

describe('a result of SPARQL as TSV', () => {
  const typed = (text: string, type: string) => `"${text}"^^<http://www.w3.org/2001/XMLSchema#${type}>`;
  const text = [
    '?item\t?itemLabel\t?date\t?timePrecision',
    `<http://www.wikidata.org/entity/Q10>\t"The \\"Long\\" War"@en\t${typed('1939-09-01T00:00:00Z', 'dateTime')}\t${typed('11', 'integer')}`,
    `<http://www.wikidata.org/entity/Q11>\t"A Peace"@en\t${typed('1947-01-01T00:00:00Z', 'dateTime')}\t9`,
    '',
  ].join('\n');

  it('is read by what its terms say, wherever it is parted', async () => {
    for (const size of [1, 7, text.length]) {
      const { format, events } = await read(text, size);
      expect(format).toBe('Wikidata query result (CSV)');
      expect(events).toMatchObject([
        { id: 'Q10', title: 'The "Long" War', date: '1939-09-01' },
        { id: 'Q11', title: 'A Peace', date: '1947' },
      ]);
    }
  });
});

describe('a head of markwhen that never ends', () => {
  it('ends before the first entry, and that is told', () => {
    const text = '---\ntitle: Open\n2023-01-05: First\n2024: Second\n';
    const { head, events, faults } = sortedFound(readText(markwhen, text));
    expect(head).toEqual({ title: 'Open' });
    expect(events).toMatchObject([
      { title: 'First', date: '2023-01-05' },
      { title: 'Second', date: '2024' },
    ]);
    const reason = 'begins a head that does not end: it is taken to end before the first entry';
    expect(faults).toMatchObject([{ line: 1, reason }]);
  });
});

it('a list without objects is said to be one', async () => {
  for (const text of ['[]', '["a", "b"]', '[[[1]]]']) {
    expect(await read(text)).toMatchObject({
      message: expect.stringMatching(/^The file holds a list without objects/),
    });
  }
});
