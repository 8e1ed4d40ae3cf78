import type { Choices } from './choices';
import type { Sample } from './format';
import { JSON_FORMATS } from './json-formats';
import { type JsonKind, jsonKind, knownJson } from './json-kind';
import { ANY } from './json-list';
import { JsonReader } from './json-reader';
import { JsonTable, TableItems } from './json-table';
import type { Recognised } from './recognise';
import { isScript, ScriptReader, scriptText } from './script-reader';
import { tableReading } from './tables';

const NO_OBJECTS =
  'The file holds a list without objects in it, and so no events; an event is an object, such as { "date": "2024", "title": "…" }';

/** How a JSON text that is not of dateline/1 is read: as a format that is known, or as the table that its list of objects is; null when it is neither. */
export function recognisedJson({ name, text }: Sample, choices: Choices): Recognised | null {
  const kind = jsonKind(text);
  if (!isScript(text, kind)) return kind === null ? null : readingOf(kind, name, choices);
  const meant = jsonKind(scriptText(text));
  const read = meant === null ? null : readingOf(meant, name, choices);
  return read?.kind === 'read' ? { ...read, reader: new ScriptReader(read.reader) } : read;
}

function readingOf(kind: JsonKind, name: string, choices: Choices): Recognised | null {
  const isLines = kind.kind === 'lines';
  const known = knownJson(kind, JSON_FORMATS);
  if (known !== null) {
    return {
      kind: 'read',
      format: known.name,
      mapping: null,
      reader: new JsonReader(known.reader(), known.path, isLines),
    };
  }
  // What says that it has a format and is none known here is told so.
  if (kind.members.includes('format')) return null;
  const list = kind.lists.find(({ path }) => kind.kind !== 'object' || (path.length > 0 && !path.includes(ANY)));
  if (list === undefined) return kind.kind === 'list' ? { kind: 'refused', message: NO_OBJECTS } : null;
  const table = new JsonTable(list.first);
  const header = { cells: table.header, spot: { line: 1, column: 1 } };
  const { format, mapping, rows, survey } = tableReading(
    name,
    isLines ? 'JSON lines' : 'JSON list',
    header,
    [],
    choices,
  );
  const reader = new JsonReader(new TableItems(table, rows), list.path, isLines);
  return { kind: 'read', format, mapping, reader, survey };
}
