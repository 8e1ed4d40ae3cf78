import { Columns, type KnownRow } from './columns';
import type { Found } from './format';
import { isNoMoment, logged, messageParts, momentOf, tagsOf } from './log-events';
import type { TableFormat } from './table';

const KNOWN = ['datetime', 'timestamp_desc', 'source_long', 'message', 'tag'];

/** What plaso's psort writes as `dynamic`, with its own choice of columns or a user's. */
export const plasoDynamic: TableFormat = {
  name: 'plaso dynamic CSV',
  recognises(header) {
    const columns = new Columns(header, []);
    const isOfPlaso = ['source_long', 'parser', 'display_name'].some((name) => columns.has(name));
    return columns.has('datetime') && columns.has('message') && columns.has('timestamp_desc') && isOfPlaso;
  },
  reader(header) {
    const columns = new Columns(header, KNOWN, logged);
    return { row: (row) => [eventOf(columns.row(row))], end: () => [] };
  },
};

function eventOf(row: KnownRow): Found {
  const { title, summary } = messageParts(logged(row.text('message')));
  const what = logged(row.text('timestamp_desc'));
  const type = logged(row.text('source_long'));
  if (title === '' && what === '') return row.leftOut('has no message: the row is left out', 'give it a message');
  const found = row.text('datetime');
  const date = isNoMoment(found) ? null : momentOf(found);
  if (date === null) {
    const reason = isNoMoment(found) ? 'says that there is no date' : found === '' ? 'is missing' : 'is not a date';
    row.tell('datetime', found, `${reason}: the event is undated`, 'write it as 2024-01-31T12:00:00+00:00');
  }
  return row.event({
    title: title || what,
    date,
    summary,
    type: type || what,
    topics: tagsOf(row.text('tag')),
    ...(type === '' ? {} : { timestamp_desc: what }),
  });
}
