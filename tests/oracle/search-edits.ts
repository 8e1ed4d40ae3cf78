/** Insertions, deletions, replacements and swaps of neighbours between two words: the whole table, filled. */
export function edits(a: string, b: string): number {
  return table(a, b)[a.length][b.length];
}

/** The same to whichever beginning of `b`, itself included but not the empty one, is nearest. */
export function editsToBeginning(a: string, b: string): number {
  return Math.min(...table(a, b)[a.length].slice(1));
}

function table(a: string, b: string): number[][] {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array.from({ length: b.length }, () => 0)]);
  for (let j = 0; j <= b.length; j++) rows[0][j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const options = [rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) options.push(rows[i - 2][j - 2] + 1);
      rows[i][j] = Math.min(...options);
    }
  }
  return rows;
}
