import { isFields, type Fields } from '../../domain/parsing/field';
import { ForensicItems } from './forensic-items';
import type { JsonFormat } from './json-format';
import { ANY } from './json-list';

/** Plaso's `json_line` output: an entry a line, timestamps in microseconds. */
export const plasoJsonLine: JsonFormat = {
  name: 'plaso JSON lines',
  path: [],
  recognises: (first) => first.some((item) => isFields(item) && isEntry(item)),
  reader: () => new ForensicItems(),
};

/** Plaso's `json` output: one object of entries, `event_0`, `event_1` and so on. */
export const plasoJson: JsonFormat = {
  ...plasoJsonLine,
  name: 'plaso JSON',
  path: [ANY],
  recognises: (first, members) =>
    members.some((key) => /^event_\d+$/.test(key)) && plasoJsonLine.recognises(first, members),
};

function isEntry(item: Fields): boolean {
  if (item.__container_type__ === 'event') return true;
  return (
    'timestamp_desc' in item &&
    'parser' in item &&
    ('display_name' in item || 'data_type' in item || 'source_short' in item)
  );
}
