/** Lines looked at. */
const LINES = 20;

/** Beginnings of texts that are data, whatever follows. */
const BEGINNINGS = [/^[[{]\s*["[{\]}\d]/, /^BEGIN:VCALENDAR\b/i, /^<\?xml\b/i, /^<data\b/i];

/**
 * Whether a text that was pasted looks like something to open: JSON, a calendar, XML, or a table, which has two lines at least that
 * are parted alike. Prose is none.
 */
export function looksLikeData(text: string): boolean {
  const begun = text
    .slice(0, 100_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (BEGINNINGS.some((beginning) => beginning.test(begun))) return true;
  const lines = begun
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  if (lines.length < 2) return false;
  return ['\t', ';', ',', '|'].some((separator) => isTable(lines, separator));
}

/** A quoted cell may hold separators and run over lines: most lines have as many cells as the first, which names columns. */
function isTable(lines: readonly string[], separator: string): boolean {
  const counts = lines.map((line) => cellsOf(line, separator).length);
  const [first] = counts;
  const alike = counts.filter((count) => count === first).length;
  if (first < 2 || alike < Math.max(2, Math.ceil(lines.length / 2))) return false;
  // A tab is seldom in prose.
  return separator === '\t' || isHeader(lines[0], cellsOf(lines[0], separator));
}

function cellsOf(line: string, separator: string): readonly string[] {
  return line.replace(/"(?:[^"]|"")*"/g, '').split(separator);
}

/** Not the beginning of a letter, nor a sentence. */
function isHeader(line: string, cells: readonly string[]): boolean {
  const isSentence = /[.!?…]\s*$|[.!?]\s/.test(line) || cells.some((cell) => cell.length > 40);
  const isAddress = cells.length === 2 && cells[1].trim() === '';
  return !isSentence && !isAddress;
}
