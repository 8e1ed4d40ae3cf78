import { type DayOrder, unread, type Written } from './model';
import { type Relation, told } from './relation';
import { type Side, sideOf } from './side';
import { textOf, type Token } from './tokens';
import { extentOf, settle } from './whole';

const MORE = 'has more than two dates';

/** Two dates, each of which lends the other what that lacks: a span, or a set of two. An end without words goes on. */
export function readSpan(
  first: readonly Token[],
  second: readonly Token[],
  relation: Relation,
  order: DayOrder | null,
): Written {
  const left = sideOf(first, order);
  if (!('side' in left)) return { ok: false, ...left };
  const right = sideOf(second, order);
  if (!('side' in right)) return { ok: false, ...right };
  const begin = left.side;
  const end = right.side;
  // "2014 to date".
  if (end.isOpen || second.every((token) => textOf(token) === 'date')) {
    const trouble = settle(begin, null, order);
    const extent = trouble ?? extentOf(begin);
    return 'reason' in extent ? { ...extent, ok: false } : told(`${extent.begin}/..`, [begin]);
  }
  if ((relation === 'and' || relation === 'or') && begin.smalls.length > 1)
    return unread(MORE, 'write one date in a cell');
  if (begin.group === null && end.group !== null) lendGroup(begin, end.group);
  if (end.time !== null && end.day === null && end.month === null && end.year === null) lendDay(begin, end);
  const trouble = settle(end, begin, order) ?? settle(begin, end, order);
  if (trouble !== null) return { ...trouble, ok: false };
  lend(begin, end);
  if (first.some(({ kind }) => kind === 'circa')) end.isApproximate = true;
  const from = extentOf(begin);
  if ('reason' in from) return unread(from.reason, from.remedy);
  const to = extentOf(end);
  if ('reason' in to) return unread(to.reason, to.remedy);
  if (relation === 'between') return told(`[${from.begin}..${to.end}]`, [begin, end]);
  const isPair = from.begin === from.end && to.begin === to.end;
  if (relation === 'or' && isPair) return told(`[${from.begin},${to.end}]`, [begin, end]);
  if (relation === 'and' && isPair) return told(`{${from.begin},${to.end}}`, [begin, end]);
  return told(`${from.begin}/${to.end}`, [begin, end]);
}

/** What one date of a span says for both. */
function lend(begin: Side, end: Side): void {
  if (begin.era === null && (begin.year === null || begin.year.digits < 4 || end.era !== 'bc')) begin.era = end.era;
  else if (begin.era === null && begin.month === null && end.era === 'bc') begin.era = end.era;
  if (begin.group === null) {
    begin.year ??= end.year;
    if (begin.day !== null) begin.month ??= end.month;
    if (begin.code === null && begin.month === null && begin.day === null) begin.code ??= null;
  }
  if (end.group === null) {
    end.year ??= begin.year;
    if (end.day !== null) end.month ??= begin.month;
  }
}

/** `18th–19th century`. */
function lendGroup(begin: Side, { of }: NonNullable<Side['group']>): void {
  const isBare = begin.year === null && begin.month === null && begin.smalls.length === 1;
  if (isBare && of !== 'decade') begin.group = { of, value: begin.smalls.pop() ?? 0 };
}

function lendDay(begin: Side, end: Side): void {
  end.year = begin.year;
  end.month = begin.month;
  end.day = begin.day;
  end.smalls = [...begin.smalls];
}
