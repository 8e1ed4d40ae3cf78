import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, FIELDS, type ClauseRef, type RangeClause } from '../../src/engine/query';
import { decode, encode } from '../../src/state/link';
import * as edit from '../../src/state/view-edits';
import { MAX_PICKS, START, type View } from '../../src/state/view';
import { ids, views } from '../fixtures/views';

const SEED = 20260107;
const zas: ClauseRef = { kind: 'pick', field: 'actor', id: 'zas' };
const range = (from: string | null, to: string | null): RangeClause => ({ from, to, mode: 'possibly', off: false });
const viewOf = (link: string) => decode(link).view;

describe('cyclePick', () => {
  it('goes from off to include to exclude to off', () => {
    const one = edit.cyclePick(START, 'actor', 'zas');
    const two = edit.cyclePick(one, 'actor', 'zas');
    expect([one, two, edit.cyclePick(two, 'actor', 'zas')].map(encode)).toEqual(['actor=zas', 'actor=!zas', '']);
  });

  it('only switches on again what is switched off', () => {
    expect(encode(edit.cyclePick(viewOf('~actor=!zas'), 'actor', 'zas'))).toBe('actor=!zas');
  });
});

describe('setPick', () => {
  it('keeps the place of a pick and the mode of its field', () => {
    const view = viewOf('actor=zas&actor=csto&all=actor');
    expect(encode(edit.setPick(view, 'actor', 'zas', 'exclude'))).toBe('actor=!zas&actor=csto&all=actor');
    expect(encode(edit.setPick(view, 'actor', 'zas', null))).toBe('actor=csto&all=actor');
  });

  it('leaves no empty field behind', () => {
    expect(edit.setPick(viewOf('actor=zas'), 'actor', 'zas', null)).toEqual(START);
  });

  it('adds none beyond the limit over all fields, and none without an id', () => {
    let full: View = START;
    for (let pick = 0; pick < MAX_PICKS; pick += 1) full = edit.setPick(full, FIELDS[pick % 2], `p${pick}`, 'include');
    expect(edit.setPick(full, 'place', 'Moscow', 'include')).toBe(full);
    expect(edit.setPick(full, 'actor', 'p0', 'exclude')).not.toBe(full);
    expect(edit.setPick(START, 'actor', '', 'include')).toBe(START);
  });
});

describe('setRange', () => {
  it('takes no bounds for no range, and puts reversed ones in order', () => {
    expect(edit.setRange(viewOf('from=2022'), range(null, null))).toEqual(START);
    expect(encode(edit.setRange(START, range('2024', '2022-05')))).toBe('from=2022-05&to=2024');
    expect(encode(edit.setRange(START, range('2022-05', '2022')))).toBe('from=2022-05&to=2022');
  });

  it('is not moved by bounds that cannot be read', () => {
    const view = viewOf('from=2022');
    expect(edit.setRange(view, range('2022', '2024-13'))).toBe(view);
  });
});

describe('setText', () => {
  it('switches a new text on, and leaves the same text as it is', () => {
    const view = viewOf('~q=zas');
    expect(edit.setText(view, 'zas')).toBe(view);
    expect(encode(edit.setText(view, 'zass'))).toBe('q=zass');
  });

  it('never cuts a character in two', () => {
    const { value } = edit.setText(START, '🛰'.repeat(300)).query.text;
    expect(value).toBe('🛰'.repeat(250));
    expect(edit.setText(START, `a${'🛰'.repeat(300)}`).query.text.value).toBe(`a${'🛰'.repeat(249)}`);
  });
});

describe('mute and remove', () => {
  it.each([
    ['actor=zas&actor=csto', zas, '~actor=zas&actor=csto', 'actor=csto'],
    ['from=2022&to=2024&range=certainly', { kind: 'range' }, '~from=2022&~to=2024&range=certainly', ''],
    ['q=zas&lanes=topic', { kind: 'text' }, '~q=zas&lanes=topic', 'lanes=topic'],
  ] as const)('switch off, on again, and take out: %s', (link, clause, muted, removed) => {
    const view = viewOf(link);
    expect(encode(edit.mute(view, clause))).toBe(muted);
    expect(edit.mute(edit.mute(view, clause), clause)).toEqual(view);
    expect(encode(edit.remove(view, clause))).toBe(removed);
    expect(edit.clauseState(edit.mute(view, clause).query, clause).off).toBe(true);
  });
});

describe('clear', () => {
  it('takes the query away and nothing else', () => {
    const view = viewOf('q=zas&actor=!zas&members=csto&from=2022&lanes=topic&window=2022..2023&event=e');
    const cleared = edit.clear(view);
    expect(cleared.query).toBe(EVERYTHING);
    expect(encode(cleared)).toBe('lanes=topic&window=2022..2023&event=e');
  });
});

describe('clausesOf', () => {
  it('names what is included, then what is excluded, the range, the search', () => {
    const { query } = viewOf('q=x&topic=a&topic=!b&~actor=!zas&actor=csto&from=2022');
    const words = edit.clausesOf(query).map((ref) => (ref.kind === 'pick' ? `${ref.field} ${ref.id}` : ref.kind));
    expect(words).toEqual(['actor csto', 'topic a', 'actor zas', 'topic b', 'range', 'text']);
    expect(edit.clausesOf(viewOf('q=++&all=actor').query)).toEqual([]);
  });
});

describe(`every edit (seed ${SEED})`, () => {
  const values = fc.oneof(ids, fc.constant(''));
  const edits: readonly ((view: View, id: string) => View)[] = [
    (view, id) => edit.setPick(view, 'place', id, 'exclude'),
    (view, id) => edit.setPick(view, 'place', id, null),
    (view) => edit.setMode(view, 'topic', 'all'),
    (view) => edit.setMode(view, 'topic', 'any'),
    (view) => edit.setRange(view, { from: '2024', to: '2022', mode: 'certainly', off: true }),
    (view) => edit.setRange(view, null),
    (view, id) => edit.setText(view, id),
    (view, id) => edit.setMembers(view, [id, 'csto', id]),
    (view) => edit.setLanes(view, 'none'),
    (view) => edit.setSort(view, 'newest'),
    (view) => edit.setWindow(view, { from: '2022', to: '2023' }),
    (view) => edit.setWindow(view, null),
    (view, id) => edit.setEvent(view, id),
    (view) => edit.setEvent(view, null),
    (view, id) => edit.remove(view, { kind: 'pick', field: 'place', id }),
    (view) => edit.remove(view, { kind: 'text' }),
    (view) => edit.clear(view),
  ];

  it('done twice gives the very view it gave once, and a view that a link can hold', () => {
    fc.assert(
      fc.property(views, values, fc.constantFrom(...edits), (view, id, change) => {
        const once = change(view, id);
        expect(change(once, id)).toBe(once);
        expect(decode(encode(once))).toEqual({ view: once, notes: [] });
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
