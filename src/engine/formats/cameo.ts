/** What the root codes of CAMEO, 01 to 20, stand for. */
const ROOTS = [
  'Make public statement',
  'Appeal',
  'Express intent to cooperate',
  'Consult',
  'Engage in diplomatic cooperation',
  'Engage in material cooperation',
  'Provide aid',
  'Yield',
  'Investigate',
  'Demand',
  'Disapprove',
  'Reject',
  'Threaten',
  'Protest',
  'Exhibit force posture',
  'Reduce relations',
  'Coerce',
  'Assault',
  'Fight',
  'Use unconventional mass violence',
] as const;

const QUADS = ['Verbal cooperation', 'Material cooperation', 'Verbal conflict', 'Material conflict'] as const;

/** The words for the root of an event code, `0231` or `14`; null when it has none. */
export function cameoRoot(code: string): string | null {
  const root = /^\d{2,4}$/.test(code) ? Number(code.slice(0, 2)) : Number.NaN;
  return ROOTS.find((_, index) => index + 1 === root) ?? null;
}

/** The words for a class of events, 1 to 4; null for anything else. */
export function quadClass(code: string): string | null {
  return QUADS.find((_, index) => String(index + 1) === code) ?? null;
}
