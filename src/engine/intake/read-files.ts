import type { Bytes } from '../formats/bytes';
import type { Choices, Question } from '../formats/choices';
import type { Fault } from '../formats/format';
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

/** Reads a file of dateline/1, in UTF-8, as far as it is worth it. `faults`: what else is wrong with it, once all of it has come. */
export async function readOurs(
  file: Pick<Kind, 'name' | 'encoding'>,
  pieces: Bytes,
  opening: Opening,
  run: Run,
  faults: () => readonly Fault[] = () => [],
): Promise<void> {
  opening.begin(file);
  for await (const piece of pieces) {
    if (!(await run(opening.reading(piece)))) return;
    if (opening.isDecided) break;
  }
  if (!opening.isBroken && faults().length === 0) return;
  // Without the parts of the program that mend it, it is refused in fewer words.
  const parts = await Promise.all([import('./mending'), import('./heads')]).catch(() => null);
  if (parts === null) return;
  const [{ mending }, { headOf }] = parts;
  opening.gather(headOf);
  await run(opening.mending((broken, entries) => mending(broken, entries, faults())));
}
