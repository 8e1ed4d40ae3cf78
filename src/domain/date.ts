import type { DateMember, DatePoint, EventDate, Fault } from './edtf/model';
import { coarserOf, isFault } from './edtf/model';
import { readPlain } from './edtf/plain';
import { readPoint } from './edtf/point';
import { anyOf, readSet } from './edtf/set';
import { readSpan } from './edtf/span';
import { quote } from './quote';

export type { DatePoint, EventDate, Precision } from './edtf/model';

/** `message` quotes the value and says what would do; it is `reason` and `remedy` joined. */
export type DateReading =
  | { readonly ok: true; readonly date: EventDate }
  | { readonly ok: false; readonly message: string; readonly reason: string; readonly remedy: string };

/** Longer texts are no dates. */
export const LONGEST_DATE = 200;

/**
 * The date that an EDTF text (ISO 8601-2) tells: levels 0 and 1, and of level 2 sets, qualified parts, unspecified
 * digits anywhere, years with exponents and all parts of the year; beyond EDTF also hours and minutes without seconds,
 * and times within spans and sets. Strict: nothing rolls over, is trimmed or guessed. Never throws, whatever the text.
 */
export function readDate(text: string): DateReading {
  const plain = readPlain(text);
  if (plain !== null) return { ok: true, date: pointDate(text, plain) };
  const date = readAny(text);
  if (!isFault(date)) return { ok: true, date };
  return { ok: false, message: `date ${quote(text)}: ${date.reason}; ${date.remedy}`, ...date };
}

function readAny(text: string): EventDate | Fault {
  if (text.length > LONGEST_DATE) {
    return { reason: `${text.length} characters`, remedy: `use at most ${LONGEST_DATE}` };
  }
  if (text.startsWith('[') || text.startsWith('{')) {
    const members = readSet(text);
    if (isFault(members)) return members;
    return text.startsWith('[') ? oneOf(text, members) : allOf(text, members);
  }
  if (text.includes('/')) {
    const span = readSpan(text);
    return isFault(span) ? span : extentDate(text, 'span', span.begin, span.end, []);
  }
  const point = readPoint(text);
  return isFault(point) ? point : pointDate(text, point);
}

function pointDate(text: string, point: DatePoint): EventDate {
  const { earliest, latest, precision, uncertain, approximate } = point;
  return {
    text,
    kind: 'point',
    begin: point,
    end: point,
    earliest,
    latest,
    precision,
    uncertain,
    approximate,
    members: [],
  };
}

function oneOf(text: string, members: readonly DateMember[]): EventDate {
  return { ...pointDate(text, anyOf(members)), kind: 'one of', members };
}

function allOf(text: string, members: readonly DateMember[]): EventDate {
  const { begin } = members.reduce((a, b) => (b.begin.earliest < a.begin.earliest ? b : a));
  const { end } = members.reduce((a, b) => (b.end.latest > a.end.latest ? b : a));
  return extentDate(text, 'all of', begin, end, members);
}

function extentDate(
  text: string,
  kind: EventDate['kind'],
  begin: DatePoint,
  end: DatePoint,
  members: readonly DateMember[],
): EventDate {
  return {
    text,
    kind,
    begin,
    end,
    earliest: begin.earliest,
    latest: end.latest,
    precision: coarserOf(begin.precision, end.precision),
    uncertain: begin.uncertain || end.uncertain,
    approximate: begin.approximate || end.approximate,
    members,
  };
}
