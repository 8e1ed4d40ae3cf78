/** A Markdown text cut at its headings of one level: title to what stands below, in order. Fences are not looked into. */
export function sections(text: string, level: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const mark = `${'#'.repeat(level)} `;
  let title: string | null = null;
  let fenced = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    if (!fenced && line.startsWith(mark)) found.set((title = line.slice(mark.length).trim()), '');
    else if (title !== null) found.set(title, `${found.get(title)!}${line}\n`);
  }
  return found;
}

/** Rows of all tables in a text, without their heads; cells without the space around them. */
export function tableRows(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const isRow = line.startsWith('|') && !/^[|\s:-]+$/.test(line) && !/^\|[\s:|-]+$/.test(lines[at + 1] ?? '');
    return isRow
      ? [
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ]
      : [];
  });
}

/** What stands between backticks, fences left out. */
export function codes(text: string): readonly string[] {
  return [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
}

export function withoutFences(text: string): string {
  return text.replace(/^```[^]*?^```$/gm, '');
}

/** Targets of links and pictures. */
export function targets(text: string): readonly string[] {
  return [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
}

/** The anchors that GitHub gives to the headings of a text. */
export function anchors(text: string): ReadonlySet<string> {
  const headings = withoutFences(text).match(/^#+ .+$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}
