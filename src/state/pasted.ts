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

/** A quoted cell may hold separators and run over lines: most lines have as many cells as the first, and none begins another way. */
function isTable(lines: readonly string[], separator: string): boolean {
  const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length);
  const [first] = counts;
  if (first < 2) return false;
  // A tab is seldom in prose; of commas a header has one after each name, and no blank begins a name.
  const header = lines[0].split(separator);
  const isHeader = separator === '\t' || header.every((name) => name.trim().length <= 40 && !/[.!?]\s/.test(name));
  const alike = counts.filter((count) => count === first).length;
  return isHeader && alike >= Math.max(2, Math.ceil(lines.length * (separator === '\t' ? 0.5 : 0.6)));
}
