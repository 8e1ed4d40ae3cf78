import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../src/engine/query';
import { decode, encode } from '../../src/state/link';
import { LINK_KEYS } from '../../src/state/link-keys';
import { MAX_LINK } from '../../src/state/link-text';
import { MAX_PICKS, START, type View } from '../../src/state/view';
import { ids, views } from '../fixtures/views';

const SEED = 20260107;
const withEvent = (event: string): View => ({ ...START, event });
const halves = fc.string({
  unit: fc.integer({ min: 0xd700, max: 0xe0ff }).map((code) => String.fromCharCode(code)),
  minLength: 1,
});

describe(`encode and decode (seed ${SEED})`, () => {
  it('give every view back', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(decode(encode(view))).toEqual({ view, notes: [] });
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('give ids of any characters back, and half characters as U+FFFD', () => {
    const toWhole = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');
    fc.assert(
      fc.property(fc.oneof(ids, halves), (id) => {
        expect(decode(encode(withEvent(id))).view.event).toBe(toWhole(id));
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('decode any text without throwing, to a view that encodes to one link for ever', () => {
    const keys = fc.constantFrom(
      ...LINK_KEYS.map(({ key }) => key),
      'Q',
      '~actor',
      '%7Efrom',
      'amp;to',
      '__proto__',
      '',
    );
    const values = fc.oneof(
      ids,
      halves,
      fc.constantFrom('2022-01', '2021-12-31', '1991..1990', '2001/2000', '%E9', '%', '!%ff', 'all'),
    );
    const pairs = fc.array(fc.tuple(keys, fc.constantFrom('=', '', '%3D', '=!', '=='), values), { maxLength: 12 });
    const links = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      pairs.map((all) => all.map((pair) => pair.join('')).join('&')),
    );
    fc.assert(
      fc.property(links, (link) => {
        const { view } = decode(link);
        const canonical = encode(view);
        expect(decode(canonical)).toEqual({ view, notes: [] });
        expect(encode(decode(canonical).view)).toBe(canonical);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('mean the same after a mailer encoded, decoded or broke what it may', () => {
    const mailers: readonly ((link: string) => string)[] = [
      (link) => `#${link}`,
      (link) => link.replaceAll('+', '%20'),
      (link) => link.replaceAll('!', '%21').replaceAll('~', '%7E').replaceAll(':', '%3a').replaceAll(',', '%2c'),
      (link) => link.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      (link) => link.replaceAll('&', '&amp;'),
      (link) => link.replaceAll('&', '&amp;amp;'),
      (link) => (link === '' ? '' : link.replace(/(.{20})/gs, '$1\r\n')),
      (link) => encodeURIComponent(link),
      (link) => new URL(`https://example.org/#${link}`).hash,
      (link) =>
        link.replace(
          /(^|&)(~?)([a-z]+)=/g,
          (_, start: string, sign: string, key: string) => `${start}${sign}${key.toUpperCase()}=`,
        ),
    ];
    fc.assert(
      fc.property(views, fc.constantFrom(...mailers), (view, mail) => {
        expect(decode(mail(encode(view)))).toEqual({ view, notes: [] });
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('write links of plain characters that end in a letter or digit', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(encode(view)).toMatch(/^$|^[A-Za-z0-9\-_.!~',:/+%&=]*[A-Za-z0-9]$/);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

describe('limits of a link', () => {
  const many = (count: number, id: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `actor=${id(index)}`).join('&');

  it('are told when it is too long, and the pairs before are read', () => {
    const { view, notes } = decode(`q=zas&${many(400, (index) => `${'x'.repeat(60)}${index}`)}&event=late`);
    expect(view.query.text.value).toBe('zas');
    expect(view.event).toBeNull();
    expect(notes).toEqual(['link: more than 20000 characters; what follows them is left out, so pick fewer values']);
    expect(encode(view).length).toBeLessThanOrEqual(MAX_LINK);
  });

  it('hold for what raw characters come to when written', () => {
    const { view, notes } = decode(many(400, (index) => `${'Ж'.repeat(30)}${index}`));
    expect(notes).toHaveLength(1);
    expect(encode(view).length).toBeLessThanOrEqual(MAX_LINK);
    expect(decode(encode(view))).toEqual({ view, notes: [] });
  });

  it('leave nothing of one endless pair', () => {
    const { view, notes } = decode(`actor=${'x'.repeat(MAX_LINK)}`);
    expect(view).toEqual(START);
    expect(notes).toEqual([expect.stringContaining('more than 20000 characters')]);
  });

  it('keep so many picks, and tell once', () => {
    const { view, notes } = decode(many(MAX_PICKS + 20, (index) => `a${index}`));
    expect(view.query.fields.actor?.picks).toHaveLength(MAX_PICKS);
    expect(notes).toEqual(['link: more than 500 values; the first 500 count']);
  });

  it.each([
    ['alone', `q=${'x'.repeat(MAX_LINK + 5)}`, MAX_TEXT],
    ['after others', `actor=zas&q=${'%D0%B1'.repeat(MAX_LINK)}`, MAX_TEXT],
    ['switched off, in capitals', `~Q=${'x'.repeat(MAX_LINK + 5)}&actor=late`, MAX_TEXT],
    ['of letters that an address has to escape', `q=${'б'.repeat(MAX_LINK - 12)}&actor=zas`, MAX_TEXT],
  ])('cut a search text that reaches beyond them, and tell: %s', (_, link, length) => {
    const { view, notes } = decode(link);
    expect([view.query.text.value.length, /^(x|б)+$/.test(view.query.text.value)]).toEqual([length, true]);
    expect(notes.join()).toMatch(/the first 500 are searched/);
    expect(encode(view).length).toBeLessThanOrEqual(MAX_LINK);
    expect(view.query.fields.actor?.picks.map(({ id }) => id)).toEqual(link.includes('zas') ? ['zas'] : undefined);
  });

  it('cut a search text between characters', () => {
    const { view, notes } = decode(`q=${'a'.repeat(MAX_TEXT - 1)}${encodeURIComponent('🛰')}`);
    expect(view.query.text.value).toBe('a'.repeat(MAX_TEXT - 1));
    expect(notes).toEqual([expect.stringContaining('501 characters; the first 500 are searched')]);
  });

  it('bound the notes', () => {
    const { notes } = decode('x&'.repeat(5000));
    expect(notes).toHaveLength(13);
    expect(notes[12]).toBe('4988 more parts of the link were not read');
  });
});
