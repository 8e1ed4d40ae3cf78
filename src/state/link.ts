import { FIELDS, type Pick, type Query } from '../engine/query';
import { LinkDraft } from './link-draft';
import type { LinkKeyName } from './link-rules';
import { escapeText, MAX_LINK, readPairs, withFirmEnd } from './link-text';
import { isPack, packText, takePack } from './pack';
import { clauseOf } from './view-edits';
import { START, type View } from './view';

/** Notes handed over; of more, only the number. */
const MAX_NOTES = 12;

/**
 * The fragment of a view, without `#`: readable pairs in the order of LINK_RULES, defaults left out, so '' for START. ASCII, and fit
 * for mail and chat. `decode` gives the same view back, but for halves of characters (they become U+FFFD) and what is
 * beyond its limits: MAX_LINK characters (a pack has its own), MAX_TEXT, MAX_PICKS. Never throws.
 */
export function encode(view: View): string {
  return view.event === null ? withFirmEnd(pairsOf(view).join('&')) : eventFragment(eventPrefix(view), view.event);
}

/** What `encode` gives for the same view with any event begins with this; `eventFragment` ends it. */
export function eventPrefix(view: View): string {
  return [...pairsOf(view), 'event='].join('&');
}

/** The fragment of a view, given by its `eventPrefix`, with an event. */
export function eventFragment(prefix: string, event: string): string {
  return withFirmEnd(prefix + escapeText(event));
}

/** All pairs but that of the event, which comes last. */
function pairsOf({ data, query, lanes, sort, window }: View): readonly string[] {
  const pairs: string[] = [];
  const add = (key: LinkKeyName, value: string, muted = false): void => {
    pairs.push(`${muted ? '~' : ''}${key}=${value}`);
  };
  if (data !== null && isPack(data)) add('pack', packText(data));
  else if (data !== null) add('data', escapeText(data));
  if (query.text.value !== '') add('q', escapeText(query.text.value), query.text.off);
  for (const field of FIELDS) {
    for (const pick of clauseOf(query, field).picks) add(field, signed(pick), pick.off);
  }
  for (const [key, value] of rangePairs(query)) add(key, value, query.range?.off === true && key !== 'range');
  if (query.check !== undefined) add('check', query.check.kind, query.check.off);
  for (const field of FIELDS) {
    if (clauseOf(query, field).mode === 'all') add('all', field);
  }
  for (const id of query.members) add('members', escapeText(id));
  if (lanes !== START.lanes) add('lanes', lanes);
  if (sort !== START.sort) add('sort', sort);
  if (window !== null) add('window', `${escapeText(window.from)}..${escapeText(window.to)}`);
  return pairs;
}

/**
 * The view of a fragment, with or without `#`. Total: a part that cannot be read falls back by itself and is told in `notes`, each
 * quoting the part and saying what would do; the rest still applies. Ids are taken as they are, whether a chronology has
 * them or not. Linear in the fragment, of which at most MAX_LINK characters count, and its pack.
 */
export function decode(fragment: string): { readonly view: View; readonly notes: readonly string[] } {
  const draft = new LinkDraft();
  const { pack, rest } = takePack(fragment);
  const { pairs, cut } = readPairs(rest);
  for (const pair of pairs) draft.read(pair);
  if (pack !== null) draft.read({ key: 'pack', value: pack, muted: false });
  if (cut) draft.note(`link: more than ${MAX_LINK} characters; what follows them is left out, so pick fewer values`);
  const view = draft.view();
  const left = draft.notes.length - MAX_NOTES;
  const notes =
    left > 1 ? [...draft.notes.slice(0, MAX_NOTES), `${left} more parts of the link were not read`] : draft.notes;
  return { view, notes };
}

function rangePairs({ range }: Query): readonly (readonly [LinkKeyName, string])[] {
  if (range === null || (range.from === null && range.to === null)) return [];
  const pairs: (readonly [LinkKeyName, string])[] = [];
  if (range.from !== null) pairs.push(['from', escapeText(range.from)]);
  if (range.to !== null) pairs.push(['to', escapeText(range.to)]);
  if (range.mode !== 'possibly') pairs.push(['range', range.mode]);
  return pairs;
}

function signed({ id, sign }: Pick): string {
  if (sign === 'exclude') return `!${escapeText(id)}`;
  return /^[!=]/.test(id) ? `=${escapeText(id)}` : escapeText(id);
}
