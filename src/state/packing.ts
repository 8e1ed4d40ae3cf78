import { grouped } from '../domain/limits';
import { quote } from '../domain/quote';
import type { Writing } from '../engine/exporting/selection';
import { packData } from './pack';

/** How a pack is made: UTF-8, deflated without a header, in base64url. */
const VERSION = '1.';

/** Bytes that may come of a pack. */
const MAX_UNPACKED = 16_000_000;
/** Bytes that are inflated at once: they may become a thousand times as many. */
const PIECE = 4096;
/** JSON longer than this gives no link that anybody can use. */
const MAX_JSON = 2_000_000;

/** A chronology, written as JSON, as the data of a view; null when it is far too long for a link. */
export async function packed(json: Writing): Promise<string | null> {
  let text = '';
  for (let step = await json.next(); step.done !== true; step = await json.next()) {
    const { data } = step.value;
    text += typeof data === 'string' ? data : new TextDecoder().decode(data);
    if (text.length <= MAX_JSON) continue;
    await json.return([]);
    return null;
  }
  const deflated = new Response(
    streamOf(new TextEncoder().encode(tight(text))).pipeThrough(new CompressionStream('deflate-raw')),
  );
  return packData(VERSION + base64url(new Uint8Array(await deflated.arrayBuffer())));
}

/** The bytes that were packed. Throws an Error for people when the pack is broken, or too much comes of it. */
export async function* unpacked(text: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (!text.startsWith(VERSION)) throw new Error(versionFault(text));
  const inflating = new DecompressionStream('deflate-raw');
  const reader = streamOf(bytesOf(text.slice(VERSION.length)))
    .pipeThrough(inflating)
    .getReader();
  let done = 0;
  try {
    for (;;) {
      const piece = await reader.read().catch(() => null);
      if (piece === null) throw new Error(BROKEN);
      if (piece.done) break;
      done += piece.value.length;
      if (done > MAX_UNPACKED) {
        throw new Error(
          `The chronology in this link has more than ${grouped(MAX_UNPACKED)} bytes; ask for it as a file`,
        );
      }
      yield piece.value;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

const BROKEN =
  'The chronology in this link is broken, or a part of it is missing; copy the whole link, or ask for the chronology as a file';

function versionFault(text: string): string {
  const [said] = /^[\w-]{1,9}(?=\.)/.exec(text) ?? [];
  if (said === undefined) return BROKEN;
  return `The chronology in this link is packed in a way that this page does not know (${quote(said)}); open it with a newer Dateline`;
}

/** In small pieces, so that not much comes of one before it is counted. */
function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += PIECE)));
      else controller.close();
    },
  });
}

/** JSON without the white space between its parts. */
function tight(json: string): string {
  return json.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\s+/g, (_, string?: string) => string ?? '');
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Nothing for what is no base64url: what inflates it finds it cut off. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
