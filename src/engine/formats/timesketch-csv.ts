import { Columns, type KnownRow } from './columns';
import type { Found } from './format';
import { epochOf, isNoMoment, logged, messageParts, momentOf, tagsOf } from './log-events';
import type { TableFormat } from './table';

const KNOWN = ['message', 'datetime', 'timestamp', 'timestamp_desc', 'tag', 'tags', 'data_type'];

/** What Timesketch takes and gives: a message at a moment, what the moment is of, tags, and any further columns. */
export const timesketchCsv: TableFormat = {
  name: 'Timesketch CSV',
  recognises(header) {
    const columns = new Columns(header, []);
    const isPlaso = columns.has('source_long') && columns.has('parser');
    const isDated = columns.has('datetime') || columns.has('timestamp');
    return columns.has('message') && columns.has('timestamp_desc') && isDated && !isPlaso;
  },
  reader(header) {
    const columns = new Columns(header, KNOWN, logged);
    return { row: (row) => [eventOf(columns.row(row))], end: () => [] };
  },
};

function eventOf(row: KnownRow): Found {
  const { title, summary } = messageParts(logged(row.text('message')));
  const what = logged(row.text('timestamp_desc'));
  const type = logged(row.text('data_type'));
  if (title === '' && what === '') return row.leftOut('has no message: the row is left out', 'give it a message');
  return row.event({
    title: title || what,
    date: dateOf(row),
    summary,
    type: type || what,
    topics: [...new Set([...tagsOf(row.text('tag')), ...tagsOf(row.text('tags'))])],
    ...(type === '' ? {} : { timestamp_desc: what }),
  });
}

/** The moment of `datetime`, else of `timestamp`. */
function dateOf(row: KnownRow): string | null {
  const [moment, epoch] = [row.text('datetime'), row.text('timestamp')];
  const date = momentOf(moment) ?? epochOf(moment);
  if (date !== null && !isNoMoment(moment)) return date;
  const counted = isNoMoment(epoch) ? null : (epochOf(epoch) ?? momentOf(epoch));
  const name = moment === '' ? 'timestamp' : 'datetime';
  const found = moment === '' ? epoch : moment;
  const reason = isNoMoment(found) ? 'says that there is no date' : found === '' ? 'is missing' : 'is not a date';
  if (counted === null)
    row.tell(name, found, `${reason}: the event is undated`, 'write it as 2024-01-31T12:00:00+00:00');
  else if (moment !== '')
    row.tell(name, found, `${reason}: timestamp stands in`, 'write it as 2024-01-31T12:00:00+00:00');
  return counted;
}
