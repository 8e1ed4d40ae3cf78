import { dayOf, DAY_MS, type Instant } from '../../../domain/calendar';

/** As they stand in the vocabulary for events of that month. */
export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** Other spellings, folded, by month: English short forms, Russian (two cases), Ukrainian, German, French, Spanish. */
const SPELLINGS: readonly string[] = [
  'jan yanvar yanvarya sichen sichnya januar janvier enero',
  'feb fevral fevralya lyutii lyutogo februar fevrier febrero',
  'mar mart marta berezen bereznya marz mars marzo',
  'apr aprel aprelya kviten kvitnya avril abril',
  'mai maya traven travnya mayo',
  'jun iyun iyunya cherven chervnya juni juin junio',
  'jul iyul iyulya lipen lipnya juli juillet julio',
  'aug avgust avgusta serpen serpnya aout agosto',
  'sep sept sentyabr sentyabrya veresen veresnya septembre septiembre',
  'oct oktyabr oktyabrya zhovten zhovtnya okt oktober octobre octubre',
  'nov noyabr noyabrya listopad listopada novembre noviembre',
  'dec dekabr dekabrya gruden grudnya dez dezember decembre diciembre',
];

const BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((name, month) =>
    [name, ...SPELLINGS[month].split(' ')].map((word): [string, number] => [word, month]),
  ),
);

/** Extents longer than this are named by their year, not by months. */
const LONGEST_NAMED = 62 * DAY_MS;

/** 0 to 11 for a folded word that names a month, in any of the languages known; -1 otherwise. */
export function monthOf(word: string): number {
  return BY_WORD.get(word) ?? -1;
}

/** Months, 0 to 11, that an extent of at most two months touches; none for a longer, open or undated one. */
export function monthsTouched(earliest: Instant, latest: Instant): number[] {
  if (!(latest - earliest <= LONGEST_NAMED)) return [];
  const first = dayOf(earliest);
  const last = dayOf(latest - 1);
  const steps = (last.year - first.year) * 12 + last.month - first.month;
  return Array.from({ length: steps + 1 }, (_, step) => (first.month - 1 + step) % 12);
}
