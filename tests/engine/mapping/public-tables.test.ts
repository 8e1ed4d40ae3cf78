import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../src/domain/parsing/field';
import type { Fault } from '../../../src/engine/formats/format';
import { mappedRows } from '../../../src/engine/mapping/mapped-rows';
import { surveying } from '../../../src/engine/mapping/survey';

/** What a table in lines, its cells parted by `|`, gives by the mapping that is guessed for it. */
function read(...lines: readonly string[]): { readonly events: readonly Fields[]; readonly faults: readonly Fault[] } {
  const [header, ...rows] = lines.map((line) => line.split('|'));
  const survey = surveying('table.csv', header);
  const placed = rows.map((cells, index) => ({ cells, spot: { line: index + 2, column: 1 } }));
  for (const row of placed) survey.add(row);
  const found = survey.survey();
  const reader = mappedRows(found, found.mapping);
  const all = placed.flatMap((row) => [...reader.row(row)]);
  return {
    events: all.flatMap((each) => (each.kind === 'event' ? [each.event] : [])),
    faults: all.flatMap((each) =>
      each.kind === 'event' ? (each.faults ?? []) : each.kind === 'fault' ? [each.fault] : [],
    ),
  };
}

describe('tables as public databases have them', () => {
  it('dates in columns of year, month and day, of a beginning and an end, go before a date of entry', () => {
    const { events, faults } = read(
      'DisNo.|Disaster Type|Event Name|Country|Start Year|Start Month|Start Day|End Year|End Month|End Day|Entry Date',
      '2001-0001-AAA|Drought||Aland|2001|6||2001|||2006-03-01',
      '2000-0002-BBB|Flood|Storm Anna|Bland|2000|1|15|2000|1|20|2006-03-08',
    );
    expect(events).toMatchObject([
      { id: '2001-0001-AAA', title: 'Drought, Aland', date: '2001-06/2001', type: 'Drought', place: 'Aland' },
      { id: '2000-0002-BBB', title: 'Storm Anna', date: '2000-01-15/2000-01-20', 'Entry Date': '2006-03-08' },
    ]);
    const reason = 'is blank: its type, actors and place stand in';
    expect(faults).toMatchObject([{ field: 'Event Name', reason, leftOut: false }]);
  });

  it('zeros in columns of month and day are what is not known, and numbers are no places', () => {
    const { events } = read(
      'eventid|iyear|imonth|iday|approxdate|country|country_txt|city|attacktype1|attacktype1_txt|target1|gname',
      '197000000001|1970|7|2||58|Aland|Port|1|Assassination|A harbour guard|Group A',
      '197000000002|1970|0|0||130|Bland|Hill|6|Hostage Taking|A young doctor|Group B',
      '197001000001|1970|1|0|January 1970|160|Cland|Unknown|1|Assassination|An employee there|Unknown',
    );
    expect(events).toMatchObject([
      { id: '197000000001', date: '1970-07-02', title: 'A harbour guard', type: 'Assassination', place: 'Aland, Port' },
      { date: '1970', actors: ['Group B'], country: '130' },
      { date: '1970-01', approxdate: 'January 1970' },
    ]);
  });

  it('marks of records are no titles where there are headlines', () => {
    const { events } = read(
      'id|relid|side_a|side_b|source_headline|country|date_start|date_end',
      '1|ABC-2017-1-524-322|Government of A|B|Attack on a harbour|A|2017-07-31 00:00:00.000|2017-07-31 00:00:00.000',
      '2|ABC-2017-1-524-323|Government of A|B||A|2017-07-01 00:00:00.000|2017-07-31 00:00:00.000',
    );
    expect(events).toMatchObject([
      { title: 'Attack on a harbour', date: '2017-07-31', relid: 'ABC-2017-1-524-322' },
      { title: 'Government of A – B, A', date: '2017-07-01/2017-07-31' },
    ]);
  });

  it('a name within another says what its column is', () => {
    const { events } = read(
      'type|properties.place|properties.time|properties.title|id',
      'Feature|Harbour|1517966900480|M 2 - Harbour|a1',
      'Feature|Hill|1517966800480|M 3 - Hill|a2',
    );
    expect(events[0]).toEqual({
      id: 'a1',
      title: 'M 2 - Harbour',
      date: '2018-02-07T01:28:20.480Z',
      type: 'Feature',
      place: 'Harbour',
    });
  });

  it('a row that says nothing of what happened is still left out', () => {
    const { events, faults } = read('Date|Title|Place', '2024-01-01||', '2024-01-02|B|C');
    expect(events).toHaveLength(1);
    expect(faults).toMatchObject([{ reason: 'has no title: the row is left out', leftOut: true }]);
  });

  it('years before 1000 are years where others have more digits, and short names of months and days are known', () => {
    const { events, faults } = read(
      'Year|Mo|Dy|Location Name|Deaths',
      '-2150|||PLAIN|',
      '79|8|24|MOUNTAIN|2000',
      '365|7|21|ISLAND|50000',
      '1755|11|1|HARBOUR|50000',
    );
    expect(events.map(({ date }) => date)).toEqual(['-2150', '0079-08-24', '0365-07-21', '1755-11-01']);
    expect(faults).toEqual([]);
  });

  it('two digits in a column of such years are none that is told', () => {
    expect(read('Year|Event', '79|a', '85|b').events.map(({ date }) => date)).toEqual([undefined, undefined]);
  });

  it('beginnings and ends are numbered, and the first counts', () => {
    const { events } = read(
      'WarName|StartMonth1|StartDay1|StartYear1|EndMonth1|EndDay1|EndYear1|StartMonth2|StartDay2|StartYear2',
      'War of the Hills|4|7|1823|11|13|1823|-8|-8|-8',
      'War of the Coast|4|26|1828|9|14|1829|-8|-8|-8',
    );
    expect(events).toMatchObject([
      { title: 'War of the Hills', date: '1823-04-07/1823-11-13', StartYear2: '-8' },
      { title: 'War of the Coast', date: '1828-04-26/1829-09-14' },
    ]);
  });

  it('the only date is that of the events, whatever it is called', () => {
    const docket = read(
      'Docket Number|Date Filed|Description',
      '1|03/04/2021|Complaint by A',
      '2|03/15/2021|Summons of B',
    );
    expect(docket.events.map(({ date, reported }) => [date, reported])).toEqual([
      ['2021-03-04', undefined],
      ['2021-03-15', undefined],
    ]);
    const born = read('Name|Birth date', 'Ann Lee|1901-02-03', 'Bo Ray|1902');
    expect(born.events.map(({ date }) => date)).toEqual(['1901-02-03', '1902']);
  });

  it('a birth is not the event where there is another date', () => {
    const { events } = read(
      'year|prize|full_name|birth_date',
      '1901|The Prize of Chemistry|Ann Lee|1852-08-30',
      '1902|The Prize of Letters|Bo Ray|1839-03-16',
    );
    expect(events).toMatchObject([
      { date: '1901', actors: ['Ann Lee'], birth_date: '1852-08-30' },
      { date: '1902', actors: ['Bo Ray'] },
    ]);
  });

  it('days go before a year alone, but decades do not', () => {
    const shown = read('YEAR|Show|Guest', '1999|1/11/99|Ann Lee Ray', '1999|1/13/99|Bo Ray Lee');
    expect(shown.events.map(({ date }) => date)).toEqual(['1999-01-11', '1999-01-13']);
    const decades = read('year|era|what happened', '1999|1990s|a thing', '1985|1980s|another thing');
    expect(decades.events.map(({ date }) => date)).toEqual(['1999', '1985']);
  });

  it('a table of numbers has titles, so that it can be opened', () => {
    expect(read('date|price', '2000-01-01|13.5', '2000-02-01|14.5').events).toMatchObject([
      { title: '13.5', date: '2000-01-01' },
      { title: '14.5' },
    ]);
    expect(read('Entity|Code|Year|Deaths', 'Aland|ALD|1909|1', 'Bland|BLD|1910|2').events).toMatchObject([
      { title: 'Aland', date: '1909', Code: 'ALD' },
      { title: 'Bland' },
    ]);
  });

  it('the state of a record is no place, and several addresses in a cell are sources', () => {
    const { events } = read(
      'number|title|state|user|created_at|sources',
      '1|Crash|closed|ann|2024-01-05T10:00:00Z|https://a.example/1; https://b.example/2',
      '2|Typo|open|bo|2024-01-06T10:00:00Z|https://c.example/1',
    );
    expect(events[0]).toMatchObject({
      state: 'closed',
      actors: ['ann'],
      sources: [{ url: 'https://a.example/1' }, { url: 'https://b.example/2' }],
    });
    expect(events[0].place).toBeUndefined();
  });

  it('months in six digits are months, and moments counted since 1970 need a name that says so', () => {
    expect(read('month|event', '202401|a', '202312|b').events.map(({ date }) => date)).toEqual(['2024-01', '2023-12']);
    expect(read('created|event', '1706572800|a', '1706572900|b').events[0].date).toBe('2024-01-30T00:00:00Z');
    expect(read('account|event', '1706572800|a', '1706572900|b').events[0].date).toBeUndefined();
  });

  it('counts and numbers of records are no days of a spreadsheet', () => {
    const { events } = read('Year|Event|Count', '1992|a thing|41234', '1993|b thing|45292');
    expect(events).toMatchObject([{ date: '1992', Count: '41234' }, { date: '1993' }]);
    expect(read('number|what', '41234|a thing', '45292|b thing').events[0].date).toBeUndefined();
  });

  it('a column with days first and months first tells those that differ from most', () => {
    const { events, faults } = read('Date|Event', '13/01/2024|a', '14/01/2024|b', '01/15/2024|c');
    expect(events.map(({ date }) => date)).toEqual(['2024-01-13', '2024-01-14', '2024-01-15']);
    expect(faults).toMatchObject([
      { field: 'Date', found: '01/15/2024', reason: 'cannot be day first: it is read as month first', leftOut: false },
    ]);
  });

  it('an end that has not come leaves a span open', () => {
    const { events, faults } = read('Start|End|Event', '2022|Ongoing|a', '2020-05|present|b', '|now|c', '2014|2015|d');
    expect(events.map(({ date }) => date)).toEqual(['2022/..', '2020-05/..', undefined, '2014/2015']);
    expect(faults).toEqual([]);
  });

  it('the state of a record is no title, but where it happened may be one', () => {
    const { events } = read(
      'time|mag|magType|id|place|type|status',
      '2024-01-01T10:00:00.123Z|5.1|mb|us1|10 km N of the City|earthquake|reviewed',
      '2024-01-02T11:00:00.123Z|4.9|mb|us2|20 km S of the Port|earthquake|automatic',
    );
    expect(events).toMatchObject([
      { title: '10 km N of the City', type: 'earthquake', status: 'reviewed' },
      { title: '20 km S of the Port' },
    ]);
    const ships = read('Ship name|Date of launch|Yard', 'Alba|24 August 1940|Yard & Sons', 'Brio|1941|Port Works');
    expect(ships.events).toMatchObject([{ title: 'Alba', date: '1940-08-24' }, { title: 'Brio' }]);
  });
});
