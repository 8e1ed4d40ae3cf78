import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../src/domain/parsing/event';
import type { Fault, Found } from '../../../src/engine/formats/format';
import type { Cell } from '../../../src/engine/formats/table';
import { mappedRows } from '../../../src/engine/mapping/mapped-rows';
import type { Mapping } from '../../../src/engine/mapping/mapping';
import { preview } from '../../../src/engine/mapping/preview';
import { valuesOf } from '../../../src/engine/mapping/separators';
import { surveying } from '../../../src/engine/mapping/survey';

/** What a table gives by the mapping guessed for it, altered by `change`. */
function read(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  change: Partial<Mapping> = {},
): readonly Found[] {
  const survey = surveying('table.csv', header);
  const placed = rows.map((cells, index) => ({ cells, spot: { line: index + 2, column: 1 } }));
  for (const row of placed) survey.add(row);
  const found = survey.survey();
  const reader = mappedRows(found, { ...found.mapping, ...change });
  return [...placed.flatMap((row) => [...reader.row(row)]), ...reader.end()];
}

function eventsOf(found: readonly Found[]): readonly unknown[] {
  return found.flatMap((each) => (each.kind === 'event' ? [each.event] : []));
}

function faultsOf(found: readonly Found[]): readonly Fault[] {
  return found.flatMap((each) =>
    each.kind === 'event' ? (each.faults ?? []) : each.kind === 'fault' ? [each.fault] : [],
  );
}

