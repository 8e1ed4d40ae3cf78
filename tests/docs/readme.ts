import { readFileSync } from 'node:fs';
import { sections } from './markdown';

export const README = readFileSync('README.md', 'utf8');
const parts = sections(README, 2);

/** A section of README by its title. */
export function part(title: string): string {
  const text = parts.get(title);
  if (text === undefined) throw new Error(`README has no section "${title}"`);
  return text;
}
