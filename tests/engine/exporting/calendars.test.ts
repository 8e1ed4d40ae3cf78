import { describe, expect, test } from 'vitest';
import { icalendar } from '../../../src/engine/exporting/icalendar';
import { timelineJs } from '../../../src/engine/exporting/timelinejs';
import { chronologyOf } from '../../fixtures/events';
import { fileOf, selectionFrom } from '../../fixtures/selection';

const { chronology } = chronologyOf([], {
  actors: [{ id: 'ann', name: 'Ann' }],
  topics: [{ id: 'war', name: 'War, cold' }],
});
const calendarOf = async (events: readonly Readonly<Record<string, unknown>>[]) =>
  fileOf(icalendar(selectionFrom(chronology, events)));
const dateLines = async (date: string | null): Promise<readonly string[]> =>
  (await calendarOf([{ id: 'a', title: 'A', date }])).text
    .split('\r\n')
    .filter((line) => /^(?:BEGIN:VE|BEGIN:VJ|DTSTART|DTEND|DESCRIPTION:(?!All)|X-DATELINE-DATE)/.test(line));

describe('a calendar', () => {
  test('says of an event what calendars know, and the rest in properties of its own', async () => {
    const { text, notes } = await calendarOf([
      {
        id: 'a',
        title: 'Talks; then, war',
        date: '2022-01-06/2022-01-19',
        summary: 'One.\n\nTwo.',
        place: 'Ash',
        status: 'disputed',
        actors: [{ id: 'ann', role: 'host' }],
        topics: ['war'],
        sources: [{ title: 'S', url: 'https://example.org/s' }],
      },
    ]);
    expect(text).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Dateline//Dateline//EN',
        'CALSCALE:GREGORIAN',
        'NAME:Sketch',
        'X-WR-CALNAME:Sketch',
        'DESCRIPTION:All 1 events',
        'URL:https://example.org/dateline/#q=a&b',
        'BEGIN:VEVENT',
        'UID:a@sketch.dateline',
        'DTSTAMP:20240117T093000Z',
        'DTSTART;VALUE=DATE:20220106',
        'DTEND;VALUE=DATE:20220120',
        'SUMMARY:Talks\\; then\\, war',
        'DESCRIPTION:One.\\n\\nTwo.\\n\\nSources:\\n- “S”. https://example.org/s',
        'LOCATION:Ash',
        'CATEGORIES:War\\, cold',
        'TRANSP:TRANSPARENT',
        'URL:https://example.org/s',
        'X-DATELINE-ID:a',
        'X-DATELINE-SUMMARY:One.\\n\\nTwo.',
        'X-DATELINE-STATUS:disputed',
        'X-DATELINE-ACTOR:{"id":"ann"\\,"name":"Ann"\\,"role":"host"}',
        'X-DATELINE-TOPIC:{"id":"war"\\,"name":"War\\, cold"}',
        'X-DATELINE-SOURCE:{"title":"S"\\,"url":"https://example.org/s"}',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
    expect(notes).toEqual([]);
  });

  test.each([
    ['2024-02-29', ['DTSTART;VALUE=DATE:20240229', 'DTEND;VALUE=DATE:20240301']],
    ['2024-12-31/2025-01-01', ['DTSTART;VALUE=DATE:20241231', 'DTEND;VALUE=DATE:20250102']],
    ['2024-01-02T03:04:05Z', ['DTSTART:20240102T030405Z']],
    ['2024-01-02T03:00:00Z/2024-01-02T06:30:00Z', ['DTSTART:20240102T030000Z', 'DTEND:20240102T063000Z']],
  ])('has %s exactly, and says nothing more of it', async (date, lines) => {
    expect(await dateLines(date)).toEqual(['BEGIN:VEVENT', ...lines]);
  });

  test.each([
    ['2024', '20240101', '20250101', '2024'],
    ['2024-02', '20240201', '20240301', 'Feb 2024'],
    ['2024-02-03?', '20240203', '20240204', '3 Feb 2024?'],
    ['199X', '19900101', '20000101', '1990s'],
    ['2024-02-03/..', '20240203', '20240204', 'since 3 Feb 2024'],
    ['../2024-02-03', '20240203', '20240204', 'until 3 Feb 2024'],
    ['[2024-02-03..2024-02-09]', '20240203', '20240210', '3–9 Feb 2024'],
  ])('has %s as all the days on which it may lie, and in words', async (date, begin, end) => {
    const lines = await dateLines(date);
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${begin}`, `DTEND;VALUE=DATE:${end}`]);
    expect(lines[3]).toMatch(/^DESCRIPTION:.*\d{4}/);
    expect(lines[4]).toBe(`X-DATELINE-DATE:${date.replaceAll(/[,;\\]/g, '\\$&')}`);
  });

  test.each([null, '-0043-03-15', 'Y170000002', '../..', '9999-12-31'])(
    'has what no calendar can date, %s, as a journal entry, and tells of it',
    async (date) => {
      expect((await dateLines(date))[0]).toBe('BEGIN:VJOURNAL');
      expect((await dateLines(date)).some((line) => line.startsWith('DT'))).toBe(false);
      const { notes } = await calendarOf([{ id: 'a', title: 'A', date, place: 'Ash' }]);
      expect(notes).toEqual([expect.stringMatching(/^One event without a date that a calendar can hold/)]);
    },
  );

  test('has no line of more than 75 octets, and parts no character', async () => {
    const title = 'Имангали 🙂 語 '.repeat(20).trim();
    const { text, bytes } = await calendarOf([{ id: 'a', title }]);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(text);
  });

  test('begins no line with what stands in a text', async () => {
    const { text } = await calendarOf([{ id: 'a', title: 'A\r\nEND:VEVENT\nX:1', date: '2024', note: 'a\0b\u000bc' }]);
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(text).toContain('SUMMARY:A\\nEND:VEVENT\\nX:1\r\n');
    expect(text).toContain('X-DATELINE-NOTE:abc\r\n');
  });
});

describe('a chronology for TimelineJS', () => {
  interface Slide {
    readonly start_date: object;
    readonly end_date?: object;
    readonly display_date?: string;
    readonly group?: string;
    readonly text: { readonly headline: string; readonly text: string };
  }
  const slidesOf = async (events: readonly Readonly<Record<string, unknown>>[]) => {
    const { text, notes } = await fileOf(timelineJs(selectionFrom(chronology, events)));
    return { ...(JSON.parse(text) as { events: readonly Slide[]; scale?: string; title: Slide }), notes };
  };

  test.each([
    ['2024', { start_date: { year: 2024 } }],
    ['2024-02', { start_date: { year: 2024, month: 2 } }],
    ['2024-02-29', { start_date: { year: 2024, month: 2, day: 29 } }],
    ['2024-02-29T10:30Z', { start_date: { year: 2024, month: 2, day: 29, hour: 10, minute: 30 } }],
    ['2023-12/2024', { start_date: { year: 2023, month: 12 }, end_date: { year: 2024 } }],
    ['2024~', { start_date: { year: 2024 }, display_date: 'c. 2024' }],
    ['-0043-03-15', { start_date: { year: -44, month: 3, day: 15 } }],
    ['0000', { start_date: { year: -1 } }],
    [
      '199X',
      {
        start_date: { year: 1990, month: 1, day: 1 },
        end_date: { year: 1999, month: 12, day: 31 },
        display_date: '1990s',
      },
    ],
    [
      '/2024-02-03',
      {
        start_date: { year: 2024, month: 2, day: 3 },
        end_date: { year: 2024, month: 2, day: 3 },
        display_date: expect.stringContaining('3 Feb 2024') as string,
      },
    ],
  ])('has %s by its parts, and in words where they say less', async (date, expected) => {
    const { events, scale } = await slidesOf([{ id: 'a', title: 'A', date }]);
    const [{ start_date, end_date, display_date }] = events;
    expect(JSON.parse(JSON.stringify({ start_date, end_date, display_date }))).toEqual(expected);
    expect(scale).toBeUndefined();
  });

  test('has a title slide, and of an event its topic, text and sources, all escaped', async () => {
    const { title, events } = await slidesOf([
      {
        id: 'a',
        title: 'A <b>',
        date: '2024',
        summary: 'One & two.',
        topics: ['war'],
        actors: ['ann'],
        sources: [{ title: 'S', url: 'https://example.org/?a=1&b="2"' }],
      },
    ]);
    expect(title.text.headline).toBe('Sketch');
    expect(title.text.text).toContain('All 1 events');
    expect(events[0]).toMatchObject({ unique_id: 'a', group: 'War, cold', text: { headline: 'A &lt;b&gt;' } });
    expect(events[0].text.text).toBe(
      '<p>One &amp; two.</p><p>Actors: Ann</p><p>Sources: <a href="https://example.org/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">S</a></p>',
    );
  });

  test('leaves out what has no date, and tells how many', async () => {
    const { events, notes } = await slidesOf([
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', date: '2024' },
    ]);
    expect(events).toHaveLength(1);
    expect(notes).toEqual(['One event without a date that TimelineJS can show is left out.']);
    expect((await slidesOf([{ id: 'a', title: 'A' }])).events).toEqual([]);
  });

  test('says so when years are for its cosmological scale', async () => {
    expect((await slidesOf([{ id: 'a', title: 'A', date: 'Y-170000002' }])).scale).toBe('cosmological');
  });
});
