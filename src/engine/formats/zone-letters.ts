import { UTC, type Zone } from './zone';

const HOUR_MS = 3_600_000;
/** Hours ahead of UTC by the letters that programs write for the time of a place; those of several places are not here. */
const HOURS: ReadonlyMap<string, number> = new Map([
  ['NZDT', 13],
  ['NZST', 12],
  ['AEDT', 11],
  ['AEST', 10],
  ['ACST', 9.5],
  ['JST', 9],
  ['KST', 9],
  ['AWST', 8],
  ['HKT', 8],
  ['SGT', 8],
  ['MSK', 3],
  ['EEST', 3],
  ['EAT', 3],
  ['EET', 2],
  ['CEST', 2],
  ['SAST', 2],
  ['CET', 1],
  ['BST', 1],
  ['WEST', 1],
  ['WET', 0],
  ['NDT', -2.5],
  ['ADT', -3],
  ['EDT', -4],
  ['EST', -5],
  ['CDT', -5],
  ['CST', -6],
  ['MDT', -6],
  ['MST', -7],
  ['PDT', -7],
  ['PST', -8],
  ['AKDT', -8],
  ['AKST', -9],
  ['HST', -10],
]);

/** The time that `CEST` or `EDT` stands for, the same all the year; null for letters that are not known, or mean several. */
export function zoneOfLetters(letters: string): Zone | null {
  const hours = HOURS.get(letters);
  if (hours === undefined) return null;
  return hours === 0 ? UTC : { offset: () => hours * HOUR_MS };
}
