import type { ColumnEvidence } from './column-evidence';
import type { Role } from './mapping';
import { isCode, isOtherDate, type NamedRole, roleByName } from './roles-by-name';

/** Roles that only one column can have, unless it holds a part of it. */
const SINGLE: readonly Role[] = ['id', 'title', 'date', 'end', 'reported', 'summary', 'type', 'source title'];
const LONG_TEXT = 80;
const DATES: readonly Role[] = ['date', 'end', 'reported'];
const DAY = /\d[-/. ]\d{1,2}[-/. ]\d|\d{1,2}\.?[- ]\p{L}{3}|\p{L}{3}\.? \d{1,2}\b/u;
const YEAR = /^(?:1[5-9]|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?)?$/;
/** Of a record, not of a land. */
const STATE_OF_WORK = /^(?:open(?:ed)?|closed|merged|active|inactive|done|draft|pending|new|resolved|todo)$/i;
const PARTS: readonly NamedRole['part'][] = ['year', 'month', 'day'];

interface Candidate {
  readonly index: number;
  readonly role: Role;
  readonly strength: number;
  readonly part?: NamedRole['part'];
}

/** What each column probably is to an event, by its name and by what its cells are like. A blank column is ignored. */
export function guessRoles(names: readonly string[], columns: readonly ColumnEvidence[]): readonly Role[] {
  const roles: Role[] = columns.map(({ filled }) => (filled === 0 ? 'ignore' : 'keep'));
  const candidates = names.flatMap((name, index) => candidateOf(name, index, columns[index]));
  for (const { index, role } of candidates) if (!SINGLE.includes(role)) roles[index] = role;
  for (const role of SINGLE) {
    const best = bestOf(
      candidates.filter((candidate) => candidate.role === role && candidate.part === undefined),
      columns,
    );
    if (best !== null) roles[best.index] = role;
  }
  addDateParts(roles, candidates, columns);
  addByContent(roles, names, columns, candidates);
  return roles;
}

function candidateOf(name: string, index: number, column: ColumnEvidence): readonly Candidate[] {
  if (column.filled === 0) return [];
  const named = roleByName(name);
  if (named === null) return column.isAddresses ? [{ index, role: 'source url', strength: 1 }] : [];
  const { part } = named;
  const role = byContent(named, column);
  if (role === null || (DATES.includes(role) && isOtherDate(name))) return [];
  return [{ index, role, strength: role === named.role ? named.strength : 1, ...(part === undefined ? {} : { part }) }];
}

/** What the cells leave of what a name says. */
function byContent({ role, part, strength }: NamedRole, column: ColumnEvidence): Role | null {
  if (part !== undefined) return part === 'time' && column.hasDates(0.5) ? 'date' : role;
  if (role === 'date' || role === 'end' || role === 'reported') {
    if (column.hasDates(0.3)) return role;
    if (column.isClocks) return null;
    if (role === 'reported' && !column.isNumbers) return 'source title';
    const isOpenEnd = role === 'end' && column.hasDates(0);
    return strength === 2 && (role === 'date' || isOpenEnd || column.filled < 3) ? role : null;
  }
  if (column.isAddresses) return 'source url';
  if (role === 'source url') return role;
  if (role === 'place' && column.samples.every((text) => STATE_OF_WORK.test(text))) return null;
  if (role === 'id') return column.variety > 0.99 ? role : null;
  return column.isNumbers && ['title', 'type', 'place', 'summary'].includes(role) ? null : role;
}

/** The one most surely meant: by its name, then by how many cells are filled, then by its place. */
function bestOf(candidates: readonly Candidate[], columns: readonly ColumnEvidence[]): Candidate | null {
  let best: Candidate | null = null;
  for (const each of candidates) {
    if (best === null || each.strength > best.strength) best = each;
    else if (each.strength === best.strength && columns[each.index].filled > columns[best.index].filled * 2)
      best = each;
  }
  return best;
}

/** Without a column of dates those of year, month and day make one; beside one of days, that of times. */
function addDateParts(roles: Role[], candidates: readonly Candidate[], columns: readonly ColumnEvidence[]): void {
  const partOf = (part: NamedRole['part'], of: Role = 'date'): Candidate | undefined =>
    candidates.find((each) => each.part === part && each.role === of);
  const year = partOf('year');
  const whole = candidates.find(
    ({ index, role, part }) => part === undefined && role === 'date' && roles[index] === role,
  );
  // Year and month go before a column whose name may speak of another date.
  const isParted = year !== undefined && partOf('month') !== undefined && whole?.strength === 1;
  if (isParted) roles[whole.index] = 'keep';
  for (const role of ['date', 'end'] as const) {
    if (roles.includes(role) || partOf('year', role) === undefined) continue;
    for (const part of PARTS) {
      const candidate = partOf(part, role);
      if (candidate !== undefined) roles[candidate.index] = role;
    }
  }
  if (!roles.includes('date')) {
    if (year === undefined) {
      const dated = candidates.find(({ index, part }) => part !== undefined && columns[index].hasDates(0.5));
      if (dated !== undefined) roles[dated.index] = 'date';
    }
  }
  const time = partOf('time');
  if (time !== undefined && roles.includes('date') && columns[time.index].isClocks) roles[time.index] = 'date';
}

