/** The text that `pattern` matches and then what its groups do, undefined for a group that took no part; null without a match. */
export function captures(pattern: RegExp, text: string): readonly (string | undefined)[] | null {
  return pattern.exec(text);
}
