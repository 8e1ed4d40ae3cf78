const LATIN = /^[a-z]+$/;

/** British and American, and crises for crisis: one ending and the other, tried both ways. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['isation', 'ization'],
  ['isations', 'izations'],
  ['ise', 'ize'],
  ['ised', 'ized'],
  ['ising', 'izing'],
  ['ence', 'ense'],
  ['ences', 'enses'],
  ['tre', 'ter'],
  ['tres', 'ters'],
  ['our', 'or'],
  ['ours', 'ors'],
  ['amme', 'am'],
  ['ammes', 'ams'],
  ['isis', 'ises'],
];

/**
 * Other forms of a folded word that mean the same: its singular or plural, its British or American spelling. Never the
 * word itself; none for words below four letters or with digits. They need not exist.
 */
export function formsOf(word: string): string[] {
  if (word.length < 4 || !LATIN.test(word)) return [];
  const forms = new Set<string>();
  for (const base of [word, ...spellingsOf(word)]) {
    forms.add(base);
    for (const form of numbersOf(base)) forms.add(form);
  }
  forms.delete(word);
  return [...forms];
}

function spellingsOf(word: string): string[] {
  return ENDINGS.flatMap(([one, other]) => [
    ...(word.length > one.length + 1 && word.endsWith(one) ? [word.slice(0, -one.length) + other] : []),
    ...(word.length > other.length + 1 && word.endsWith(other) ? [word.slice(0, -other.length) + one] : []),
  ]);
}

function numbersOf(word: string): string[] {
  const forms: string[] = [];
  if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ies`);
  else if (/(?:[sxz]|ch|sh)$/.test(word)) forms.push(`${word}es`);
  else forms.push(`${word}s`);
  if (word.length < 5) return forms;
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  else if (/(?:[sxz]|ch|sh)es$/.test(word)) forms.push(word.slice(0, -2), word.slice(0, -1));
  else if (/[^suia]s$/.test(word)) forms.push(word.slice(0, -1));
  return forms;
}

/** Verbs that change within. */
const FAMILIES: readonly (readonly string[])[] = [
  'become became',
  'begin began begun',
  'break broke broken',
  'bring brought',
  'build built',
  'choose chose chosen',
  'draw drew drawn',
  'drive drove driven',
  'fall fell fallen',
  'fight fought',
  'find found',
  'fly flew flown',
  'freeze froze frozen',
  'give gave given',
  'go went gone',
  'grow grew grown',
  'hold held',
  'keep kept',
  'know knew known',
  'lead led',
  'leave left',
  'lose lost',
  'make made',
  'meet met',
  'pay paid',
  'rise rose risen',
  'say said',
  'seek sought',
  'sell sold',
  'send sent',
  'shoot shot',
  'speak spoke spoken',
  'steal stole stolen',
  'strike struck',
  'take took taken',
  'teach taught',
  'tell told',
  'think thought',
  'win won',
  'withdraw withdrew withdrawn withdrawal',
  'write wrote written',
].map((family) => family.split(' '));
const FAMILY_OF: ReadonlyMap<string, readonly string[]> = new Map(
  FAMILIES.flatMap((family) => family.map((word): [string, readonly string[]] => [word, family])),
);

/** Other forms of a folded word as a verb: created, creates and creating for create. They need not exist. */
export function verbFormsOf(word: string): string[] {
  if (word.length < 3 || !LATIN.test(word)) return [];
  const forms = new Set<string>();
  for (const base of basesOf(word)) {
    forms.add(base);
    for (const form of conjugated(base)) forms.add(form);
  }
  forms.delete(word);
  return [...forms];
}

/** What `word` may be a form of; shorter than four letters only for verbs that change within. */
function basesOf(word: string): string[] {
  const family = FAMILY_OF.get(word);
  if (family !== undefined) return [...family];
  const stem = /^(.{3,})(?:ed|ing)$/.exec(word)?.[1];
  const bases: string[] = [word];
  if (stem !== undefined) {
    bases.push(stem, `${stem}e`);
    if (/([^aeiou])\1$/.test(stem)) bases.push(stem.slice(0, -1));
  }
  if (word.endsWith('ied')) bases.push(`${word.slice(0, -3)}y`);
  if (/[^suia]s$/.test(word)) bases.push(word.slice(0, -1));
  if (/(?:[sxz]|ch|sh)es$/.test(word)) bases.push(word.slice(0, -2));
  return bases.flatMap((base) => familyOf(base) ?? (base.length > 3 ? [base] : []));
}

/** Of a verb in its first form. */
function familyOf(base: string): readonly string[] | null {
  const family = FAMILY_OF.get(base);
  return family?.[0] === base ? family : null;
}

function conjugated(base: string): string[] {
  if (base.endsWith('e')) return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const third = /(?:[sxz]|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  const doubled = /[^aeiou][aeiou][bdglmnprt]$/.test(base) ? `${base}${base.slice(-1)}` : base;
  return [third, `${base}ed`, `${base}ing`, `${doubled}ed`, `${doubled}ing`];
}
