import { grouped } from '../../domain/limits';

/** Characters that a link may have to be fit for most chats, for most mails, and for the address bars of all browsers. */
const CHAT = 2000;
const MAIL = 8000;
const BROWSERS = 32_000;

/** How long a link is, judged. */
export interface LinkLength {
  readonly words: string;
  /** Whether it is of any use. */
  readonly usable: boolean;
  /** Of the longest useful one: 0 to 1. */
  readonly share: number;
}

/** What becomes of a link of so many characters; null: of far too many. */
export function linkLength(characters: number | null): LinkLength {
  const words = characters === null ? 'Far too much for a link' : `${grouped(characters)} characters`;
  if (characters === null || characters > BROWSERS) {
    const bound = `a link holds ${grouped(BROWSERS)} characters at most`;
    return { words: `${words}: ${bound}. Send one file instead, or fewer events.`, usable: false, share: 1 };
  }
  const share = characters / BROWSERS;
  if (characters <= CHAT) return { words: `${words}: short enough for chats and mails.`, usable: true, share };
  if (characters <= MAIL) {
    const why = `fit for mails; many chats cut links beyond ${grouped(CHAT)}`;
    return { words: `${words}: ${why}.`, usable: true, share };
  }
  const why = `too long for mails (${grouped(MAIL)}) and chats (${grouped(CHAT)}), which may cut it`;
  return { words: `${words}: ${why}; browsers open it. One file is safer.`, usable: true, share };
}
