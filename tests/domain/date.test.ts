import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/calendar';
import { type EventDate, readDate } from '../../src/domain/date';

function read(text: string): EventDate {
  const reading = readDate(text);
  if (!reading.ok) throw new Error(reading.message);
  return reading.date;
}

/** `2024-02` style days, first and the one after the last, and the precision. */
type Row = readonly [text: string, from: string, before: string, precision: string];

/** Of `-0044-03-15` or `2024-03-15T10:00:00.000Z`, by Date. */
function at(day: string): number {
  if (day === '-∞') return -Infinity;
  if (day === '∞') return Infinity;
  const [, sign, year, rest] = /^(-?)(\d{4})-(.*)$/.exec(day)!;
  const whole = rest.includes('T') ? rest : `${rest}T00:00:00.000Z`;
  return sign === '' ? Date.parse(`${year}-${whole}`) : Date.parse(`-00${year}-${whole}`);
}

const POINTS: readonly Row[] = [
  ['2024', '2024-01-01', '2025-01-01', 'year'],
  ['2024-02', '2024-02-01', '2024-03-01', 'month'],
  ['2024-12', '2024-12-01', '2025-01-01', 'month'],
  ['2024-02-29', '2024-02-29', '2024-03-01', 'day'],
  ['2000-02-29', '2000-02-29', '2000-03-01', 'day'],
  ['0000', '0000-01-01', '0001-01-01', 'year'],
  ['0000-02-29', '0000-02-29', '0000-03-01', 'day'],
  ['0099-12-31', '0099-12-31', '0100-01-01', 'day'],
  ['-0044-03-15', '-0044-03-15', '-0044-03-16', 'day'],
  ['-0001', '-0001-01-01', '0000-01-01', 'year'],
  ['-1985-04', '-1985-04-01', '-1985-05-01', 'month'],
  ['2001-21', '2001-03-01', '2001-06-01', 'season'],
  ['2001-22', '2001-06-01', '2001-09-01', 'season'],
  ['2001-23', '2001-09-01', '2001-12-01', 'season'],
  ['2001-24', '2001-12-01', '2002-03-01', 'season'],
  ['2001-25', '2001-03-01', '2001-06-01', 'season'],
  ['2001-28', '2001-12-01', '2002-03-01', 'season'],
  ['2001-29', '2001-09-01', '2001-12-01', 'season'],
  ['2001-30', '2001-12-01', '2002-03-01', 'season'],
  ['2001-32', '2001-06-01', '2001-09-01', 'season'],
  ['2001-33', '2001-01-01', '2001-04-01', 'season'],
  ['2001-36', '2001-10-01', '2002-01-01', 'season'],
  ['2001-38', '2001-05-01', '2001-09-01', 'season'],
  ['2001-41', '2001-07-01', '2002-01-01', 'season'],
  ['201X', '2010-01-01', '2020-01-01', 'decade'],
  ['18XX', '1800-01-01', '1900-01-01', 'century'],
  ['1XXX', '1000-01-01', '2000-01-01', 'millennium'],
  ['-01XX', '-0199-01-01', '-0099-01-01', 'century'],
  ['2004-XX', '2004-01-01', '2005-01-01', 'year'],
  ['2004-XX-XX', '2004-01-01', '2005-01-01', 'year'],
  ['1985-04-XX', '1985-04-01', '1985-05-01', 'month'],
  ['15XX-12-25', '1500-12-25', '1599-12-26', 'century'],
  ['1XXX-XX', '1000-01-01', '2000-01-01', 'millennium'],
  ['1XXX-12', '1000-12-01', '2000-01-01', 'millennium'],
  ['19X5', '1905-01-01', '1996-01-01', 'century'],
  ['2004-1X', '2004-10-01', '2005-01-01', 'year'],
  ['2004-X8', '2004-08-01', '2004-09-01', 'year'],
  ['2004-06-3X', '2004-06-30', '2004-07-01', 'month'],
  ['2004-XX-31', '2004-01-31', '2005-01-01', 'year'],
  ['XXXX-02-29', '0000-02-29', '9996-03-01', 'millennium'],
  ['19XX-24', '1900-12-01', '2000-03-01', 'century'],
  ['2004-01-01T10:10:10Z', '2004-01-01T10:10:10.000Z', '2004-01-01T10:10:11.000Z', 'second'],
  ['2004-01-01T10:10:10+05:00', '2004-01-01T05:10:10.000Z', '2004-01-01T05:10:11.000Z', 'second'],
  ['2004-01-01T10:10:10-04', '2004-01-01T14:10:10.000Z', '2004-01-01T14:10:11.000Z', 'second'],
  ['2004-01-01T01:10+05:45', '2003-12-31T19:25:00.000Z', '2003-12-31T19:26:00.000Z', 'minute'],
  ['2004-01-01T10:10:10', '2004-01-01T10:10:10.000Z', '2004-01-01T10:10:11.000Z', 'second'],
  ['2004-01-01T10Z', '2004-01-01T10:00:00.000Z', '2004-01-01T11:00:00.000Z', 'hour'],
  ['2004-01-01T10:10:10.285Z', '2004-01-01T10:10:10.285Z', '2004-01-01T10:10:10.286Z', 'millisecond'],
  ['2004-01-01T10:10:10.5Z', '2004-01-01T10:10:10.500Z', '2004-01-01T10:10:10.600Z', 'millisecond'],
  ['-0044-03-15T12:00:00Z', '-0044-03-15T12:00:00.000Z', '-0044-03-15T12:00:01.000Z', 'second'],
];

