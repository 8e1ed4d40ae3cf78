import { bibtex } from './citing/bibtex';
import { cslJson } from './citing/csl';
import { markdown } from './citing/markdown';
import { plain } from './citing/plain';
import type { Chronology } from './dataset';
import type { ChronologyEvent } from './event';
import type { Phrases } from './phrase-books';

export const CITATION_STYLES = [
  { style: 'plain', name: 'Plain text' },
  { style: 'markdown', name: 'Markdown' },
  { style: 'bibtex', name: 'BibTeX' },
  { style: 'csl-json', name: 'CSL-JSON' },
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number]['style'];

/**
 * The event as an entry of its chronology, reached by `link`, and after it each of its sources in order, dates in `phrases`. Ends with a
 * line break. What means something in the style is escaped, so any text comes out as itself. Never throws.
 */
export function cite(
  style: CitationStyle,
  event: ChronologyEvent,
  chronology: Chronology,
  phrases: Phrases,
  link: string,
): string {
  switch (style) {
    case 'plain':
      return plain(event, chronology, phrases, link);
    case 'markdown':
      return markdown(event, chronology, phrases, link);
    case 'bibtex':
      return bibtex(event, chronology, link);
    case 'csl-json':
      return cslJson(event, chronology, phrases, link);
  }
}
