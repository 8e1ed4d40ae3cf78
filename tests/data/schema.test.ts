import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/domain/limits';
import { readChronology } from '../oracle/read-chronology';
import { random } from '../fixtures/random';
import { mutated, mutatedOnce, whole } from './mutations';

const schema = JSON.parse(readFileSync('public/data/dateline-1.schema.json', 'utf8')) as object;
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

interface Verdict {
  /** The schema has nothing against the document. */
  readonly valid: boolean;
  /** Reading it gives no problem and no refusal. */
  readonly clean: boolean;
  /** Every fault that reading tells is of a kind that no schema can express. */
  readonly beyondSchema: boolean;
}

/**
 * What JSON Schema has no words for: that an id is unique or refers to something, that no one is a member of himself, how deep
 * a document nests, and the calendar (its pattern for dates only knows the letters and signs that dates are made of).
 */
const BEYOND = /^(?:came before|is not among|names no|makes the actor|nests more|is not a date)/;

function judge(document: unknown): Verdict {
  const text = JSON.stringify(document);
  const reading = readChronology(JSON.parse(text));
  return {
    valid: validate(JSON.parse(text)),
    clean: reading.ok && reading.problems.length === 0,
    beyondSchema: reading.ok && reading.problems.every(({ reason }) => BEYOND.test(reason)),
  };
}

describe('the published JSON Schema and the reader agree', { timeout: 60_000 }, () => {
  test('on the bundled chronology and on a document with every key', () => {
    const csto: unknown = JSON.parse(readFileSync('public/data/csto.json', 'utf8'));
    expect(judge(csto)).toMatchObject({ valid: true, clean: true });
    expect(judge(whole())).toMatchObject({ valid: true, clean: true });
  });

  test('on every value of every key replaced by each of many others', () => {
    const disagreements: unknown[] = [];
    let invalid = 0;
    for (const { path, value, document } of mutated(whole())) {
      const { valid, clean, beyondSchema } = judge(document);
      if (!valid) invalid += 1;
      if (valid !== clean && !(valid && beyondSchema)) disagreements.push({ path, value, valid, clean });
    }
    expect(disagreements).toEqual([]);
    expect(invalid).toBeGreaterThan(1000);
  });

  test('on documents with several such changes at once (seed 20261123)', () => {
    const { pick } = random(20261123);
    for (let round = 0; round < 500; round += 1) {
      let document: unknown = whole();
      for (let change = 0; change < 3; change += 1) document = mutatedOnce(document, pick);
      const { valid, clean, beyondSchema } = judge(document);
      expect(valid === clean || (valid && beyondSchema), JSON.stringify(document).slice(0, 2000)).toBe(true);
    }
  });

  test('on the limits of lists and names', () => {
    const names = Array.from({ length: LIMITS.names + 1 }, (_, index) => ({ id: `${index}`, name: 'T' }));
    expect(judge({ ...whole(), topics: [...whole().topics, ...names].slice(0, LIMITS.names) })).toMatchObject({
      valid: true,
      clean: true,
    });
    expect(judge({ ...whole(), topics: names.concat(whole().topics) })).toMatchObject({ valid: false, clean: false });
  });
});

/** Each has objects that lack what others have, so that between them every key is asked for in vain somewhere. */
const LACKING: readonly unknown[] = [
  {},
  { format: 'dateline/1' },
  {
    format: 'dateline/1',
    actors: [{}, { id: 'a' }, { id: 'b', roles: [{}, { title: 'R' }] }],
    topics: [{}, { id: 't' }],
    events: [
      {},
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', actors: [{}, { id: 'a' }], sources: [{}, { title: 'S' }] },
    ],
  },
];

test('the schema describes exactly the keys that the reader asks for', () => {
  const asked = new Set<string>();
  const watched = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(watched);
    const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, watched(each)]));
    return new Proxy(inner, {
      get(target, key): unknown {
        if (!Object.hasOwn(target, key)) asked.add(String(key));
        return Reflect.get(target, key);
      },
    });
  };
  for (const document of LACKING) readChronology(watched(document));
  const described = new Set<string>();
  const gather = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node) for (const key of Object.keys(node.properties as object)) described.add(key);
    Object.values(node).forEach(gather);
  };
  gather(schema);
  expect([...asked].sort()).toEqual([...described].sort());
});
