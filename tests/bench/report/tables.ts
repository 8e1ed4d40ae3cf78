import type { Outcome, Row } from '../measure/outcome';

export type Cells = readonly string[];

/** A table of Markdown; nothing when there are no rows. */
export function table(head: Cells, rows: readonly Cells[]): string {
  if (rows.length === 0) return '';
  const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** One row a name, one column a size. */
export function bySize<T>(rows: readonly Row<T>[], sizes: readonly number[], tell: (value: T) => string): string {
  const names = [...new Set(rows.map(({ name }) => name))];
  const cell = (name: string, size: number): string => {
    const outcome: Outcome<T> | undefined = rows.find((row) => row.name === name && row.size === size)?.outcome;
    if (outcome === undefined) return '';
    return outcome.ok ? tell(outcome.value) : outcome.why;
  };
  return table(
    ['', ...sizes.map((size) => size.toLocaleString('en'))],
    names.map((name) => [name, ...sizes.map((size) => cell(name, size))]),
  );
}

/** `text` under a title of its own; nothing when there is none. */
export function titled(title: string, text: string): string {
  return text === '' ? '' : `**${title}**\n\n${text}`;
}

/** The parts that are not empty, as paragraphs. */
export function together(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
