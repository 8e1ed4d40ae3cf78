/** As many bytes of a file as tell its format. */
export const HEAD = 1 << 18;
/** Signs of other files are no longer. */
const LEAST = 4;
const OPEN = 123;
const MARK = new TextEncoder().encode('"dateline/');

/** Whether the beginning of a file is enough to tell whether it is of ours: others do not begin with a brace. */
export function isTold(head: Uint8Array): boolean {
  return (
    head.length >= HEAD ||
    holdsMark(head) ||
    (head.length >= LEAST && head.find((byte) => byte > 32 && byte < 128) !== OPEN)
  );
}

/** Whether a file begins as a chronology of ours, in UTF-8. */
export function isOurs(head: Uint8Array): boolean {
  return holdsMark(head) && isUtf8(head);
}

/** Whether what tells a chronology of ours stands in it. */
export function holdsMark(head: Uint8Array): boolean {
  const [first] = MARK;
  for (let at = head.indexOf(first); at >= 0; at = head.indexOf(first, at + 1)) {
    if (MARK.every((byte, i) => head[at + i] === byte)) return true;
  }
  return false;
}

/** A last character that is not whole counts as sound. */
export function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
