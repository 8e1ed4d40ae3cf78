import type { Bytes } from '../formats/bytes';
import type { Choices, Question } from '../formats/choices';
import type { Progress } from '../messages';
import type { Opening } from '../opening';
import type { Kind } from './file';
import type { Incoming } from './incoming';
import { peeked } from './peek';
import { isOurs, isTold } from './signs';

/** Runs steps to their end, with pauses; false when the load is no longer wanted. */
export type Run = (steps: Generator<Progress, void>) => Promise<boolean>;

/**
 * Reads all files that come into `opening`. What must be known first, or null. What is not plain dateline/1 is read by parts of the
 * program that are brought for it.
 */
export async function readFiles(
  incoming: Incoming,
  opening: Opening,
  choices: Choices,
  run: Run,
): Promise<Question | null> {
  const { aliases = {} } = choices;
  if (incoming.files > 1) opening.gather((await import('./heads')).headOf);
  if (Object.keys(aliases).length > 0) opening.rename(new (await import('./aliases')).Aliases(aliases));
  for (let file = await incoming.next(); file !== null && !opening.isDecided; file = await incoming.next()) {
    const begun = await peeked(incoming.pieces(), isTold);
    if (!Object.hasOwn(choices.encodings, file.name) && isOurs(begun.head)) {
      await readOurs({ name: file.name, encoding: 'utf-8' }, begun.pieces, opening, run);
    } else {
      const { readOther } = await import('./read-other');
      const question = await readOther(file.name, begun, opening, choices, run);
      if (question !== null) return question;
    }
  }
  return null;
}

/** Reads a file of dateline/1, in UTF-8, as far as it is worth it. */
export async function readOurs(
  file: Pick<Kind, 'name' | 'encoding'>,
  pieces: Bytes,
  opening: Opening,
  run: Run,
): Promise<void> {
  opening.begin(file);
  for await (const piece of pieces) if (!(await run(opening.reading(piece))) || opening.isDecided) return;
}
