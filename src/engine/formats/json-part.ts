import { grouped, LIMITS } from '../../domain/limits';
import { messageOf } from '../../domain/message-of';
import { isDeeper } from '../../domain/parsing/depth';
import { oneLine, quote, sortOf } from '../../domain/quote';
import type { Fault, Spot } from './format';
import { jsonFault } from './json-fault';

/** An item of a list, and where it begins. */
export interface Item {
  readonly item: unknown;
  readonly spot: Spot;
}

/** Characters of a text around a fault that are shown. */
const SHOWN = 40;

/**
 * The value of a part of a JSON text that begins at `spot`; a fault, with the place of what is wrong, when it is not sound, has
 * more than `most` characters or nests too deep. `levels` of brackets at least are known. Never throws.
 */
export function parsedPart(text: string, size: number, most: number, levels: number, spot: Spot): Item | Fault {
  if (size > most) {
    const reason = `is longer than ${grouped(most)} characters: it is left out`;
    return { ...spot, field: '', found: undefined, reason, remedy: 'part it', leftOut: true };
  }
  if (levels > LIMITS.depth) return tooDeep(spot);
  try {
    const item: unknown = JSON.parse(text);
    return isDeeper(item, LIMITS.depth) ? tooDeep(spot) : { item, spot };
  } catch (error) {
    const fault = jsonFault(text);
    if (fault === null) return unsound(spot, messageOf(error), 'sound JSON', spot);
    const place = placeIn(text, fault.at, spot);
    const found = fault.early ? 'the end' : text.slice(fault.at, fault.at + SHOWN);
    return unsound(place, found, fault.expected, spot);
  }
}

/** What is told of an item that begins at `begun` and is no sound JSON at `spot`. */
export function unsound(spot: Spot, found: string, expected: string, begun: Spot): Fault {
  const item = spot.line === begun.line ? 'the item' : `the item that begins on line ${grouped(begun.line)}`;
  const reason = `is not sound JSON here, where ${expected} should stand: ${item} is left out`;
  return { ...spot, field: '', found: oneLine(found), reason, remedy: 'correct it there', leftOut: true };
}

function tooDeep(spot: Spot): Fault {
  const reason = `nests more than ${LIMITS.depth} levels deep: it is left out`;
  return { ...spot, field: '', found: quote({}), reason, remedy: 'flatten it', leftOut: true };
}

/** The place of the sign at `at` in a text that begins at `spot`. */
function placeIn(text: string, at: number, spot: Spot): Spot {
  let { line } = spot;
  let start = 1 - spot.column;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}

/** What is told of a file that ends too early, at `end`: in an item that begins at `begun`, or between items (null). */
export function cutOff(end: Spot, expected: string, begun: Spot | null): Fault {
  const isBetween = begun === null;
  const what = isBetween
    ? 'the file is cut off'
    : 'the file is cut off in the item that begins here, which is left out';
  const where = isBetween ? '' : `at line ${grouped(end.line)}, column ${grouped(end.column)}, `;
  const reason = `${what}: it ends ${where}where ${expected} should follow; what came before is kept`;
  const remedy = 'fetch or save the file again';
  return { ...(begun ?? end), field: '', found: undefined, reason, remedy, leftOut: !isBetween, isCut: true };
}

/** What is told of an item that should be an object, and is none. */
export function noObject(item: unknown, spot: Spot): Fault {
  const reason = `is ${sortOf(item)}, not an object: it is left out`;
  return {
    ...spot,
    field: '',
    found: item,
    reason,
    remedy: 'remove it, or write it as { "title": …, "date": … }',
    leftOut: true,
  };
}

/** What is told of an item that says nothing in `field` of when it was. */
export function undated(field: string, spot: Spot): Fault {
  return {
    ...spot,
    field,
    found: undefined,
    reason: 'is missing: the event is undated',
    remedy: 'add it',
    leftOut: false,
  };
}
