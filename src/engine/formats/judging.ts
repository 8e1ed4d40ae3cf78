import { faultOfFile } from './fault-words';
import { NOT_UTF8 } from './file-kind';
import { jsonFault } from './json-fault';

/** `value` is what a file holds, but that its list of events, if it has one, is empty: they went elsewhere. */
export type Ended = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** UTF-8 as text, but for a last character that is not whole; null when it is none. */
export function wholeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/**
 * What to think of a file that does not begin as a chronology does, from all of its bytes or from its first few million:
 * of a list or a text that has no end by then, the value is an empty one.
 */
export function judged(bytes: Uint8Array, isAll: boolean): Ended {
  const text = wholeText(bytes);
  if (text === null) return { ok: false, message: NOT_UTF8 };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (!isAll && jsonFault(text)?.early === true)
      return { ok: true, value: text.trimStart().startsWith('[') ? [] : '' };
    return { ok: false, message: faultOfFile(text, error instanceof Error ? error.message : String(error)) };
  }
}
