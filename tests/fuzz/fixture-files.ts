import { readdirSync, readFileSync } from 'node:fs';
import type { Random } from '../fixtures/random';
import { mutated } from './mutated';
import { unzipped, zipped, type ZipPart } from './zip';

const FOLDER = new URL('../fixtures/formats/', import.meta.url);
/** Larger ones would make no other faults, only later. */
const LARGEST = 20_000;
/** A workbook has more files in it. */
const FEW = 5;

/** Formats that have fixtures. */
export const FORMATS: readonly string[] = readdirSync(FOLDER)
  .filter((format) => filesOf(format).length > 0)
  .sort();

/** The fixtures of a format. */
export function filesOf(format: string): readonly Uint8Array[] {
  const folder = new URL(`${format}/`, FOLDER);
  const files = readdirSync(folder).map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
  return files.filter(({ length }) => length <= LARGEST);
}

/** Makes files of a format's fixtures, one after another: mutations of them, of an archive often of a file within it. */
export function mutants(format: string, source: Random): () => Uint8Array<ArrayBuffer> {
  const files = filesOf(format);
  const archives = files.map(unzipped).filter((parts): parts is ZipPart[] => parts !== null && parts.length > FEW);
  return () => {
    if (archives.length === 0 || source.chance(0.3)) return mutated(source.pick(files), files, source);
    const parts = source.pick(archives);
    const at = source.below(parts.length);
    const others = parts.map(({ bytes }) => bytes);
    return zipped(parts.map((part, i) => (i === at ? { ...part, bytes: mutated(part.bytes, others, source) } : part)));
  };
}
