import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../../src/engine/formats/choices';
import { recognise } from '../../../src/engine/formats/recognise';
import type { Found } from '../../../src/engine/formats/format';
import type { Survey } from '../../../src/engine/mapping/mapping';
import { sampleOf } from '../../fixtures/found';

/** What a table that nobody knows holds, read in pieces of `size`, and what is told of it. */
async function survey(text: string, size = text.length): Promise<{ readonly survey: Survey; readonly told: unknown }> {
  const recognised = await recognise(sampleOf(text), NO_CHOICES);
  if (recognised?.kind !== 'read' || recognised.survey === undefined) throw new Error('not an unknown table');
  const found: (Found | null)[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...recognised.reader.add(text.slice(at, at + size)));
  found.push(...recognised.reader.end());
  const told = found.flatMap((each) =>
    each?.kind === 'fault' ? [`${each.fault.line}: ${String(each.fault.found)}: ${each.fault.reason}`] : [],
  );
  return { survey: recognised.survey(), told };
}

const ABOVE = 'stands above the header: it is no part of the table';
const ROWS = '2024-01-05,One thing,Ann\n2024-02-06,Another thing,Bo\n2024-03-07,A third thing,Cy\n';

describe('the header of a table', () => {
  it('is found below lines of some cells, wherever the text is parted', async () => {
    const text = `Report of incidents,,\nGenerated,2024-05-01,\n,,\nDate,Event,Actors\n${ROWS}`;
    for (const size of [1, 7, text.length]) {
      const found = await survey(text, size);
      expect(found.survey.columns.map(({ name }) => name)).toEqual(['Date', 'Event', 'Actors']);
      expect(found.survey.rows).toBe(3);
      expect(found.told).toEqual([`1: Report of incidents: ${ABOVE}`, `2: Generated 2024-05-01: ${ABOVE}`]);
    }
  });

  it('is found below remarks with commas in them, and below the line of Excel', async () => {
    const remarks = await survey(`# made, with care, by X\n# and, others\nDate,Event,Actors\n${ROWS}`);
    expect(remarks.survey.columns.map(({ guess }) => guess)).toEqual(['date', 'title', 'actors']);
    const marked = await survey(`\ufeffsep=;\r\n${`Date,Event,Actors\n${ROWS}`.replaceAll(',', ';')}`);
    expect(marked.survey.columns.map(({ name }) => name)).toEqual(['Date', 'Event', 'Actors']);
    expect(marked.told).toEqual([]);
  });

  it('may begin with the sign of a remark, and stays the first row where no other is one', async () => {
    const { survey: found, told } = await survey('#Date,Event\n2024-01-05,One thing\n2024-01-06,Two things\n');
    expect([found.rows, found.columns.map(({ name }) => name), told]).toEqual([2, ['#Date', 'Event'], []]);
  });

  it('is missing where the first row has a day above days, or the only year above years: no row is lost', async () => {
    const days = await survey(ROWS);
    expect(days.survey.columns.map(({ name, guess }) => [name, guess])).toEqual([
      ['column 1', 'date'],
      ['column 2', 'title'],
      ['column 3', 'keep'],
    ]);
    expect(days.survey.rows).toBe(3);
    expect(days.told).toEqual([
      '1: 2024-01-05, One thing, Ann: has no header: its first row is an event, and its columns are numbered',
    ]);
    const years = await survey('1914;War begins;x\n1915;It goes on;y\n1918;War ends;z\n');
    expect([years.survey.rows, years.survey.columns[0].guess]).toEqual([3, 'date']);
  });

  it('is there where its names are days above numbers, or years', async () => {
    const wide = await survey('Place,1/22/20,1/23/20\nAland,4,5\nBland,6,7\nCland,8,9\n');
    expect(wide.survey.columns.map(({ name }) => name)).toEqual(['Place', '1/22/20', '1/23/20']);
    const years = await survey('Land,1990,1991\nAland,1990,1991\nBland,1992,1993\nCland,1990,1995\n');
    expect(years.survey.rows).toBe(3);
  });

  it('is parted from the rows of a table in Markdown by dashes, which are no row', async () => {
    const { survey: found } = await survey('| Date | Event |\n|---|:--|\n| 2024-01-01 | A |\n| 2024-01-02 | B |\n');
    expect(found.rows).toBe(2);
  });
});
