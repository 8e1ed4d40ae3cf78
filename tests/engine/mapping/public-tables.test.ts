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
});
