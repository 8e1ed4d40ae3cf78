import { isFields } from '../../domain/parsing/field';
import type { FormatReader, Found } from './format';
import { jsonFault } from './json-fault';
import type { JsonKind } from './json-kind';
import { ScriptJson } from './script-json';

/** Where a literal begins: after comments, after the name that it is given, as an argument of a function (JSONP). */
const HEAD =
  /^[\s\ufeff]*(?:(?:\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)\s*)*(?:(?:var|let|const)\s+)?(?:[\w$.]{1,80}\s*[=(]\s*)?[[{]/;

/**
 * Whether a text is a script's literal rather than JSON: what `kind` shows of it as JSON holds nothing, and it breaks as these do,
 * or is JSON that has a name.
 */
export function isScript(text: string, kind: JsonKind | null): boolean {
  const isBare = (item: unknown): boolean => isFields(item) && Object.keys(item).length === 0;
  if (kind !== null && (kind.members.includes('format') || !kind.lists.every(({ first }) => first.every(isBare))))
    return false;
  const begins = HEAD.exec(text);
  if (begins === null) return false;
  const rest = text.slice(begins[0].length - 1);
  const fault = jsonFault(rest);
  return fault === null || fault.early ? /[=(]\s*[[{]$/.test(begins[0]) : /['A-Za-z_$/;)]/.test(rest.charAt(fault.at));
}

/** A script's literal as JSON. */
export function scriptText(text: string): string {
  const script = new ScriptJson();
  return script.add(text) + script.end();
}

/** Has a reader of JSON read the literal of a script; tells so. */
export class ScriptReader implements FormatReader {
  readonly #script = new ScriptJson();
  readonly #reader: FormatReader;
  #isTold = false;

  constructor(reader: FormatReader) {
    this.#reader = reader;
  }

  *add(text: string): Generator<Found | null> {
    if (!this.#isTold) {
      const reason = 'the file is a script, not JSON: it is read as the JSON that it stands for; columns may differ';
      const remedy = 'save it as JSON';
      yield {
        kind: 'fault',
        fault: { line: 1, column: 1, field: '', found: undefined, reason, remedy, leftOut: false },
      };
    }
    this.#isTold = true;
    yield* this.#reader.add(this.#script.add(text));
  }

  *end(): Generator<Found | null> {
    yield* this.#reader.add(this.#script.end());
    yield* this.#reader.end();
  }
}
