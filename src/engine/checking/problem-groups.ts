import type { Problem } from '../../domain/dataset';

/** Problems with the same thing wrong. */
export interface ProblemGroup {
  /** Tells it from the others. */
  readonly key: string;
  /** What it is about, as the file names it; '' for the record itself. */
  readonly field: string;
  /** As told of the first. */
  readonly reason: string;
  readonly remedy: string;
  /** How many records were left out for it. */
  readonly leftOut: number;
  /** In the order they were told; never empty. */
  readonly problems: readonly Problem[];
}

/** Values and numbers, which differ from one record to the next. */
const VALUES = /"(?:[^"\\]|\\.)*"|\d[\d,.]*/g;

/** The problems by what is wrong, those with the most records left out first, then those with the most problems. */
export function groupsOf(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${fieldOf(problem)}\n${problem.reason.replace(VALUES, '#')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  const all = [...groups].map(([key, found]): ProblemGroup => {
    const [first] = found;
    const leftOut = found.filter((problem) => problem.leftOut === true).length;
    return { key, field: fieldOf(first), reason: first.reason, remedy: first.remedy, leftOut, problems: found };
  });
  return all.sort((a, b) => b.leftOut - a.leftOut || b.problems.length - a.problems.length);
}

/** Without the places in lists: `sources[2].url` as `sources[].url`. */
function fieldOf({ field }: Problem): string {
  return field.replace(/\[\d+\]/g, '[]');
}

/** What problems can be sorted by. */
export const PROBLEM_KEYS = ['file', 'line', 'field', 'found'] as const;
export type ProblemKey = (typeof PROBLEM_KEYS)[number];

/** The problems sorted; those of the same value stay in their order, and those without one come last. */
export function sortedBy(problems: readonly Problem[], key: ProblemKey, descending: boolean): readonly Problem[] {
  const sign = descending ? -1 : 1;
  return [...problems].sort((a, b) => {
    if (key === 'line')
      return sign * ((a.at?.line ?? 0) - (b.at?.line ?? 0)) || sign * ((a.at?.column ?? 0) - (b.at?.column ?? 0));
    const [first, second] = [textOf(a, key), textOf(b, key)];
    return sign * (first < second ? -1 : first > second ? 1 : 0);
  });
}

function textOf(problem: Problem, key: 'file' | 'field' | 'found'): string {
  return key === 'file' ? (problem.at?.file ?? '') : problem[key];
}
