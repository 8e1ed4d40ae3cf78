import type { Survey } from '../mapping/mapping';
import type { Choices } from './choices';
import { delimiterOf, looksTabular } from './delimiter';
import type { FormatReader, Sample, TextFormat } from './format';
import { recognisedJson } from './json-kinds';
import { isScript } from './script-reader';
import { isSparqlTsv, plainLine, SparqlTsv } from './sparql-tsv';
import { TextTable } from './text-table';
import { wordsForNone } from './unknown';

/** How a file is read. */
export type Recognised =
  | {
      readonly kind: 'read';
      /** As `FileRead` has them. */
      readonly format: string;
      readonly mapping: string | null;
      readonly reader: FormatReader;
      /** Of a table that nobody knows: what it holds, once all of it has come to `reader`, which finds nothing. */
      readonly survey?: () => Survey;
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Formats that are neither tables nor JSON: what their beginning must have, and what reads them. */
const TEXTS: readonly (readonly [RegExp, () => Promise<TextFormat>])[] = [
  [/^\s*BEGIN:V/i, () => import('./icalendar').then(({ icalendar }) => icalendar)],
  [/<data[\s>]/i, () => import('./simile-xml').then(({ simileXml }) => simileXml)],
  [/^[^\n:]{4,120}:(?:\s|$)/m, () => import('./markwhen').then(({ markwhen }) => markwhen)],
];

/** How a text that is not known to be of dateline/1 is to be read; null when it must be that after all. */
export async function recognise(sample: Sample, choices: Choices): Promise<Recognised | null> {
  for (const [sign, bring] of TEXTS) {
    const format = sign.test(sample.text) ? await bring() : null;
    if (format?.recognises(sample) === true) return readText(format, sample);
  }
  if (/^\s*[[{]/.test(sample.text) || isScript(sample.text, null)) return recognisedJson(sample, choices);
  if (isSparqlTsv(sample.text)) {
    const text = sample.text.split(/\r?\n/).map(plainLine).join('\n');
    const { format, mapping, survey, reader } = tableOf(new TextTable({ ...sample, text }, '\t', choices));
    return { kind: 'read', format, mapping, survey, reader: new SparqlTsv(reader) };
  }
  const delimiter = looksTabular(sample.text) ? delimiterOf(sample.text) : null;
  if (delimiter === null) return { kind: 'refused', message: wordsForNone(sample.text) };
  return tableOf(new TextTable(sample, delimiter, choices));
}

function tableOf(table: TextTable): Recognised & { readonly kind: 'read' } {
  return { kind: 'read', format: table.format, mapping: table.mapping, reader: table, survey: table.survey };
}

function readText(format: TextFormat, sample: Sample): Recognised {
  return { kind: 'read', format: format.name, mapping: null, reader: format.reader(sample) };
}
