import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf } from '../../../src/domain/citing/parts';
import { chronologies } from '../../fixtures/arbitrary-chronology';
import { checked, eventsOf, namesOf, writingAgain } from '../../fixtures/written-again';

const SEED = 20_241_117;
const RUNS = 60;

describe(`a chronology that is written as JSON of another kind and read again (seed ${SEED})`, () => {
  test('in NDJSON has every event as it was', async () => {
    const again = writingAgain();
    await fc.assert(
      fc.asyncProperty(chronologies, async (given) => {
        const dataset = await again('ndjson', given);
        expect(eventsOf(dataset)).toEqual(checked(given.events));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test('in TimelineJS has the ids, titles, exact dates and first topics of dated events', async () => {
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
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
