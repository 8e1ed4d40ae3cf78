import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/state/link';
import { START } from '../../src/state/view';
import links from '../fixtures/links-v1.json';

/* These links are in old mails and papers. Add to the file; never change what is there. What a view lacks there came later: it is as at the start. */
describe('links of version 1', () => {
  it.each(links)('show what they showed: $link', ({ link, view }) => {
    const whole = { ...START, ...view };
    expect(decode(link)).toEqual({ view: whole, notes: [] });
    expect(decode(encode(decode(link).view)).view).toEqual(whole);
  });
});
