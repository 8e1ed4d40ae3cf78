import { expect, test } from 'vitest';
import { readEvent } from '../../../src/domain/parsing/event';
import { simileXml } from '../../../src/engine/formats/simile-xml';
import { fixture, readText, sampleOf, sortedFound } from '../../fixtures/found';

const read = (text: string, size?: number) => sortedFound(readText(simileXml, text, size));

test('a file as SIMILE shows them is read whole', () => {
  const { events, faults, all } = read(fixture('simile-xml/canal.xml'));
  expect(faults).toEqual([]);
  expect(events).toEqual([
    {
      title: 'Works begin',
      date: '1863-05-28T09:00:00Z',
      summary: "The first spade is turned by Mayor O'Neill & sons.",
      sources: [{ title: 'Works begin', url: 'https://example.org/works' }],
      image: 'https://example.org/works.png',
    },
    {
      title: 'Digging',
      date: '1864-06-01/1866-09-30',
      summary: 'Three summers of it.',
      sources: [{ title: 'summers', url: 'https://example.org/summers' }],
      isDuration: 'true',
      color: 'green',
    },
    {
      title: 'Locks are built',
      date: '1867-01-01~/1867-12-31~',
      summary: 'Dates from two diaries & a letter.',
      latestStart: 'Mar 1 1867',
      earliestEnd: 'Oct 1 1867',
      isDuration: 'true',
    },
    { title: 'A boat sinks', date: '[1868..1869]' },
    { title: 'A ford is used', date: '-0499' },
    { title: 'The "last" barge', date: '2001-05-03T10:30:00Z' },
  ]);
  expect(all.map((each) => (each.kind === 'event' ? each.spot : null))).toEqual(
    [7, 14, 16, 18, 19, 20].map((line) => ({ line, column: 3 })),
  );
});

test('what is broken in one element spoils no other, no entity of the file is filled in, and all of it is told', () => {
  const { events, faults } = read(fixture('simile-xml/broken.xml'));
  expect(events.map(({ title, date, summary }) => [title, date, summary])).toEqual([
    ['Sound', '1901', '&b; &c;'],
    ['A quote that does not end', '1902', 'Text'],
    ['No date', undefined, 'x'],
    ['Not closed', '1904', 'text'],
    ['After it', '1905', 'a < b bold'],
    ['Neither', undefined, undefined],
    ['Cut off', '1907', 'Te'],
  ]);
  expect(faults.map(({ line }) => line)).toEqual([6, 8, 9, 11, 13, 0]);
});

test('however the text comes in pieces, the same is found', () => {
  const lasting = (text: string, size?: number) => read(text, size).all.map((each) => JSON.stringify(each));
  for (const name of ['canal', 'broken']) {
    const text = fixture(`simile-xml/${name}.xml`);
    for (const size of [2, 7, 64]) expect(lasting(text, size)).toEqual(lasting(text));
  }
});

test('names are read without their prefix, and the text of an event may hold tags of its own', () => {
  const { events } = read('<t:data xmlns:t="x"><t:event start="1901" title="T">a<br/>b <p>c</p></t:event></t:data>');
  expect(events).toEqual([{ title: 'T', date: '1901', summary: 'a\nb\n\nc' }]);
});

test('all that is found passes the checks of the domain', () => {
  for (const each of read(fixture('simile-xml/canal.xml')).events)
    expect(readEvent({ ...each, id: 'x' }, 0).problems).toEqual([]);
});

test.each([
  ['<', 300_000],
  ['<event ', 30_000],
  ['<event a="', 30_000],
  [`<event a="' b='`, 30_000],
  ['<a b=">', 150_000],
  ['<!--', 250_000],
  ['<!DOCTYPE [', 90_000],
  ['<![CDATA[', 110_000],
  ['&', 300_000],
  ['<event start="1901">', 20_000],
])('%j without end takes as many steps as it is long, and finds no more', (unit, times) => {
  const text = unit.repeat(times);
  const { steps, events } = read(`<data>${text}`, 65_536);
  expect(steps).toBeLessThanOrEqual(times + times / 100 + 10);
  expect(events.length).toBeLessThanOrEqual(times);
});

test('it is recognised by its first elements, and claims nothing else', () => {
  expect(simileXml.recognises(sampleOf(fixture('simile-xml/canal.xml')))).toBe(true);
  expect(simileXml.recognises(sampleOf(fixture('simile-xml/broken.xml')))).toBe(true);
  for (const other of [
    '',
    'date,title\n2024,<data><event start="1">',
    '<!DOCTYPE html><html><body><data><event start="1"></body>',
    '<rss><channel><item/></channel></rss>',
    '<data><row start="1"/></data>',
    '<data><event name="x"/></data>',
    '{"events": []}',
  ])
    expect(simileXml.recognises(sampleOf(other))).toBe(false);
});
