import type { CheckKind } from '../engine/checking/finding';
import {
  EVERYTHING,
  FIELDS,
  MAX_TEXT,
  NO_CLAUSE,
  type ClauseRef,
  type Field,
  type FieldClause,
  type Pick,
  type Query,
  type RangeClause,
  type Sign,
} from '../engine/query';
import { inOrder } from './bounds';
import { MAX_PICKS, type View } from './view';

/*
 * Each edit returns a new view, or the very view it was given when nothing changes. None of them throws.
 */

/** Off, include, exclude, off; a pick that is switched off is only switched on again. */
export function cyclePick(view: View, field: Field, id: string): View {
  const pick = pickOf(view.query, field, id);
  if (pick?.off === true) return setPick(view, field, id, pick.sign);
  return setPick(view, field, id, pick === undefined ? 'include' : pick.sign === 'include' ? 'exclude' : null);
}

/** Picks a value, in force, or takes it out (null). A pick keeps its place; beyond MAX_PICKS none is added. */
export function setPick(view: View, field: Field, id: string, sign: Sign | null): View {
  const { picks, mode } = clauseOf(view.query, field);
  const old = pickOf(view.query, field, id);
  if (sign === null) {
    return old === undefined ? view : withClause(view, field, { picks: picks.filter((pick) => pick !== old), mode });
  }
  if (old === undefined) {
    if (id === '' || pickCount(view.query) >= MAX_PICKS) return view;
    return withClause(view, field, { picks: [...picks, { id, sign, off: false }], mode });
  }
  if (old.sign === sign && !old.off) return view;
  return withClause(view, field, { picks: swapped(picks, old, { id, sign, off: false }), mode });
}

export function setMode(view: View, field: Field, mode: FieldClause['mode']): View {
  const { picks, mode: old } = clauseOf(view.query, field);
  return old === mode ? view : withClause(view, field, { picks, mode });
}

/** Reversed bounds are put in order; a range without bounds is none; one that cannot be read changes nothing. */
export function setRange(view: View, range: RangeClause | null): View {
  const old = view.query.range;
  if (range === null || (range.from === null && range.to === null)) return withRange(view, null);
  const bounds = inOrder(range);
  if (bounds === null) return view;
  const next = { ...range, ...bounds };
  const same = next.from === old?.from && next.to === old.to && next.mode === old.mode && next.off === old.off;
  return same ? view : withRange(view, next);
}

/** Asks for the events of a finding of the data check, in force; null asks for none. */
export function setCheck(view: View, kind: CheckKind | null): View {
  const { check, ...others } = view.query;
  if (kind === null) return check === undefined ? view : { ...view, query: others };
  return check?.kind === kind && !check.off ? view : withQuery(view, { check: { kind, off: false } });
}

/** A new text is in force, and cut to MAX_TEXT. */
export function setText(view: View, value: string): View {
  const text = cutSearch(value);
  return text === view.query.text.value ? view : withQuery(view, { text: { value: text, off: false } });
}

/** Picks in place of the words of the text that said the same, none where one of their fields already includes something. */
export function lift(
  view: View,
  rest: string,
  picks: readonly (Omit<Pick, 'off'> & { readonly field: Field })[],
): View {
  const isTaken = picks.some(
    ({ field, sign }) =>
      sign === 'include' && clauseOf(view.query, field).picks.some((pick) => pick.sign === 'include'),
  );
  if (picks.length === 0 || isTaken) return view;
  return picks.reduce((next, { field, id, sign }) => setPick(next, field, id, sign), setText(view, rest));
}

/** The actors that stand for their members too, each once, at most MAX_PICKS. */
export function setMembers(view: View, ids: readonly string[]): View {
  const members = [...new Set(ids)].filter((id) => id !== '').slice(0, MAX_PICKS);
  const old = view.query.members;
  if (members.length === old.length && members.every((id, index) => id === old[index])) return view;
  return withQuery(view, { members });
}

export function setLanes(view: View, lanes: View['lanes']): View {
  return view.lanes === lanes ? view : { ...view, lanes };
}

export function setSort(view: View, sort: View['sort']): View {
  return view.sort === sort ? view : { ...view, sort };
}

export function setWindow(view: View, window: View['window']): View {
  const same = view.window?.from === window?.from && view.window?.to === window?.to;
  return same ? view : { ...view, window };
}

export function setEvent(view: View, event: string | null): View {
  const next = event === '' ? null : event;
  return view.event === next ? view : { ...view, event: next };
}

