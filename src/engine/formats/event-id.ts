import type { Fields } from '../../domain/parsing/field';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
/** Sources and all that a later copy of a file may well add to are left out. */
const TELLING = ['title', 'date', 'place', 'type', 'summary'];

/** Gives ids to events that have none: made of what they say, so that they are the same when the file is read again, grown or sorted anew. */
export class EventIds {
  readonly #seen = new Map<string, number>();

  /** `e-` and 11 letters or digits; of events that say the same, and where others have it, the later ones have `-2`, `-3` after it. */
  of(event: Fields, isTaken: (id: string) => boolean): string {
    const said = JSON.stringify(TELLING.map((key) => event[key] ?? null));
    const id = `e-${digits(hash(said, OFFSET))}${digits(hash(said, ~OFFSET)).slice(0, 4)}`;
    for (let times = (this.#seen.get(id) ?? 0) + 1; ; times += 1) {
      const next = times === 1 ? id : `${id}-${times}`;
      if (isTaken(next)) continue;
      this.#seen.set(id, times);
      return next;
    }
  }
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, seed: number): number {
  let code = seed;
  for (let at = 0; at < text.length; at += 1) code = Math.imul(code ^ text.charCodeAt(at), PRIME);
  return code >>> 0;
}

function digits(code: number): string {
  return code.toString(36).padStart(7, '0');
}
