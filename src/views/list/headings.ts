import { groupTitle } from '../../domain/date-words';
import type { Group } from '../../engine/groups';
import { countWords } from '../words';

/** "July 2024 · 4 events", "2013, month not known · 1 event", "Undated · 2 events". */
export function groupWords(group: Group, language: string): string {
  return `${groupTitle(group, language)} · ${countWords(group.to - group.from)}`;
}
