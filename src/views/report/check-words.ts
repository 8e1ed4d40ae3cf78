import type { CheckKind } from '../../engine/checking/finding';
import { countWords } from '../words';

interface CheckWords {
  /** What it is, for `count` events. */
  readonly title: (count: number) => string;
  readonly why: string;
}

const many = (count: number, one: string, more: string): string => `${countWords(count)} ${count === 1 ? one : more}`;

/** What to say of each finding of the data check, and why it is worth a look. */
export const CHECK_WORDS: Readonly<Record<CheckKind, CheckWords>> = {
  'first-of-january': {
    title: (count) => `${many(count, 'is', 'are')} dated 1 January`,
    why: 'Far more than on any other day: a year may have been written as its first day. Where it was, write the year alone.',
  },
  'first-of-month': {
    title: (count) => `${many(count, 'is', 'are')} dated the first of a month`,
    why: 'Far more than on any other day: a month may have been written as its first day. Where it was, write the month alone.',
  },
  'ends-early': {
    title: (count) => `${many(count, 'is', 'are')} said to end before beginning`,
    why: 'One of the two dates must be wrong, or they stand in the wrong columns.',
  },
  future: {
    title: (count) => `${many(count, 'lies', 'lie')} in the future`,
    why: 'Planned, or a slip in the year or in the order of day and month.',
  },
  'source-too-old': {
    title: (count) => `${many(count, 'has', 'have')} a source older than the event`,
    why: 'It may have been announced then; or one of the two dates is wrong.',
  },
  'near-duplicate': {
    title: (count) => `${many(count, 'nearly repeats', 'nearly repeat')} another of the same day`,
    why: 'The same event may have been entered twice.',
  },
  'no-source': {
    title: (count) => `${many(count, 'has', 'have')} no source`,
    why: 'Nothing says where they are known from.',
  },
};
