import { faultWords } from '../../src/engine/formats/fault-words';
import { type Choices, NO_CHOICES, type Question } from '../../src/engine/formats/choices';
import { Incoming } from '../../src/engine/intake/incoming';
import { readFiles } from '../../src/engine/intake/read-files';
import { Opening } from '../../src/engine/opening';
import { answered } from './answered';

export type Became = 'opened' | 'refused';

/** Opens a file the whole way from its bytes to rows and problems, as the worker does, in pieces of `size` bytes; a question is answered. */
export async function wholeWay(bytes: Uint8Array<ArrayBuffer>, size: number): Promise<Became> {
  const became = await opened(bytes, size, NO_CHOICES);
  const again = typeof became === 'string' ? became : await opened(bytes, size, answered(became.survey));
  if (typeof again === 'string') return again;
  throw new Error('asked again what was answered');
}

async function opened(bytes: Uint8Array<ArrayBuffer>, size: number, choices: Choices): Promise<Became | Question> {
  const opening = new Opening(0);
  const incoming = new Incoming(1);
  incoming.push({ name: 'file' });
  for (let at = 0; at < bytes.length; at += size) incoming.push(bytes.slice(at, at + size));
  incoming.end();
  const question = await readFiles(incoming, opening, choices, async (steps) => {
    for (const _ of steps);
    return true;
  });
  if (question !== null) return question;
  const steps = opening.arranging();
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { value } = step;
  if (value.ok) return 'opened';
  const message = value.message ?? faultWords(value.piece);
  if (message.trim() === '') throw new Error('refused without a word');
  return 'refused';
}
