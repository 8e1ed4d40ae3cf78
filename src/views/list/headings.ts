import { groupTitle } from '../../domain/date-words';
import type { Phrases } from '../../domain/phrase-books';
import type { Group } from '../../engine/groups';
import { countWords } from '../words';

/** "July 2024 · 4 events", "2013, month not known · 1 event", "Undated · 2 events". */
export function groupWords(group: Group, phrases: Phrases): string {
  return `${groupTitle(group, phrases)} · ${countWords(group.to - group.from)}`;
}
