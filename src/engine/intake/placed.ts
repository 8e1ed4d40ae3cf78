import type { Problem } from '../../domain/dataset';
import type { Entries } from '../entries';
import { spotsOf } from '../formats/lines';
import type { IntakeFile } from './file';

/** The problems, each of an event with the place where that stands in its file. Costs a look at every byte of files with any. */
export function placed(
  problems: readonly Problem[],
  files: readonly IntakeFile[],
  entries: Entries,
): readonly Problem[] {
  const found = [...problems];
  for (const { kind, from, to, pages } of files) {
    if (pages === null) continue;
    const concerned: { readonly at: number; readonly place: number }[] = [];
    for (const [at, { index, at: known }] of problems.entries()) {
      if (index === null || known !== undefined || index < from || index >= to) continue;
      const place = entries.placeOf(index);
      if (place >= 0 && pages.holds(place)) concerned.push({ at, place });
    }
    concerned.sort((a, b) => a.place - b.place);
    const spots = spotsOf(
      concerned.map(({ place }) => place),
      pages,
    );
    for (const [number, { at }] of concerned.entries())
      found[at] = { ...found[at], at: { file: kind.name, ...spots[number] } };
  }
  return found;
}
