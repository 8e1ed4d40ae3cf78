import { csv } from './csv';
import { datelineJson } from './dateline-json';
import { htmlMemo } from './html-memo';
import { icalendar } from './icalendar';
import { markdownMemo } from './markdown-memo';
import { ndjson } from './ndjson';
import { bibtexReferences, cslReferences, risReferences } from './references';
import type { Selection, Writing } from './selection';
import { timelineJs } from './timelinejs';
import { xlsx } from './xlsx';

export interface ExportFormat {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** What it is for, in a line. */
  readonly use: string;
  /** Of its file, after the dot. */
  readonly ending: string;
  readonly type: string;
}

/** The formats of an export, in the order in which they are offered. */
export const EXPORT_FORMATS = [
  {
    id: 'dateline',
    name: 'Dateline JSON',
    use: 'Everything as it was read: to open it here again, or to keep it.',
    ending: 'json',
    type: 'application/json',
  },
  {
    id: 'csv',
    name: 'CSV',
    use: 'A row for each event: for spreadsheets and statistics.',
    ending: 'csv',
    type: 'text/csv;charset=utf-8',
  },
  {
    id: 'xlsx',
    name: 'Excel workbook',
    use: 'The same rows as a workbook, dates as text so that none is changed.',
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    id: 'markdown',
    name: 'Memo in Markdown',
    use: 'A numbered chronology with its sources in footnotes: to write on with.',
    ending: 'md',
    type: 'text/markdown;charset=utf-8',
  },
  {
    id: 'html',
    name: 'Memo as a page',
    use: 'The same memo as one HTML file: to send, to print, or to open in a word processor.',
    ending: 'html',
    type: 'text/html;charset=utf-8',
  },
  {
    id: 'ics',
    name: 'Calendar (iCalendar)',
    use: 'Events for Outlook, Google Calendar, Apple Calendar or Thunderbird.',
    ending: 'ics',
    type: 'text/calendar;charset=utf-8',
  },
  {
    id: 'bibtex',
    name: 'Sources as BibTeX',
    use: 'Each source once: for LaTeX, JabRef or Zotero.',
    ending: 'bib',
    type: 'application/x-bibtex;charset=utf-8',
  },
  {
    id: 'ris',
    name: 'Sources as RIS',
    use: 'Each source once: for EndNote, Mendeley or Zotero.',
    ending: 'ris',
    type: 'application/x-research-info-systems;charset=utf-8',
  },
  {
    id: 'csl',
    name: 'Sources as CSL-JSON',
    use: 'Each source once: for Zotero, Pandoc and citation processors.',
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
  },
  {
    id: 'timelinejs',
    name: 'TimelineJS JSON',
    use: 'A slide for each dated event: for a TimelineJS on a web site.',
    ending: 'timelinejs.json',
    type: 'application/json',
  },
  {
    id: 'ndjson',
    name: 'NDJSON',
    use: 'An event as JSON on each line: for scripts and databases.',
    ending: 'ndjson',
    type: 'application/x-ndjson',
  },
] as const satisfies readonly ExportFormat[];

export type ExportId = (typeof EXPORT_FORMATS)[number]['id'];

export interface ExportOptions {
  /** CSV: cells as they are, formulas too. */
  readonly raw: boolean;
  /** CSV: a byte order mark at the beginning. */
  readonly mark: boolean;
}

/** The selection as a file. `rest`: see `xlsx`. */
export function written(
  id: ExportId,
  selection: Selection,
  options: ExportOptions,
  rest: () => Promise<void> | null,
): Writing {
  switch (id) {
    case 'dateline':
      return datelineJson(selection);
    case 'csv':
      return csv(selection, options);
    case 'xlsx':
      return xlsx(selection, rest);
    case 'markdown':
      return markdownMemo(selection);
    case 'html':
      return htmlMemo(selection);
    case 'ics':
      return icalendar(selection);
    case 'bibtex':
      return bibtexReferences(selection);
    case 'ris':
      return risReferences(selection);
    case 'csl':
      return cslReferences(selection);
    case 'timelinejs':
      return timelineJs(selection);
    case 'ndjson':
      return ndjson(selection);
  }
}
