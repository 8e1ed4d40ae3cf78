/** A sound document that has every key of the format, and some that it has not. */
export function whole() {
  return {
    format: 'dateline/1',
    title: 'T',
    description: 'D',
    note: 'N',
    language: 'en',
    license: 'CC0',
    updated: '2024-01-01',
    url: 'https://example.org',
    'x-own': { any: [1] },
    actors: [
      {
        id: 'a',
        name: 'A',
        kind: 'body',
        short: 'A.',
        aliases: ['Aa'],
        memberOf: ['b'],
        roles: [{ title: 'Chair', body: 'b', date: '2001/2004' }],
        url: 'http://a.example',
        note: 'N',
      },
      { id: 'b', name: 'B', kind: 'state' },
    ],
    topics: [{ id: 't', name: 'T', description: 'D' }],
    events: [
      {
        id: 'e1',
        title: 'One',
        date: '2022-01-06/2022-01-19',
        reported: '2022-01',
        summary: 'S',
        note: 'N',
        actors: ['a', { id: 'b', role: 'host' }],
        topics: ['t'],
        type: 'meeting',
        place: 'Minsk',
        status: 'reported',
        confidence: 'press',
        sources: [
          {
            title: 'S',
            url: 'https://s.example/?a=b',
            publisher: 'P',
            date: '2022',
            tier: 'primary',
            supports: 'all',
            language: 'sr-Latn',
            origin: 'AP',
          },
        ],
        disagreements: ['One side'],
        related: ['e2'],
      },
      { id: 'e2', title: 'Two' },
    ],
  };
}

const LONG = 20_001;

/** Instead of any value. `undefined` takes the key away. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  '\ufeff\u00a0\u2028',
  'word',
  'two words',
  'y'.repeat(LONG),
  ' '.repeat(LONG),
  '😀'.repeat(LONG - 1),
  0,
  1.5,
  true,
  false,
  [],
  [null],
  [''],
  ['word'],
  [' '],
  [['word']],
  [3],
  [{}],
  [{ id: 'e1', title: 'Again', name: 'Again', kind: 'other' }],
  [{ id: '' }],
  [{ id: 'z', role: 4 }],
  Array.from({ length: 501 }, () => 'a'),
  {},
  { id: 'word' },
  'dateline/1',
  'person',
  'copy',
  'Primary',
  'en-GB',
  'de-1996',
  'zh-Hant-TW',
  'x-private',
  'e',
  'en_GB',
  'https://a',
  'HTTP://A.example/ä',
  'https://a b',
  'https:/a',
  'https://',
  'https://\\a',
  'https://a\u0085b',
  'javascript:alert(1)',
  '2024',
  '2024-02-29',
  '2023-02-29',
  '2024-1-1',
  '1992~',
  '199X',
  '-0044-03-15',
  'Y-17000E2S3',
  '[2022-01-19..2023-11-23]',
  '{2001, 2003}',
  '../2024',
  '2024/',
  '2024-07-25T10:30:00.5+03:00',
  'July 2024',
];

interface Mutation {
  readonly path: string;
  readonly value: unknown;
  readonly document: unknown;
}

/** Copies of `document`, each with one value, at any depth, replaced. */
export function* mutated(document: unknown): Generator<Mutation> {
  for (const path of pathsOf(document)) {
    for (const value of VALUES) yield { path: path.join('.'), value, document: replaced(document, path, value) };
  }
}

/** A copy of `document` with one value replaced, whichever `pick` chooses. */
export function mutatedOnce(document: unknown, pick: <T>(from: readonly T[]) => T): unknown {
  return replaced(document, pick([...pathsOf(document)]), pick(VALUES));
}

function* pathsOf(node: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length > 0) yield path;
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) yield* pathsOf(value, [...path, key]);
}

function replaced(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(node)) return node.map((each, index) => (String(index) === key ? put(each, rest, value) : each));
  return { ...(node as object), [key]: put((node as Record<string, unknown>)[key], rest, value) };
}

function put(node: unknown, rest: readonly string[], value: unknown): unknown {
  return rest.length === 0 ? value : replaced(node, rest, value);
}
