import { DAY_MS } from '../../domain/calendar';
import { Columns, distinct, type KnownRow } from './columns';
import type { Found } from './format';
import type { TableFormat } from './table';

const KNOWN = [
  ...['event_id_cnty', 'data_id', 'event_date', 'year', 'time_precision', 'event_type', 'sub_event_type'],
  ...['disorder_type', 'actor1', 'actor2', 'assoc_actor_1', 'assoc_actor_2', 'ally_actor_1', 'ally_actor_2'],
  ...['country', 'admin1', 'location', 'source', 'notes'],
];
/** Its years of two digits and its slashes are those of people who write the day first. */
const READING = { order: 'day first', numbers: null } as const;
const DAY = /^\d{4}-\d\d-\d\d$/;
const HALF_A_WEEK = 3 * DAY_MS;

/** The Armed Conflict Location & Event Data, with the names of columns of today and of old, in either case. */
export const acled: TableFormat = {
  name: 'ACLED CSV',
  recognises(header) {
    const columns = new Columns(header, []);
    const isDated = columns.has('event_date') && columns.has('event_type') && columns.has('actor1');
    return (
      isDated && ['event_id_cnty', 'data_id', 'event_id_no_cnty', 'time_precision'].some((name) => columns.has(name))
    );
  },
  reader(header) {
    const columns = new Columns(header, KNOWN);
    return { row: (row) => [eventOf(columns.row(row))], end: () => [] };
  },
};

function eventOf(row: KnownRow): Found {
  const [type, subtype] = [row.text('event_type'), row.text('sub_event_type')];
  const [first, second] = [row.text('actor1'), row.text('actor2')];
  const location = row.text('location');
  const who = [first, second].filter((name) => name !== '').join(' – ');
  const what = subtype === '' ? type : subtype;
  const allies = ['assoc_actor_1', 'assoc_actor_2', 'ally_actor_1', 'ally_actor_2'].map((name) => row.text(name));
  const place = distinct([location, row.text('admin1'), row.text('country')].map((part) => part.replaceAll(';', ',')));
  return row.event({
    id: row.firstText('event_id_cnty', 'data_id'),
    title: [[what, who].filter((part) => part !== '').join(': '), location].filter((part) => part !== '').join(', '),
    date: dateOf(row),
    summary: row.text('notes'),
    actors: distinct([first, second, ...allies]),
    topics: distinct([subtype, row.text('disorder_type')]),
    type,
    place: place.join(', '),
    sources: distinct([row.text('source')]).map((title) => ({ title })),
  });
}

/** As exact as `time_precision` says: 1 the day, 2 some day of the week around it, 3 the month. */
function dateOf(row: KnownRow): string | null {
  const precision = row.text('time_precision');
  const year = /^\d{4}$/.exec(row.text('year'))?.[0] ?? null;
  const effect = year === null ? 'the event is undated' : `the year, ${year}, is kept`;
  const date = row.date('event_date', READING, effect) ?? year;
  if (row.text('event_date') === '') row.tell('event_date', '', `is missing: ${effect}`, 'write it as 2015-01-31');
  if (date === null || !DAY.test(date) || precision === '' || precision === '1') return date;
  if (precision === '2') {
    const [from, to] = [-HALF_A_WEEK, HALF_A_WEEK].map((part) =>
      new Date(Date.parse(date) + part).toISOString().slice(0, 10),
    );
    return `[${from}..${to}]`;
  }
  if (precision === '3') return date.slice(0, 7);
  row.tell('time_precision', precision, 'is no precision of ACLED: the day is kept', 'use 1, 2 or 3');
  return date;
}
