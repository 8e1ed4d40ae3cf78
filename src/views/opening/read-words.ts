import { grouped } from '../../domain/limits';
import type { FileRead } from '../../engine/formats/choices';
import { countWords } from '../words';

/** How much of the files was loaded: "1,580 of 1,584 rows loaded", "40 events of 12 records" where records repeat. */
export function loadedWords(files: readonly FileRead[]): string {
  const sum = (key: 'records' | 'events'): number => files.reduce((total, file) => total + file[key], 0);
  const records = sum('records');
  const events = sum('events');
  if (events > records) return `${countWords(events)} of ${countWords(records, 'record')}`;
  if (events === records) return `${countWords(records, 'row')} loaded`;
  return `${grouped(events)} of ${countWords(records, 'row')} loaded`;
}

/** How much was loaded, and whether anything of it is to be looked at: "3 rows loaded, 1 problem". */
export function statusWords(files: readonly FileRead[], problems: number): string {
  const words = loadedWords(files);
  return problems === 0 || files.some(({ records, events }) => events < records)
    ? words
    : `${words}, ${countWords(problems, 'problem')}`;
}

/** What was read: "incidents.csv · CSV", "3 files". */
export function filesWords(files: readonly FileRead[]): string {
  return files.length === 1 ? `${files[0].name} · ${files[0].format}` : countWords(files.length, 'file');
}