describe('mappedRows', () => {
  it('makes events of dateline/1 that need no mending', () => {
    const found = read(
      [
        'ID',
        'Date',
        'End',
        'Published',
        'Event',
        'Description',
        'People',
        'Tags',
        'Type',
        'City',
        'Country',
        'Source',
        'URL',
        'Casualties',
      ],
      [
        [
          '7',
          '5 May 2024',
          '7 May 2024',
          '8.5.2024',
          'A fire',
          'It burnt.',
          'Ann; Bob;Ann',
          'fire|sea',
          'disaster',
          'Rome',
          'Italy',
          'News',
          'https://a.example',
          3,
        ],
      ],
    );
    expect(found).toEqual([
      {
        kind: 'event',
        spot: { line: 2, column: 1 },
        event: {
          id: '7',
          title: 'A fire',
          date: '2024-05-05/2024-05-07',
          reported: '2024-05-08',
          summary: 'It burnt.',
          actors: ['Ann', 'Bob'],
          topics: ['fire', 'sea'],
          type: 'disaster',
          place: 'Rome, Italy',
          sources: [{ title: 'News', url: 'https://a.example' }],
          Casualties: 3,
        },
      },
    ]);
    expect(readEvent(eventsOf(found)[0], 0).problems).toEqual([]);
  });

  it('keeps an event whose date cannot be read, undated, and tells', () => {
    const found = read(['Date', 'Event'], [['2024-02-30', 'A fire']]);
    expect(eventsOf(found)).toEqual([{ title: 'A fire' }]);
    expect(faultsOf(found)).toEqual([
      {
        line: 2,
        column: 1,
        field: 'Date',
        found: '2024-02-30',
        reason: 'cannot be read as a date (there is no day 30: February 2024 has 29 days): the event is undated',
        remedy: 'use days 1 to 29',
        leftOut: false,
      },
    ]);
  });

  it('leaves out a row without a title, and tells; a blank row is nothing', () => {
    const found = read(
      ['Date', 'Event', 'Note'],
      [
        ['2024', ' ', ''],
        [null, '', ' '],
        ['2025', 'b', 'c'],
      ],
    );
    expect(eventsOf(found)).toEqual([{ title: 'b', date: '2025', note: 'c' }]);
    expect(faultsOf(found)).toEqual([
      {
        line: 2,
        column: 1,
        field: 'Event',
        found: '2024',
        reason: 'has no title: the row is left out',
        remedy: 'write a title',
        leftOut: true,
      },
    ]);
  });

  it('lets the first words of the summary stand in for a title, and tells', () => {
    const found = read(
      ['Event', 'Description'],
      [
        ['', 'It burnt for long.\nThen it rained.'],
        ['b', 'c'],
      ],
    );
    expect(eventsOf(found)[0]).toEqual({ title: 'It burnt for long.', summary: 'It burnt for long.\nThen it rained.' });
    expect(faultsOf(found).map(({ reason }) => reason)).toEqual(['is blank: the first words of the summary stand in']);
  });

  it('makes a title of the first words of a long description, and loses nothing', () => {
    const text = `The first sentence is here. ${'And so on. '.repeat(30)}`.trim();
    const found = read(['Date', 'Description'], [['2024', text]]);
    expect(eventsOf(found)).toEqual([{ title: 'The first sentence is here.', date: '2024', summary: text }]);
    expect(faultsOf(found)).toEqual([]);
  });

  it('tells of an end before the beginning, and keeps the beginning', () => {
    const found = read(
      ['Start', 'End', 'Event'],
      [
        ['2024-05-05', '2024-05-01', 'a'],
        ['', '2024', 'b'],
        ['2024', '2024', 'c'],
        ['2020', '', 'd'],
      ],
    );
    expect(eventsOf(found)).toEqual([
      { title: 'a', date: '2024-05-05' },
      { title: 'b', date: '/2024' },
      { title: 'c', date: '2024' },
      { title: 'd', date: '2020' },
    ]);
    expect(faultsOf(found).map(({ field, found: value, reason }) => [field, value, reason])).toEqual([
      ['End', '2024-05-01', 'the end, 2024-05-01, is before the beginning, 2024-05-05: the end is left away'],
    ]);
  });

  it('joins dates that stand in several columns', () => {
    const parts = read(
      ['Year', 'Month', 'Day', 'Event'],
      [
        ['2024', '5', '3', 'a'],
        ['2024', '5', '', 'b'],
        ['2024', '', '', 'c'],
        ['2024', 'May', '3', 'd'],
        [2024, 0, 0, 'e'],
      ],
    );
    expect(eventsOf(parts)).toEqual(
      ['2024-05-03', '2024-05', '2024', '2024-05-03', '2024'].map((date, i) => ({ title: 'abcde'[i], date })),
    );
    const timed = read(
      ['Time', 'Date', 'Event'],
      [
        ['10:30', '3 May 2024', 'a'],
        ['', '4.5.2024', 'b'],
        ['10:30', new Date(Date.UTC(2024, 4, 3)), 'c'],
      ],
    );
    expect(eventsOf(timed)).toEqual([
      { title: 'a', date: '2024-05-03T10:30' },
      { title: 'b', date: '2024-05-04' },
      { title: 'c', date: '2024-05-03T10:30' },
    ]);
  });

  it('does not guess the order of days and months', () => {
    const rows = [['03/04/2024', 'a']];
    expect(eventsOf(read(['Date', 'Event'], rows))).toEqual([{ title: 'a' }]);
    expect(eventsOf(read(['Date', 'Event'], rows, { dayOrder: 'day first' }))).toEqual([
      { title: 'a', date: '2024-04-03' },
    ]);
    const shown = [...rows, ['04/13/2024', 'b']];
    expect(eventsOf(read(['Date', 'Event'], shown))[0]).toEqual({ title: 'a', date: '2024-03-04' });
    expect(eventsOf(read(['Date', 'Event'], shown, { dayOrder: 'day first' }))[0]).toEqual({
      title: 'a',
      date: '2024-03-04',
    });
  });

  it('reads cells of workbooks', () => {
    const found = read(
      ['Date', 'Event', 'Sure'],
      [
        [new Date(Date.UTC(2024, 0, 5)), 1984, true],
        [new Date(Date.UTC(2024, 0, 5, 13, 45)), 'b', null],
      ],
    );
    expect(eventsOf(found)).toEqual([
      { title: '1984', date: '2024-01-05', Sure: true },
      { title: 'b', date: '2024-01-05T13:45' },
    ]);
    expect(
      eventsOf(
        read(
          ['Date', 'Event'],
          [
            [45000, 'a'],
            [45000.5, 'b'],
          ],
        ),
      ),
    ).toEqual([
      { title: 'a', date: '2023-03-15' },
      { title: 'b', date: '2023-03-15T12:00' },
    ]);
  });

  it('gives every address a source, with the title at its place', () => {
    const sources = (source: string, url: string): unknown =>
      eventsOf(
        read(
          ['Event', 'Source', 'URL'],
          [
            ['a', source, url],
            ['b', 'x', 'https://x.example'],
          ],
        ),
      )[0];
    expect(sources('A; B', 'https://a.example https://b.example')).toEqual({
      title: 'a',
      sources: [
        { title: 'A', url: 'https://a.example' },
        { title: 'B', url: 'https://b.example' },
      ],
    });
    expect(sources('A', '')).toEqual({ title: 'a', sources: [{ title: 'A' }] });
    expect(sources('', 'https://a.example')).toEqual({
      title: 'a',
      sources: [{ title: 'https://a.example', url: 'https://a.example' }],
    });
  });

  it('keeps what has no field, under its own name and never in place of another', () => {
    const found = read(['Event', 'related', '__proto__', 'Status', ''], [['a', 'x', 'y', 'open', 'z', 'beyond']], {
      roles: ['title', 'keep', 'keep', 'keep', 'keep'],
    });
    expect(eventsOf(found)).toEqual([
      Object.fromEntries([
        ['title', 'a'],
        ['_related', 'x'],
        ['___proto__', 'y'],
        ['status', 'open'],
        ['column 5', 'z'],
        ['column 6', 'beyond'],
      ]),
    ]);
  });

  it('ignores what it is told to, and survives a mapping of another table', () => {
    expect(eventsOf(read(['Event', 'b'], [['a', 'x']], { roles: ['title', 'ignore'] }))).toEqual([{ title: 'a' }]);
    expect(eventsOf(read(['Event', 'b'], [['a', 'x']], { roles: ['title'], separators: [] }))).toEqual([
      { title: 'a', b: 'x' },
    ]);
    expect(faultsOf(read(['Event', 'b'], [['a', 'x']], { roles: [] })).map(({ remedy }) => remedy)).toEqual([
      'choose a column for the title',
    ]);
  });
});