const SPANS: readonly Row[] = [
  ['1964/2008', '1964-01-01', '2009-01-01', 'year'],
  ['2004-02-01/2005-02', '2004-02-01', '2005-03-01', 'month'],
  ['2004-02-01/2005', '2004-02-01', '2006-01-01', 'year'],
  ['-0500/-0490-03', '-0500-01-01', '-0490-04-01', 'year'],
  ['2004-06-01/..', '2004-06-01', '∞', 'day'],
  ['2004-06-01/', '2004-06-01', '∞', 'day'],
  ['../2004', '-∞', '2005-01-01', 'year'],
  ['/2004', '-∞', '2005-01-01', 'year'],
  ['2022-01/2022-01', '2022-01-01', '2022-02-01', 'month'],
  ['2004-06-XX/2004-07-03', '2004-06-01', '2004-07-04', 'month'],
  ['2004-01-01T10:00Z/2004-01-01T12:00Z', '2004-01-01T10:00:00.000Z', '2004-01-01T12:01:00.000Z', 'minute'],
  ['2021-21/2021-23', '2021-03-01', '2021-12-01', 'season'],
];

const SETS: readonly Row[] = [
  ['[2022-01-19..2023-11-23]', '2022-01-19', '2023-11-24', 'day'],
  ['[1667,1668,1670..1672]', '1667-01-01', '1673-01-01', 'year'],
  ['[1668, 1667]', '1667-01-01', '1669-01-01', 'year'],
  ['[..1760-12-03]', '-∞', '1760-12-04', 'day'],
  ['[1760-12..]', '1760-12-01', '∞', 'month'],
  ['[1667,1760-12..]', '1667-01-01', '∞', 'year'],
  ['{1667,1668,1670..1672}', '1667-01-01', '1673-01-01', 'year'],
  ['{1960,1961-12}', '1960-01-01', '1962-01-01', 'year'],
  ['{..1984}', '-∞', '1985-01-01', 'year'],
  ['{2004~}', '2004-01-01', '2005-01-01', 'year'],
];

