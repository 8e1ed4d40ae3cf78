/** A table as a simple writer writes it: a cell is quoted when it must be, or when `quotes` says so of its number. */
export function written(
  rows: readonly (readonly string[])[],
  delimiter: string,
  lineEnd: string,
  quotes: (cell: number) => boolean,
): string {
  let cell = 0;
  return rows
    .map((row) =>
      row
        .map((text) => {
          cell += 1;
          const must = [delimiter, '"', '\n', '\r'].some((sign) => text.includes(sign));
          return must || quotes(cell) ? `"${text.replaceAll('"', '""')}"` : text;
        })
        .join(delimiter),
    )
    .join(lineEnd);
}

/** The cells of a table without faults and the line each row begins at, one character after another. */
export function slowTable(text: string, delimiter: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let row = { line: 1, cells: [''] };
  let line = 1;
  let isQuoted = false;
  const add = (sign: string) => (row.cells[row.cells.length - 1] += sign);
  for (let at = 0; at < text.length; at += 1) {
    let sign = text[at];
    if (sign === '\r') {
      sign = '\n';
      if (text[at + 1] === '\n') at += 1;
    }
    if (sign === '\n') line += 1;
    if (isQuoted) {
      if (sign !== '"') add(sign);
      else if (text[at + 1] === '"') {
        add('"');
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && row.cells.at(-1) === '') isQuoted = true;
    else if (sign === delimiter) row.cells.push('');
    else if (sign === '\n') {
      rows.push(row);
      row = { line, cells: [''] };
    } else add(sign);
  }
  rows.push(row);
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}
