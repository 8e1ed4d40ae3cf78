import { isFields } from '../../domain/parsing/field';
import { ForensicItems } from './forensic-items';
import type { JsonFormat } from './json-format';

/** Timesketch's JSON lines (or a list of the same): a message, its moment, and what that moment means. */
export const timesketchJson: JsonFormat = {
  name: 'Timesketch JSONL',
  path: [],
  recognises: (first) =>
    first.some(
      (item) =>
        isFields(item) && 'message' in item && 'timestamp_desc' in item && ('datetime' in item || 'timestamp' in item),
    ),
  reader: () => new ForensicItems(),
};