/** What is still missing, from columns whose names say nothing. There is a title, unless the dates are all there is. */
function addByContent(
  roles: Role[],
  names: readonly string[],
  columns: readonly ColumnEvidence[],
  candidates: readonly Candidate[],
): void {
  const free = (): number[] => [...roles.keys()].filter((index) => roles[index] === 'keep');
  const give = (index: number | undefined, role: Role): void => {
    if (index !== undefined) roles[index] = role;
  };
  addDates(roles, names, columns, candidates);
  const texts = free().filter((at) => !columns[at].isNumbers && columns[at].dates === null && !columns[at].isAddresses);
  const inOrderOfLength = [...texts].sort((a, b) => columns[b].length - columns[a].length);
  const isNew = (at: number): boolean => roles[at] === 'keep';
  const isName = (at: number): boolean => isNew(at) && !isCode(names[at]);
  if (!roles.includes('title')) {
    const named = candidates.find(({ role, index }) => role === 'title' && isNew(index))?.index;
    const short = texts.filter(
      (at) => isName(at) && columns[at].variety > 0.5 && columns[at].length >= 8 && columns[at].length <= LONG_TEXT * 2,
    );
    // Names of things are words, marks of records are not.
    give(named ?? short.find((at) => columns[at].isWordy) ?? short.at(0), 'title');
  }
  if (!roles.includes('summary')) {
    give(
      inOrderOfLength.find((at) => isNew(at) && columns[at].length > LONG_TEXT && columns[at].variety > 0.5),
      'summary',
    );
  }
  if (!roles.includes('title')) {
    const summary = roles.indexOf('summary');
    give(summary >= 0 ? summary : inOrderOfLength.find((at) => isName(at) && columns[at].variety > 0.5), 'title');
  }
  if (!roles.includes('title')) {
    const repeating = texts.filter((at) => isName(at) && columns[at].values > 1);
    const most = [...repeating].sort((a, b) => columns[b].values - columns[a].values);
    give(most.find((at) => columns[at].isWordy) ?? most.at(0), 'title');
  }
  const repeated = texts.filter((at) => isNew(at) && columns[at].filled > 5 && columns[at].length < 60);
  if (!roles.includes('topics')) {
    // Names have slashes too.
    give(
      repeated.find((at) => !['', '/'].includes(columns[at].separator) && columns[at].variety < 0.9),
      'topics',
    );
  }
  if (!roles.includes('type')) {
    give(
      repeated.find(
        (at) => isNew(at) && columns[at].variety <= 0.3 && columns[at].values <= 50 && columns[at].values > 1,
      ),
      'type',
    );
  }
  if (!roles.includes('title')) {
    // Of several sides none is what happened.
    const isSided = roles.filter((role) => role === 'actors').length > 1;
    const order = isSided ? (['type', 'topics', 'place'] as const) : (['type', 'topics', 'actors', 'place'] as const);
    const place = roles.findIndex((role, at) => role === 'place' && columns[at].isWordy);
    const instead = [place, ...order.map((role) => roles.indexOf(role))];
    give(
      [...instead, ...free()].find((at) => at >= 0),
      'title',
    );
  }
}

/** A date from a column whose name does not speak of it; days go before years, and the only date is that of the events. */
function addDates(
  roles: Role[],
  names: readonly string[],
  columns: readonly ColumnEvidence[],
  candidates: readonly Candidate[],
): void {
  const dated = [...roles.keys()].filter(
    (at) => roles[at] === 'keep' && !columns[at].isNumbers && columns[at].hasDates(0.8),
  );
  const own = dated.find((at) => !isOtherDate(names[at]));
  const parts = candidates.filter(
    ({ index, role, part }) => part !== undefined && role === 'date' && roles[index] === role,
  );
  const isFiner = own !== undefined && columns[own].samples.every((text) => DAY.test(text));
  const isYearAlone =
    parts.length === 1 && parts[0].part === 'year' && roles.filter((role) => role === 'date').length === 1;
  if (isYearAlone && isFiner) roles[parts[0].index] = 'keep';
  if (roles.includes('date') && !(isYearAlone && isFiner)) return;
  const years = roles.findIndex((role, at) => role === 'keep' && columns[at].samples.every((text) => YEAR.test(text)));
  const only = own ?? [roles.indexOf('reported'), roles.indexOf('end'), ...dated, years].find((at) => at >= 0);
  if (only !== undefined) roles[only] = 'date';
}
