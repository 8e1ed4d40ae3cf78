import { rangeInstants } from '../../src/domain/date-range';
import { readDate } from '../../src/domain/date';
import { FIELDS, type FieldClause, type Pick, type RangeClause } from '../../src/engine/query';
import type { View } from '../../src/state/view';

type Entry = readonly [key: string, value: string];

/** The view of a fragment, by the platform's own reader of pairs and one pass over them for each thing a view holds. */
export function decodeSlowly(fragment: string): View {
  const entries = [...new URLSearchParams(fragment.replace(/^[#?]+/, '').replace(/[\t\n\r]/g, ''))]
    .map(([key, value]): Entry => [
      key
        .replace(/^((amp|#38|#x26);)+/i, '')
        .trim()
        .toLowerCase(),
      value,
    ])
    .map(([key, value]): Entry => [key.startsWith('~') ? `~${key.slice(1).trim()}` : key, value]);
  const named = (key: string) => entries.filter(([name]) => name.replace('~', '') === key);
  const last = (key: string) => named(key).at(-1);
  const word = <T extends string>(key: string, words: readonly T[], fallback: T): T =>
    named(key).reduce<T>(
      (kept, [, value]) => words.find((one) => one === value.trim().toLowerCase()) ?? kept,
      fallback,
    );

  const text = last('q');
  const value = text?.[1].slice(0, 500) ?? '';
  const fields = Object.fromEntries(
    FIELDS.map((field): [string, FieldClause] => {
      const picks = named(field).map(readPick);
      const kept = picks.filter(({ id }) => id !== '');
      const ids = [...new Set(kept.map(({ id }) => id))];
      const isAll = named('all').some(([, of]) => of.trim().toLowerCase() === field);
      return [
        field,
        { picks: ids.map((id) => kept.filter((pick) => pick.id === id).at(-1)!), mode: isAll ? 'all' : 'any' },
      ];
    }).filter(([, { picks, mode }]) => picks.length > 0 || mode === 'all'),
  );
  const path = last('data')?.[1].trim();
  return {
    data: path === undefined || path === '' ? null : path,
    query: {
      text: { value, off: value !== '' && text![0].startsWith('~') },
      fields,
      range: readRange(
        last('from'),
        last('to'),
        word<RangeClause['mode']>('range', ['possibly', 'certainly'], 'possibly'),
      ),
      members: [...new Set(named('members').map(([, id]) => id))].filter((id) => id !== ''),
    },
    lanes: word<View['lanes']>('lanes', ['actor', 'topic', 'type', 'none'], 'actor'),
    sort: word<View['sort']>('sort', ['oldest', 'newest', 'relevance'], 'oldest'),
    window:
      named('window')
        .map(readWindow)
        .filter((window) => window !== null)
        .at(-1) ?? null,
    event: last('event')?.[1] === '' ? null : (last('event')?.[1] ?? null),
  };
}

function readPick([key, value]: Entry): Pick {
  const off = key.startsWith('~');
  if (value.startsWith('!')) return { id: value.slice(1), sign: 'exclude', off };
  return { id: value.startsWith('=') ? value.slice(1) : value, sign: 'include', off };
}

function readRange(first: Entry | undefined, second: Entry | undefined, mode: RangeClause['mode']): RangeClause | null {
  const given = [first, second].filter((entry) => entry !== undefined && readDate(entry[1].trim()).ok);
  if (given.length === 0) return null;
  const [from, to] = [first, second].map((entry) => (given.includes(entry) ? entry![1].trim() : null));
  const isReversed = rangeInstants(from, to) === null;
  const off = given.every((entry) => entry![0].startsWith('~'));
  return { from: isReversed ? to : from, to: isReversed ? from : to, mode, off };
}

function readWindow([, value]: Entry): View['window'] {
  const [from, to, more] = value
    .replace('..', '/')
    .split('/')
    .map((end) => end.trim());
  if (to === undefined || more !== undefined || !readDate(from).ok || !readDate(to).ok) return null;
  return rangeInstants(from, to) === null ? { from: to, to: from } : { from, to };
}
