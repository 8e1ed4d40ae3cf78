/** One key of a link, as the code reads it and as README tells it. */
export interface LinkKey {
  readonly key: string;
  readonly means: string;
  readonly example: string;
  /** Several pairs with this key stand side by side; of any other key the last one counts. */
  readonly repeats: boolean;
  /** `~` before the key switches the clause off. */
  readonly mutes: boolean;
}

/** Every key that a link knows, in the order in which links are written. */
export const LINK_KEYS = [
  { key: 'v', means: 'version of the link; left out, it is 1', example: 'v=1', repeats: false, mutes: false },
  { key: 'q', means: 'search text', example: 'q=security+council', repeats: false, mutes: true },
  { key: 'actor', means: 'id of an actor', example: 'actor=tasmagambetov', repeats: true, mutes: true },
  { key: 'topic', means: 'id of a topic', example: 'topic=!exercises', repeats: true, mutes: true },
  { key: 'type', means: 'type of event', example: 'type=statement', repeats: true, mutes: true },
  { key: 'status', means: 'status of an event', example: 'status=disputed', repeats: true, mutes: true },
  {
    key: 'confidence',
    means: 'confidence in an event',
    example: 'confidence=primary+source',
    repeats: true,
    mutes: true,
  },
  { key: 'place', means: 'place of an event', example: 'place=Moscow,+Russia', repeats: true, mutes: true },
  { key: 'publisher', means: 'publisher of a source', example: 'publisher=TASS', repeats: true, mutes: true },
  {
    key: 'dating',
    means: 'how exactly an event is dated: day, span, month, season, year, coarser, bounded or undated',
    example: 'dating=undated',
    repeats: true,
    mutes: true,
  },
  { key: 'from', means: 'first date of the range, EDTF', example: 'from=2022-01', repeats: false, mutes: true },
  { key: 'to', means: 'last date of the range, EDTF', example: 'to=2024-12', repeats: false, mutes: true },
  {
    key: 'range',
    means: 'whether an event possibly (the default) or certainly lies in the range',
    example: 'from=2022&range=certainly',
    repeats: false,
    mutes: false,
  },
  {
    key: 'all',
    means: 'a field of which an event must have all the included values, not any',
    example: 'all=actor',
    repeats: true,
    mutes: false,
  },
  {
    key: 'members',
    means: 'id of an actor that stands for its members too',
    example: 'members=csto',
    repeats: true,
    mutes: false,
  },
  {
    key: 'lanes',
    means: 'actor (the default), topic, type or none',
    example: 'lanes=topic',
    repeats: false,
    mutes: false,
  },
  {
    key: 'sort',
    means: 'oldest (the default), newest or relevance',
    example: 'sort=newest',
    repeats: false,
    mutes: false,
  },
  {
    key: 'window',
    means: 'the stretch of time on screen: first and last day, EDTF',
    example: 'window=2022-01-01..2022-12-31',
    repeats: false,
    mutes: false,
  },
  { key: 'event', means: 'id of the opened event', example: 'event=kaz-mission-2022', repeats: false, mutes: false },
] as const satisfies readonly LinkKey[];

export type LinkKeyName = (typeof LINK_KEYS)[number]['key'];

/** What can stand before a value of a field, in words. */
export const LINK_SIGNS = [
  { sign: '!', means: 'exclude the value', example: 'topic=!exercises' },
  { sign: '=', means: 'include a value that itself begins with ! or =', example: 'place==!Kung' },
  { sign: '~', means: 'before a key: the clause is kept but switched off', example: '~actor=zas' },
] as const;
