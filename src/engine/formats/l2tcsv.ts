import { readDate } from '../../domain/date';
import { Columns, type KnownRow } from './columns';
import type { Found } from './format';
import { logged, messageParts } from './log-events';
import type { TableFormat } from './table';
import { offsetText, zoneNamed, type Zone } from './zone';
import { zoneOfLetters } from './zone-letters';

const KNOWN = ['date', 'time', 'timezone', 'sourcetype', 'type', 'short', 'desc'];

/** What log2timeline, and plaso as `l2tcsv`, writes: seventeen columns, the month before the day. */
export const l2tcsv: TableFormat = {
  name: 'log2timeline CSV',
  recognises(header) {
    const columns = new Columns(header, []);
    return ['date', 'time', 'timezone', 'macb', 'sourcetype', 'desc'].every((name) => columns.has(name));
  },
  reader(header) {
    const columns = new Columns(header, KNOWN, logged);
    const zones = new Map<string, Zone | null>();
    return { row: (row) => [eventOf(columns.row(row), zones)], end: () => [] };
  },
};

function eventOf(row: KnownRow, zones: Map<string, Zone | null>): Found {
  const [short, long] = [logged(row.text('short')), logged(row.text('desc'))];
  const { title } = messageParts(short || long);
  const what = logged(row.text('type'));
  const type = logged(row.text('sourcetype'));
  if (title === '' && what === '')
    return row.leftOut('has no description: the row is left out', 'give it one in "desc"');
  return row.event({
    title: title || what,
    date: dateOf(row, zones),
    summary: long === title ? null : long,
    type: type || what,
    ...(type === '' ? {} : { timestamp_desc: what }),
  });
}

function dateOf(row: KnownRow, zones: Map<string, Zone | null>): string | null {
  const text = row.text('date');
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (date.startsWith('0000-00-00') || !readDate(date).ok) {
    const reason = date.startsWith('0000')
      ? 'says that there is no date'
      : text === ''
        ? 'is missing'
        : 'is not a date';
    row.tell('date', text, `${reason}: the event is undated`, 'write it as MM/DD/YYYY');
    return null;
  }
  const time = row.text('time');
  if (time === '' || time.startsWith('--')) return date;
  const moment = `${date}T${time.replace(/\.0+$/, '')}`;
  if (!readDate(moment).ok) {
    row.tell('time', time, 'is not a time: the day is kept', 'write it as HH:MM:SS');
    return date;
  }
  return `${moment}${offsetOf(row, moment, zones)}`;
}

/** `Z` or `+01:00`; '' (told) where the zone is none that is known. */
function offsetOf(row: KnownRow, moment: string, zones: Map<string, Zone | null>): string {
  const name = row.text('timezone');
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = name === '' ? null : (zoneOfLetters(name) ?? zoneNamed(name));
    zones.set(name, zone);
  }
  const offset = zone === null ? null : offsetText(zone.offset(Date.parse(`${moment.slice(0, 19)}Z`)));
  if (offset !== null) return offset;
  if (name !== '')
    row.tell(
      'timezone',
      name,
      'is no time zone that is known: the time counts as UTC',
      'use a name such as UTC or Europe/Berlin',
    );
  return '';
}
