import { readDate } from '../../domain/date';
import { cameoRoot, quadClass } from './cameo';
import { Columns, distinct, type KnownRow } from './columns';
import type { Found } from './format';
import type { RowReader, TableFormat } from './table';

const GEO = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'];
const ACTOR = [
  ...['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code'],
  ...['Type1Code', 'Type2Code', 'Type3Code'],
];
const PLACES = ['Actor1', 'Actor2', 'Action'];
/** Without what its second version alone has. */
const FIRST = columnsOf(GEO.filter((name) => name !== 'ADM2Code'));
const SECOND = columnsOf(GEO);
/** The last column came later than the rest. */
const WIDTHS: readonly number[] = [FIRST.length - 1, FIRST.length, SECOND.length];

const KNOWN = [
  ...['globaleventid', 'sqldate', 'monthyear', 'year', 'fractiondate', 'actor1name', 'actor2name'],
  ...['eventrootcode', 'quadclass', 'actiongeo_fullname', 'dateadded', 'sourceurl'],
];

/** The events of GDELT, of its first and second version, which have no header; or with one, as databases write them. */
export const gdelt: TableFormat = {
  name: 'GDELT events',
  isHeaderless: true,
  recognises(header) {
    const [id, date, month] = header.map((cell) => cell.trim());
    if (isNames(header)) return true;
    const isDated = /^\d+$/.test(id) && /^(?:1[89]|20)\d{6}$/.test(date) && date.startsWith(month);
    return WIDTHS.includes(header.length) && isDated;
  },
  reader(header) {
    if (isNames(header)) return skippingFirst(rows(header));
    return rows(header.length === SECOND.length ? SECOND : FIRST);
  },
};

function columnsOf(geo: readonly string[]): readonly string[] {
  return [
    ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
    ...ACTOR.map((name) => `Actor1${name}`),
    ...ACTOR.map((name) => `Actor2${name}`),
    ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
    ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
    ...PLACES.flatMap((place) => geo.map((name) => `${place}Geo_${name}`)),
    ...['DATEADDED', 'SOURCEURL'],
  ];
}

function isNames(header: readonly string[]): boolean {
  const columns = new Columns(header, []);
  return ['globaleventid', 'sqldate', 'eventcode'].every((name) => columns.has(name));
}

function rows(header: readonly string[]): RowReader {
  const columns = new Columns(header, KNOWN);
  return { row: (row) => [eventOf(columns.row(row))], end: () => [] };
}

function skippingFirst(reader: RowReader): RowReader {
  let isFirst = true;
  return {
    row(row) {
      if (!isFirst) return reader.row(row);
      isFirst = false;
      return [];
    },
    end: () => reader.end(),
  };
}

function eventOf(row: KnownRow): Found {
  const [first, second] = [row.text('actor1name'), row.text('actor2name')];
  const code = row.text('eventcode');
  const root = cameoRoot(row.text('eventrootcode')) ?? cameoRoot(code);
  if (root === null)
    row.tell('eventcode', code, 'is no code of CAMEO: the event has no type', 'use a code that begins with 01 to 20');
  const place = row.text('actiongeo_fullname');
  const parts = [first, root ?? 'Event', second].filter((part) => part !== '');
  const quad = quadClass(row.text('quadclass'));
  return row.event({
    id: row.text('globaleventid'),
    title: parts.length > 1 || place === '' ? parts.join(' – ') : `${parts.join('')}, ${place}`,
    date: digitsDate(row, 'sqldate', 'the event is undated'),
    reported: digitsDate(row, 'dateadded', 'it is left out'),
    actors: distinct([first, second], /$^/),
    topics: quad === null ? [] : [quad],
    type: root,
    place,
    sources: sourcesOf(row.text('sourceurl')),
  });
}

/** `20150218` or `20150218230000`, which is in UTC; zeros for a month or day that is not known. */
function digitsDate(row: KnownRow, name: string, effect: string): string | null {
  const digits = row.text(name);
  if (digits === '') return null;
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(digits) ?? [];
  const time = hour ? `T${hour}:${minute}:${second}Z` : '';
  const date = month === '00' ? year : day === '00' ? `${year}-${month}` : `${year}-${month}-${day}${time}`;
  if (year && readDate(date).ok) return date;
  row.tell(name, digits, `is not a date: ${effect}`, 'use YYYYMMDD or YYYYMMDDHHMMSS');
  return null;
}

function sourcesOf(address: string): readonly { readonly title: string; readonly url?: string }[] {
  if (address === '') return [];
  const host = /^https?:\/\/(?:www\.)?([^/:?#\s]+)/i.exec(address)?.[1];
  return [host ? { title: host, url: address } : { title: address }];
}
