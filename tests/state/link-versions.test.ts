import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/state/link';
import links from '../fixtures/links-v1.json';

/* These links are in old mails and papers. Add to the file; never change what is there. */
describe('links of version 1', () => {
  it.each(links)('show what they showed: $link', ({ link, view }) => {
    expect(decode(link)).toEqual({ view, notes: [] });
    expect(decode(encode(decode(link).view)).view).toEqual(view);
  });
});
