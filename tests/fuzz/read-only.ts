import { readEvent } from '../../src/domain/parsing/event';
import { type Choices, NO_CHOICES } from '../../src/engine/formats/choices';
import type { Found, FormatReader } from '../../src/engine/formats/format';
import { recognise, type Recognised } from '../../src/engine/formats/recognise';
import { workbook } from '../../src/engine/formats/workbook';
import { HEAD, isOurs } from '../../src/engine/intake/signs';
import { answered } from './answered';
import { wholeWay } from './whole-way';

/** What a reader did. */
export interface Reading {
  readonly format: string | null;
  readonly events: number;
  readonly faults: number;
  /** How often the work could have been paused. */
  readonly steps: number;
}

const NONE: Reading = { format: null, events: 0, faults: 0, steps: 0 };

/**
 * Recognises a file, reads it and checks its events; without the rest of opening, which costs much for a small file. A table that
 * nobody knows is read a second time as its survey proposes. A chronology of ours has no reader: it is opened.
 */
export async function readOnly(bytes: Uint8Array<ArrayBuffer>): Promise<Reading> {
  if (isOurs(bytes.subarray(0, HEAD))) {
    const became = await wholeWay(bytes, third(bytes));
    return became === 'opened' ? { ...NONE, format: 'dateline/1' } : NONE;
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return read((choices) => workbook('file', bytes, choices), '');
  return readText(new TextDecoder().decode(bytes));
}

/** As `readOnly`, of a text that comes in pieces of `size`. */
export async function readText(text: string, size = third(text)): Promise<Reading> {
  const sample = { name: 'file', text: text.slice(0, 262_144), isWhole: text.length <= 262_144 };
  return read((choices) => recognise(sample, choices), text, size);
}

async function read(
  recognised: (choices: Choices) => Promise<Recognised | null>,
  text: string,
  size = third(text),
): Promise<Reading> {
  const looked = await recognised(NO_CHOICES);
  const reading = counted(looked, text, size);
  const survey = looked?.kind === 'read' ? looked.survey?.() : undefined;
  if (survey === undefined) return reading;
  const mapped = counted(await recognised(answered(survey)), text, size);
  if (mapped.format !== reading.format) throw new Error(`${reading.format} is ${mapped.format} with a mapping`);
  return { ...mapped, steps: Math.max(mapped.steps, reading.steps) };
}

function third({ length }: { readonly length: number }): number {
  return Math.ceil(length / 3) || 1;
}

function counted(read: Recognised | null, text: string, size: number): Reading {
  if (read === null) return NONE;
  if (read.kind === 'refused') {
    if (read.message.trim() === '') throw new Error('refused without a word');
    return NONE;
  }
  const counts = { events: 0, faults: 0, steps: 0 };
  for (const found of all(read.reader, text, size)) {
    counts.steps += 1;
    if (found?.kind === 'event') {
      counts.events += 1;
      counts.faults += (found.faults ?? []).length;
      readEvent({ ...found.event, id: 'x' }, 0);
    } else if (found?.kind === 'fault') counts.faults += 1;
  }
  return { format: read.format, ...counts };
}

function* all(reader: FormatReader, text: string, size: number): Generator<Found | null> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + size);
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end += 1;
    yield* reader.add(text.slice(at, end));
    at = end;
  }
  yield* reader.end();
}
