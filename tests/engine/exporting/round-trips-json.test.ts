import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf } from '../../../src/domain/citing/parts';
import { chronologies, withOwnKeys } from '../../fixtures/arbitrary-chronology';
import { asWritten, checked, eventsOf, fieldsOf, namesOf, writingAgain } from '../../fixtures/written-again';

const SEED = 20_241_117;
const RUNS = 60;

describe(`a chronology that is written as JSON of another kind and read again (seed ${SEED})`, () => {
  test('in NDJSON has every event as it was, with every key, known or not', async () => {
    const again = writingAgain();
    await fc.assert(
      fc.asyncProperty(withOwnKeys, async (given) => {
        const dataset = await again('ndjson', given);
        expect(fieldsOf(dataset)).toEqual(asWritten(given.events));
        expect(eventsOf(dataset)).toEqual(checked(given.events));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test('in TimelineJS has the ids, titles, texts, exact dates, first topics and sources of dated events', async () => {
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const squeezed = (text: string): string => text.replace(/\s+/g, '');
    const again = writingAgain();
    await fc.assert(
      fc.asyncProperty(chronologies, async (given) => {
        const dataset = await again('timelinejs', given);
        const names = namesOf(given.chronology.topics);
        const dated = [...checked(given.events).values()].filter(({ date: text }) => {
          const date = dateOf(text);
          return date !== null && (Number.isFinite(date.earliest) || Number.isFinite(date.latest));
        });
        const back = new Map([...eventsOf(dataset).values()].map((event) => [words(event.id), event] as const));
        for (const event of dated) {
          const read = back.get(words(event.id));
          expect(words(read!.title)).toBe(words(event.title));
          expect(squeezed(read!.summary ?? '')).toContain(squeezed(event.summary ?? ''));
          const linked = event.sources.filter(({ url }) => url !== null);
          const shown = linked.filter(({ url }, at) => linked.findIndex((each) => each.url === url) === at);
          expect(read!.sources.map(({ url }) => url)).toEqual(shown.map(({ url }) => url));
          for (const { title } of event.sources) expect(squeezed(read!.summary ?? '')).toContain(squeezed(title));
          expect(read!.topics.map(words)).toEqual(event.topics.slice(0, 1).map((id) => words(names.get(id)!)));
          const [before, after] = [dateOf(event.date)!, dateOf(read!.date)!];
          const { uncertain, approximate, kind } = before;
          if (uncertain || approximate || !['point', 'span'].includes(kind) || before.begin.bound !== 'known') continue;
          if (before.end.bound !== 'known' || /season|decade|century/.test(before.precision)) continue;
          expect([after.earliest, after.latest, after.precision]).toEqual([
            before.earliest,
            before.latest,
            before.precision,
          ]);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
