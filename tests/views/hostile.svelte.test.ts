import { expect, test } from 'vitest';
import Page from '../../src/views/Page.svelte';
import type { Generated } from '../fixtures/generate';
import { layout, shown } from './fixtures/shown';
import { soon } from './fixtures/soon';

layout({ width: 900, height: 400 });

/** Elements that no view has, so that any would have come from a text. */
const FOREIGN =
  'img, script, iframe, object, embed, base, style, meta, form, video, math, template, marquee, [onerror], [onload]';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['HTML', '<img src=x onerror=alert(1)><script>alert(2)</script></li></ul>{@html x} &lt;b&gt; "\'`'],
  ['an SVG in Svelte braces', '{#each x}<svg onload=alert(1)>{/each}${alert(1)}'],
  ['right to left', '\u202eשלום עולם\u202c مرحبا \u2067x\u2069\u200f'],
  ['10,000 characters', 'Ж'.repeat(9_999) + '!'],
  ['emoji', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇰🇬 é́́́ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L'],
  ['names of the language', '__proto__'],
];

/** Two events of which every text is `text`. */
function chronology(text: string): Generated {
  const source = { url: null, date: null, tier: null, language: null };
  const event = (id: string) => ({
    id,
    title: text,
    date: '2024-03-01',
    reported: null,
    summary: text,
    note: text,
    actors: [{ id: text, role: text }],
    topics: [text],
    type: text,
    place: text,
    status: text,
    confidence: text,
    disagreements: [text, text],
    related: [],
    sources: [{ ...source, title: text, publisher: text, supports: text, origin: text }],
  });
  const actor = {
    kind: 'person' as const,
    short: text,
    aliases: [text],
    memberOf: [],
    roles: [],
    url: null,
    note: text,
  };
  return {
    chronology: {
      title: text,
      description: text,
      note: text,
      language: 'en',
      license: text,
      updated: null,
      url: null,
      actors: [{ id: text, name: text, ...actor }],
      topics: [{ id: text, name: text, description: text }],
    },
    events: [event(text.slice(0, 100)), event('other')],
  };
}

test.each(HOSTILE)('texts of %s are shown as text, wherever they stand', async (_, text) => {
  const { user, container, explorer, found, settled } = await shown(Page, {}, { data: chronology(text) });
  const foreign = () => [...document.body.querySelectorAll(FOREIGN)].map(({ outerHTML }) => outerHTML.slice(0, 80));
  const start = found.words.nameOf('actor', text).slice(0, 60);

  expect(found.total).toBe(2);
  expect(foreign()).toEqual([]);
  explorer.open(0);
  explorer.cycle('actor', text);
  explorer.cycle('place', text);
  explorer.cycle('place', text);
  explorer.cycle('topic', text);
  await soon(() => container.querySelector('article h2')?.textContent).toBe(text.trim());
  for (const part of ['.summary', '.dispute li', '.supports', '.byline']) {
    expect(container.querySelector(part)?.textContent, part).toContain(start.slice(0, 20));
  }
  expect(
    [...container.querySelectorAll('.chip .words')].some((chip) => chip.textContent.includes(start.slice(0, 20))),
  ).toBe(true);
  expect(document.title.length).toBeLessThan(1000);
  expect(foreign()).toEqual([]);

  explorer.clear();
  explorer.wantNames();
  container.querySelector<HTMLElement>('input[role=combobox]')?.focus();
  explorer.search(text);
  await settled();
  explorer.restore(explorer.view, [text]);
  await soon(() => found.names).not.toBeNull();
  await soon(() => container.querySelector('.notices li')?.textContent).toBe(text);
  expect(foreign()).toEqual([]);

  for (const name of ['Share view', 'About this chronology']) {
    const buttons = [...container.querySelectorAll<HTMLElement>('header button')];
    await user.click(buttons.find((button) => button.textContent.startsWith(name) || button.title === name)!);
    await soon(() => container.querySelector('dialog')).not.toBeNull();
    expect(foreign()).toEqual([]);
    container.querySelector('dialog')?.close();
    await soon(() => container.querySelector('dialog')).toBeNull();
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('id');
});
