import type { Actor } from '../domain/dataset';

/** Ids of the direct members of each body that has any, in the order of `actors`. */
export function membersByBody(actors: readonly Actor[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { id, memberOf } of actors) {
    for (const body of memberOf) {
      const known = members.get(body);
      if (known === undefined) members.set(body, [id]);
      else known.push(id);
    }
  }
  return members;
}

/** `id` and its direct and indirect members, each once, itself first. Circles do no harm. */
export function withMembers(byBody: ReadonlyMap<string, readonly string[]>, id: string): readonly string[] {
  const found = new Set([id]);
  for (const body of found) for (const member of byBody.get(body) ?? []) found.add(member);
  return [...found];
}