describe('readDate', () => {
  it.each(POINTS)('reads %s as from %s to before %s, a %s', (text, from, before, precision) => {
    const date = read(text);
    expect(date).toMatchObject({ text, kind: 'point', earliest: at(from), latest: at(before), precision, members: [] });
    expect(date.begin).toBe(date.end);
  });

  it.each(SPANS)('reads the span %s as from %s to before %s, to the %s', (text, from, before, precision) => {
    expect(read(text)).toMatchObject({ text, kind: 'span', earliest: at(from), latest: at(before), precision });
  });

  it.each(SETS)('reads the set %s as from %s to before %s, to the %s', (text, from, before, precision) => {
    const kind = text.startsWith('[') ? 'one of' : 'all of';
    expect(read(text)).toMatchObject({ text, kind, earliest: at(from), latest: at(before), precision });
  });

  it('reads years beyond those of Date', () => {
    expect(read('Y170000002')).toMatchObject({
      earliest: instantOf(170_000_002, 1, 1),
      latest: instantOf(170_000_003, 1, 1),
      precision: 'year',
    });
    expect(read('Y-17E7').earliest).toBe(instantOf(-170_000_000, 1, 1));
    expect(read('Y12000~')).toMatchObject({ earliest: Date.UTC(12000, 0, 1), approximate: true });
  });

  it('gives both ends of a span their own extent and precision', () => {
    const { begin, end } = read('2004-06/2004-09-05');
    expect([begin.earliest, begin.latest, begin.precision]).toEqual([at('2004-06-01'), at('2004-07-01'), 'month']);
    expect([end.earliest, end.latest, end.precision]).toEqual([at('2004-09-05'), at('2004-09-06'), 'day']);
  });

  it('lets no extent reach past the other end of its span', () => {
    expect(read('2004/2004-05').begin.latest).toBe(at('2004-06-01'));
    expect(read('2004-05/2004').end.earliest).toBe(at('2004-05-01'));
  });

  it('puts an open end at infinity and an unknown one anywhere after the beginning', () => {
    const open = { bound: 'open', earliest: Infinity, latest: Infinity };
    expect(read('2004-06-01/..').end).toMatchObject(open);
    expect(read('2004-06-01/').end).toMatchObject({ bound: 'unknown', earliest: at('2004-06-01'), latest: Infinity });
    expect(read('../2004').begin).toMatchObject({ bound: 'open', earliest: -Infinity, latest: -Infinity });
    expect(read('/2004').begin).toMatchObject({ bound: 'unknown', earliest: -Infinity, latest: at('2005-01-01') });
  });

  it('takes one of several dates for one moment as wide as all of them', () => {
    const date = read('[2022-01-19..2023-11-23]');
    expect(date.begin).toBe(date.end);
    expect([date.begin.earliest, date.begin.latest]).toEqual([at('2022-01-19'), at('2023-11-24')]);
    expect(date.members).toHaveLength(1);
    expect(read('[1760-12..]').begin.bound).toBe('open');
  });

  it('takes all of several dates for a span from the first to the last, in whatever order they stand', () => {
    const { begin, end, members } = read('{1970,1668,1670..1672}');
    expect([begin.earliest, end.earliest]).toEqual([at('1668-01-01'), at('1970-01-01')]);
    expect(members.map((member) => member.begin === member.end)).toEqual([true, true, false]);
  });
});

describe('qualifiers', () => {
  it.each([
    ['1984?', true, false],
    ['1984~', false, true],
    ['2004-06%', true, true],
    ['2004-06-11~', false, true],
    ['201X?', true, false],
    ['2001-21~', false, true],
    ['[1667?,1668]', true, false],
    ['1984~/2004-06', false, true],
    ['2004-06-~01/2004-06-?20', true, true],
  ])('of %s: uncertain %s, approximate %s', (text, uncertain, approximate) => {
    expect(read(text)).toMatchObject({ uncertain, approximate });
  });

  it.each([
    ['2004?-06-11', ['year'], []],
    ['2004-06~-11', [], ['year', 'month']],
    ['?2004-06-~11', ['year'], ['day']],
    ['2004-%06-11', ['month'], ['month']],
    ['2004?-06~', ['year'], ['year', 'month']],
    ['2011-~06', [], ['month']],
  ])('of parts in %s: uncertain %j, approximate %j', (text, uncertain, approximate) => {
    expect(read(text).begin.partly).toEqual({ uncertain, approximate });
  });

  it('apply to the whole when they follow the last part', () => {
    expect(read('2004-06-11~').begin.partly).toBeNull();
    expect(read('?2004-?06').begin.partly).toBeNull();
  });
});
