import { Scanner } from './scanner';

/** A word of a text. */
export interface Token {
  /** Folded. */
  readonly text: string;
  /** UTF-16 offsets into the text, half-open; accents that follow the last letter are inside. */
  readonly from: number;
  readonly to: number;
  /** The whole of a hyphenated word, whose parts stand before it. */
  readonly whole: boolean;
}

/** Words of `text` in reading order, folded as the index has them. */
export function tokensOf(text: string, scanner = new Scanner()): Token[] {
  const count = scanner.scan(text);
  const tokens: Token[] = [];
  for (let i = 0; i < count; i++) {
    tokens.push({ text: scanner.word(i), from: scanner.froms[i], to: scanner.tos[i], whole: scanner.wholes[i] === 1 });
  }
  return tokens;
}

/** Words of `text`, folded, hyphenated ones as their parts only. */
export function wordsOf(text: string, scanner = new Scanner()): string[] {
  return tokensOf(text, scanner)
    .filter((token) => !token.whole)
    .map((token) => token.text);
}

/** `text` folded, one space between words: equal for texts that differ only in case, accents, script or punctuation. */
export function foldText(text: string, scanner = new Scanner()): string {
  return wordsOf(text, scanner).join(' ');
}
