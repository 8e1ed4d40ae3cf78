import { DAY_MS, dayOf, instantOf } from '../../domain/calendar';
import type { EventDate, Precision } from '../../domain/date';
import { FLAG } from '../columns';

/** How exactly an event is dated, from exact to not at all: the values of the `dating` facet. */
export const DATINGS = [
  { id: 'day', name: 'To the day' },
  { id: 'span', name: 'Span of days' },
  { id: 'month', name: 'Month only' },
  { id: 'season', name: 'Season only' },
  { id: 'year', name: 'Year only' },
  { id: 'coarser', name: 'Decade or longer' },
  { id: 'bounded', name: 'Between two dates' },
  { id: 'undated', name: 'Undated' },
] as const;
export type DatingId = (typeof DATINGS)[number]['id'];

const CLASS_OF: Readonly<Record<Precision, DatingId>> = {
  millennium: 'coarser',
  century: 'coarser',
  decade: 'coarser',
  year: 'year',
  season: 'season',
  month: 'month',
  day: 'day',
  hour: 'day',
  minute: 'day',
  second: 'day',
  millisecond: 'day',
};

/** A span counts as exact as the less exact of its ends; one moment somewhere between two is `bounded`. */
export function datingOf(date: EventDate | null): DatingId {
  if (date === null) return 'undated';
  if (date.kind === 'one of' && !isSingle(date)) return 'bounded';
  const dating = CLASS_OF[date.precision];
  return dating === 'day' && date.begin !== date.end ? 'span' : dating;
}

/** FLAG bits of a date. */
export function flagsOf(date: EventDate): number {
  const { begin, end, earliest, latest } = date;
  let flags = 0;
  if (date.uncertain) flags |= FLAG.uncertain;
  if (date.approximate) flags |= FLAG.approximate;
  if (earliest === -Infinity) flags |= FLAG.openStart;
  if (latest === Infinity) flags |= FLAG.openEnd;
  // Of an open end both instants are infinite: their distance is NaN, which is no longer than a day.
  const vague = [begin, end].some((point) => point.latest - point.earliest > DAY_MS);
  if (vague) flags |= FLAG.imprecise;
  if (date.kind === 'span' || date.kind === 'all of') flags |= FLAG.span;
  if (earliest > -Infinity) flags |= widthFlags(earliest, begin.latest);
  return flags;
}

/** Whether [earliest, latest) leaves the calendar month, or the year, of `earliest`. */
function widthFlags(earliest: number, latest: number): number {
  const { year, month } = dayOf(earliest);
  if (latest > instantOf(year + 1, 1, 1)) return FLAG.coarse | FLAG.wider;
  return latest > instantOf(year, month + 1, 1) ? FLAG.coarse : 0;
}

function isSingle({ members }: EventDate): boolean {
  return members.length === 1 && members[0].begin === members[0].end;
}
