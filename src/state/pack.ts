import { grouped } from '../domain/limits';
import type { Source } from './load';

/** What stands before a pack in `View.data`, and in no path: a path has no colon. */
const SIGN = 'pack:';
/** Characters of a pack that are read: no link of ours comes near. */
const MAX_PACK = 200_000;

/** What a chronology in a link is called before its title is known. */
const NAME = 'Chronology in the link';

/** Whether a view's data is a pack: the chronology itself, rather than the path of a file. */
export function isPack(data: string): boolean {
  return data.startsWith(SIGN);
}

/** The pack in a view's data, as a link has it. */
export function packText(data: string): string {
  return data.slice(SIGN.length);
}

/** The data of a view whose pack is `text`, but for signs that are in no pack. */
export function packData(text: string): string {
  return SIGN + text.replace(/[^\w.-]/g, '');
}

/** Why the pack of a link is not even tried, and what would do; null when it is. */
export function packFault(text: string): { readonly reason: string; readonly remedy: string } | null {
  if (text.length <= MAX_PACK) return null;
  const reason = `a chronology of ${grouped(text.length)} characters, more than ${grouped(MAX_PACK)}`;
  return { reason, remedy: 'ask for it as a file' };
}

/**
 * The parts of a fragment: its pack, as a link has it, without the blanks and line breaks that mailers put in; null without one.
 * All else stays as it is, for what reads links.
 */
export function takePack(fragment: string): { readonly pack: string | null; readonly rest: string } {
  const found = /(^[#?]*|[&;])pack=([^&]*)&?/i.exec(fragment);
  if (found === null) return { pack: null, rest: fragment };
  const [whole, before, pack] = found;
  const rest = fragment.slice(0, found.index) + before + fragment.slice(found.index + whole.length);
  return { pack: pack.replace(/%(?:2[de]|5f)/gi, decodeURIComponent).replace(/%[0-9a-f]{2}|\s|\+/gi, ''), rest };
}

/** The chronology in the data of a view. Reading it rejects with an Error for people when it is broken, or too much. */
export function packedSource(data: string): Source {
  return {
    name: NAME,
    own: false,
    data,
    async read() {
      const { unpacked } = await import('./packing');
      return [{ name: NAME, size: 0, bytes: unpacked(packText(data)) }];
    },
  };
}
