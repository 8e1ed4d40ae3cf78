import { checkChronology, type Reading } from '../domain/parse';
import { ColumnsBuilder } from './columns/build';
import type { DatasetParts } from './dataset';
import { parseDatelineJson } from './formats/dateline-json';
import { buildIdTable } from './ids';
import type { Progress } from './messages';
import { RecordPacker } from './records';
import { SearchedEvents } from './searched-events';

export type Opened =
  | {
      readonly ok: true;
      readonly parts: DatasetParts;
      /** Shares no buffer with `parts`. */
      readonly searched: SearchedEvents;
    }
  | { readonly ok: false; readonly message: string };

/** Events dealt with between two pauses. */
const SLICE = 500;
/** Each event is dealt with three times: checked, put into columns, packed. */
const ROUNDS = 3;

/** The data set in the text of a file, made in slices, or why there is none. Never throws, short of memory running out. */
export function* openText(text: string): Generator<Progress, Opened> {
  const parsed = parseDatelineJson(text);
  if (!parsed.ok) return parsed;
  const steps = checkChronology(parsed.value);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done !== true) yield checking(step.value.done, step.value.total * ROUNDS);
    else return step.value.ok ? yield* assembled(step.value) : step.value;
  }
}

function* assembled(reading: Reading & { readonly ok: true }): Generator<Progress, Opened> {
  const { chronology, events: entries, problems } = reading;
  const count = entries.length;
  const builder = new ColumnsBuilder();
  for (let at = 0; at < count; at += 1) {
    if (at % SLICE === 0) yield checking(count + at, count * ROUNDS);
    builder.add(entries[at].event);
  }
  const { columns, order } = builder.finish(chronology);

  const packer = new RecordPacker(count);
  for (let row = 0; row < count; row += 1) {
    if (row % SLICE === 0) yield checking(2 * count + row, count * ROUNDS);
    packer.add(entries[order[row]].raw);
  }
  yield checking(count * ROUNDS, count * ROUNDS);
  const events = Array.from(order, (index) => entries[index].event);
  const ids = buildIdTable(events.map(({ id }) => id));
  const head = JSON.stringify(reading.head);
  const parts = { chronology, columns, ...packer.finish(), ids, problems, head };
  return { ok: true, parts, searched: new SearchedEvents(parts, events) };
}

function checking(done: number, total: number): Progress {
  return { phase: 'checking', done, total };
}
