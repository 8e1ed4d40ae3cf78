import { describe, expect, it } from 'vitest';
import csto from '../../public/data/csto.json';
import { FIELDS } from '../../src/engine/query';
import { decode, encode } from '../../src/state/link';
import { LINK_KEYS, LINK_SIGNS } from '../../src/state/link-keys';

describe('the table of keys', () => {
  it('names every field', () => {
    const keys = LINK_KEYS.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining([...FIELDS]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([...LINK_KEYS, ...LINK_SIGNS])('gives an example that is read: $example', ({ example }) => {
    expect(decode(example).notes).toEqual([]);
    const written = encode(decode(example).view);
    if (example !== 'v=1') expect(written).toBe(example);
  });

  it('stands in the order in which links are written', () => {
    const whole = LINK_KEYS.map(({ example }) => example).join('&');
    const { view, notes } = decode(whole);
    expect(notes).toEqual(['link part "from=2022": from is given twice; the last one counts']);
    const order = encode(view)
      .split('&')
      .map((pair) => pair.split('=')[0]);
    expect(order).toEqual(LINK_KEYS.map(({ key }) => key).filter((key) => key !== 'v' && key !== 'data'));
    // A chronology in the link takes the place of a data file.
  });

  it('gives examples that the bundled chronology answers', () => {
    const { query, event } = decode(LINK_KEYS.map(({ example }) => example).join('&')).view;
    const { events } = csto;
    const ids = (field: keyof typeof query.fields) => query.fields[field]?.picks.map(({ id }) => id);
    expect(csto.actors.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids('actor')!, ...query.members]));
    expect(csto.topics.map(({ id }) => id)).toEqual(expect.arrayContaining(ids('topic')!));
    for (const field of ['type', 'status', 'confidence', 'place'] as const) {
      expect(events.map((one) => (one as Partial<Record<typeof field, string>>)[field])).toEqual(
        expect.arrayContaining(ids(field)!),
      );
    }
    expect(events.flatMap(({ sources }) => sources.map(({ publisher }) => publisher))).toEqual(
      expect.arrayContaining(ids('publisher')!),
    );
    expect(events.map(({ id }) => id)).toContain(event);
  });
});
