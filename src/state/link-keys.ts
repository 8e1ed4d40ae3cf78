import { LINK_RULES, type LinkKeyName, type LinkRule } from './link-rules';

/** One key of a link, as README tells it. */
export interface LinkKey extends LinkRule {
  readonly key: LinkKeyName;
  readonly means: string;
  readonly example: string;
}

const WORDS: Readonly<Record<LinkKeyName, { readonly means: string; readonly example: string }>> = {
  v: { means: 'version of the link; left out, it is 1', example: 'v=1' },
  data: { means: 'a data file beside the app: its path in the folder of the app', example: 'data=name.json' },
  pack: {
    means: 'the chronology itself: version, then JSON, deflated, in base64url; in place of data',
    example: 'pack=1.q1ZKyy_KTSxRslJKSSxJzcnMS9U3VKoFAA',
  },
  q: { means: 'search text', example: 'q=security+council' },
  actor: { means: 'id of an actor', example: 'actor=tasmagambetov' },
  topic: { means: 'id of a topic', example: 'topic=!exercises' },
  type: { means: 'type of event', example: 'type=statement' },
  status: { means: 'status of an event', example: 'status=disputed' },
  confidence: { means: 'confidence in an event', example: 'confidence=primary+source' },
  place: { means: 'place of an event', example: 'place=Moscow,+Russia' },
  publisher: { means: 'publisher of a source', example: 'publisher=TASS' },
  dating: {
    means: 'how exactly an event is dated: day, span, month, season, year, coarser, bounded or undated',
    example: 'dating=undated',
  },
  from: { means: 'first date of the range, EDTF', example: 'from=2022-01' },
  to: { means: 'last date of the range, EDTF', example: 'to=2024-12' },
  range: {
    means: 'whether an event possibly (the default) or certainly lies in the range',
    example: 'from=2022&range=certainly',
  },
  check: {
    means:
      'events of a finding of the data check: first-of-january, first-of-month, ends-early, future, source-too-old, near-duplicate or no-source',
    example: 'check=no-source',
  },
  all: { means: 'a field of which an event must have all the included values, not any', example: 'all=actor' },
  members: { means: 'id of an actor that stands for its members too', example: 'members=csto' },
  lanes: { means: 'actor (the default), topic, type or none', example: 'lanes=topic' },
  sort: { means: 'oldest (the default), newest or relevance', example: 'sort=newest' },
  window: {
    means: 'the stretch of time on screen: first and last day, EDTF',
    example: 'window=2022-01-01..2022-12-31',
  },
  event: { means: 'id of the opened event', example: 'event=kaz-mission-2022' },
};

/** Every key that a link knows and what it means. The page does without the words: they are apart from what it loads. */
export const LINK_KEYS: readonly LinkKey[] = LINK_RULES.map((rule) => ({ ...rule, ...WORDS[rule.key] }));

/** What can stand before a value of a field, in words. */
export const LINK_SIGNS = [
  { sign: '!', means: 'exclude the value', example: 'topic=!exercises' },
  { sign: '=', means: 'include a value that itself begins with ! or =', example: 'place==!Kung' },
  { sign: '~', means: 'before a key: the clause is kept but switched off', example: '~actor=zas' },
] as const;
