import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chronologies, ownKeys, withOwnKeys } from '../../fixtures/arbitrary-chronology';
import { asWritten, checked, eventsOf, fieldsOf, namesIn, writingAgain } from '../../fixtures/written-again';

const SEED = 20_241_117;
const RUNS = 60;

describe(`a chronology that is written and read again (seed ${SEED})`, () => {
  test('in dateline/1 is as it was, its head included', async () => {
    const again = writingAgain();
    await fc.assert(
      fc.asyncProperty(chronologies, async (given) => {
        const dataset = await again('dateline', given);
        expect(dataset.problems).toEqual([]);
        expect(dataset.chronology).toEqual(given.chronology);
        expect(eventsOf(dataset)).toEqual(checked(given.events));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test('in dateline/1 has every key, of events and of itself, known or not', async () => {
    const again = writingAgain();
    await fc.assert(
      fc.asyncProperty(withOwnKeys, ownKeys, async (given, own) => {
        const head = JSON.stringify({ format: 'dateline/1', ...given.chronology, ...own });
        const dataset = await again('dateline', given, { raw: false, mark: false }, head);
        expect(fieldsOf(dataset)).toEqual(asWritten(given.events));
        expect(JSON.parse(dataset.head)).toEqual(JSON.parse(head));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test.each([{ mark: false }, { mark: true }])(
    'in CSV has every event as it was, and the names ($mark)',
    async ({ mark }) => {
      const again = writingAgain();
      await fc.assert(
        fc.asyncProperty(chronologies, async (given) => {
          const dataset = await again('csv', given, { raw: false, mark });
          expect(eventsOf(dataset)).toEqual(checked(given.events));
          expect(namesIn(given.events, dataset.chronology)).toEqual(namesIn(given.events, given.chronology));
        }),
        { seed: SEED, numRuns: RUNS },
      );
    },
  );

  test('in a workbook has every event as it was, and the names', async () => {
    const again = writingAgain();
    await fc.assert(
      fc.asyncProperty(chronologies, async (given) => {
        const dataset = await again('xlsx', given);
        expect(eventsOf(dataset)).toEqual(checked(given.events));
        expect(namesIn(given.events, dataset.chronology)).toEqual(namesIn(given.events, given.chronology));
      }),
      { seed: SEED, numRuns: RUNS / 4 },
    );
  });

  test('in iCalendar has every event as it was, and the names', async () => {
    const again = writingAgain();
    await fc.assert(
      fc.asyncProperty(chronologies, async (given) => {
        const dataset = await again('ics', given);
        expect(eventsOf(dataset)).toEqual(checked(given.events));
        expect(namesIn(given.events, dataset.chronology)).toEqual(namesIn(given.events, given.chronology));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