/** Switches one clause off, or on again; the view as it is when it has no such clause. */
export function mute(view: View, ref: ClauseRef): View {
  const { text, range, check } = view.query;
  switch (ref.kind) {
    case 'text':
      return text.value === '' ? view : withQuery(view, { text: { ...text, off: !text.off } });
    case 'range':
      return range === null ? view : withRange(view, { ...range, off: !range.off });
    case 'check':
      return check === undefined ? view : withQuery(view, { check: { ...check, off: !check.off } });
    case 'pick': {
      const { picks, mode } = clauseOf(view.query, ref.field);
      const old = pickOf(view.query, ref.field, ref.id);
      if (old === undefined) return view;
      return withClause(view, ref.field, { picks: swapped(picks, old, { ...old, off: !old.off }), mode });
    }
  }
}

export function remove(view: View, ref: ClauseRef): View {
  switch (ref.kind) {
    case 'text':
      return setText(view, '');
    case 'range':
      return setRange(view, null);
    case 'check':
      return setCheck(view, null);
    case 'pick':
      return setPick(view, ref.field, ref.id, null);
  }
}

/** The whole query away; lanes, order, window and opened event stay. */
export function clear(view: View): View {
  const { text, fields, range, check, members } = view.query;
  const isFree = Object.keys(fields).length === 0 && range === null && check === undefined && members.length === 0;
  return isFree && text.value === '' ? view : { ...view, query: EVERYTHING };
}

/** Whether a clause excludes, and whether it is switched off; both false for one the query lacks. */
export function clauseState(query: Query, ref: ClauseRef): { readonly exclude: boolean; readonly off: boolean } {
  switch (ref.kind) {
    case 'text':
      return { exclude: false, off: query.text.off };
    case 'range':
      return { exclude: false, off: query.range?.off ?? false };
    case 'check':
      return { exclude: false, off: query.check?.off ?? false };
    case 'pick': {
      const pick = pickOf(query, ref.field, ref.id);
      return { exclude: pick?.sign === 'exclude', off: pick?.off ?? false };
    }
  }
}

/** The clauses in the order they are shown and told: what is included, what is excluded, the range, the data check, the search. */
export function clausesOf(query: Query): readonly ClauseRef[] {
  const signed = (sign: Sign): readonly ClauseRef[] =>
    FIELDS.flatMap((field) =>
      clauseOf(query, field)
        .picks.filter((pick) => pick.sign === sign)
        .map(({ id }) => ({ kind: 'pick', field, id })),
    );
  const range: readonly ClauseRef[] = query.range === null ? [] : [{ kind: 'range' }];
  const check: readonly ClauseRef[] = query.check === undefined ? [] : [{ kind: 'check' }];
  const text: readonly ClauseRef[] = query.text.value.trim() === '' ? [] : [{ kind: 'text' }];
  return [...signed('include'), ...signed('exclude'), ...range, ...check, ...text];
}

/** The field's clause, or the empty one. */
export function clauseOf(query: Query, field: Field): FieldClause {
  return query.fields[field] ?? NO_CLAUSE;
}

/** The pick of a value, in force or not; undefined when it is not picked. */
export function pickOf(query: Query, field: Field, id: string): Pick | undefined {
  return clauseOf(query, field).picks.find((pick) => pick.id === id);
}

/** A text that tells a clause from all others of its query. */
export function clauseKey(ref: ClauseRef): string {
  return ref.kind === 'pick' ? `${ref.field} ${ref.id}` : ref.kind;
}

/** At most MAX_TEXT UTF-16 units of a search text, never half a character at the cut. */
export function cutSearch(text: string): string {
  return text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '');
}

function pickCount(query: Query): number {
  return FIELDS.reduce((count, field) => count + clauseOf(query, field).picks.length, 0);
}

function swapped(picks: readonly Pick[], old: Pick, next: Pick): readonly Pick[] {
  return picks.map((pick) => (pick === old ? next : pick));
}

function withClause(view: View, field: Field, clause: FieldClause): View {
  const { [field]: _, ...others } = view.query.fields;
  const isEmpty = clause.picks.length === 0 && clause.mode === 'any';
  return withQuery(view, { fields: isEmpty ? others : { ...others, [field]: clause } });
}

function withRange(view: View, range: RangeClause | null): View {
  return view.query.range === range ? view : withQuery(view, { range });
}

function withQuery(view: View, change: Partial<Query>): View {
  return { ...view, query: { ...view.query, ...change } };
}
