import { type Compiled, matchesWithout } from './filter';
import { type ClauseRef, FIELDS } from './query';

export interface Relaxation {
  readonly clause: ClauseRef;
  /** Events that would match without the clause. */
  readonly count: number;
}

/** A link can bring any number of picks; no more clauses than these are tried. */
const MOST_CLAUSES = 64;

/**
 * The clauses in force of which dropping one alone gives more matches than now; the most first, else in the order of the
 * query. O(words) a clause.
 */
export function relaxations(compiled: Compiled): readonly Relaxation[] {
  const now = compiled.matches.count;
  return clausesInForce(compiled)
    .slice(0, MOST_CLAUSES)
    .map((clause) => ({ clause, count: matchesWithout(compiled, clause).count }))
    .filter(({ count }) => count > now)
    .sort((a, b) => b.count - a.count);
}

function clausesInForce({ parts, query }: Compiled): readonly ClauseRef[] {
  const owners = new Set(parts.map(({ owner }) => owner));
  const whole = (['text', 'range', 'check'] as const)
    .filter((kind) => owners.has(kind))
    .map((kind): ClauseRef => ({ kind }));
  const picks = FIELDS.flatMap((field) => {
    const inForce = (query.fields[field]?.picks ?? []).filter(({ off }) => !off);
    return [...new Set(inForce.map(({ id }) => id))].map((id): ClauseRef => ({ kind: 'pick', field, id }));
  });
  return [...whole, ...picks];
}