describe('valuesOf', () => {
  it('parts, trims, and keeps each value once', () => {
    expect(valuesOf(' a; b;;a ;"c"', ';')).toEqual(['a', 'b', 'c']);
    expect(valuesOf('a, b', '')).toEqual(['a, b']);
    expect(valuesOf('a\nb', '\n')).toEqual(['a', 'b']);
  });
});

describe('preview', () => {
  it('shows ten events and what is wrong with the first rows, with their lines', () => {
    const survey = surveying('table.csv', ['Date', 'Event', 'People']);
    for (let i = 0; i < 300; i += 1) {
      survey.add({
        cells: [
          i % 50 === 0 ? 'soon' : `${1 + (i % 28)} May 2024`,
          ...(i === 7 ? ['', ''] : [`Event ${i}`, 'Ann; Bob']),
        ],
        spot: { line: i + 2, column: 1 },
      });
    }
    const found = survey.survey();
    const shown = preview(found, found.mapping);
    expect(shown).toMatchObject({ rows: 200, dated: 195, undated: 4, leftOut: 1 });
    expect(shown.events).toHaveLength(10);
    expect(shown.events[1]).toMatchObject({ title: 'Event 1', date: { text: '2024-05-02' }, actors: ['Ann', 'Bob'] });
    expect(shown.problems.map(({ line }) => line)).toEqual([2, 9, 52, 102, 152]);
    const other = preview(found, { ...found.mapping, roles: ['ignore', 'title', 'keep'] });
    expect(other).toMatchObject({ dated: 0, undated: 199 });
  });
});
