/** The paragraphs of a text, which empty lines part; none of null. */
export function paragraphsOf(text: string | null): readonly string[] {
  return (text ?? '').split(/\n\s*\n/u).filter(Boolean);
}
