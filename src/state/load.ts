import { grouped } from '../domain/limits';
import { quote } from '../domain/quote';
import { pathAddress } from './data-path';

type Piece = Uint8Array<ArrayBuffer>;

/** The bytes of a file as they come, and how many there will be: 0 while not known. */
export interface Incoming {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Piece>;
}

/** Where a chronology comes from: one file, or several that make one. Can be read again and again. */
export interface Source {
  /** What it is called: a file's name, or an address of this site. */
  readonly name: string;
  /** Whether it is the user's own. */
  readonly own: boolean;
  /** The path by which a link names it; absent where no link does. */
  readonly data?: string;
  /**
   * Its files, in their order: at least one. Rejects, as their bytes may, with an Error whose message quotes the name and says what
   * would do, or with the signal's reason.
   */
  read(signal: AbortSignal): Promise<readonly Incoming[]>;
}

/** Bytes of a file read at a time: each is a turn of the page, so few of them, and none that it would feel. */
const SLICE = 1_000_000;

/** The chronology at the first of `urls` where there is one; all must be of this site. It is called `name`. */
export function fetched(name: string, urls: readonly string[] = [name]): Source {
  return {
    name,
    own: false,
    async read(signal) {
      const response = await firstThere(name, urls, signal);
      if (!response.ok) throw new Error(refusal(name, response.status));
      const broken = (done: number): string => `broke off after ${done} bytes; check the connection and try again`;
      const told = { empty: 'put a chronology there and try again', broken };
      return [{ name, size: sizeOf(response), bytes: piecesOf(streamed(response.body), name, told, signal) }];
    },
  };
}

/** The data file beside the app that a link names by a path without fault; a bare name may also be one in the folder `data`. */
export function beside(path: string): Source {
  const address = pathAddress(path);
  const urls = path.includes('/') ? [address] : [address, `data/${address}`];
  return { ...fetched(path, urls), data: path };
}

/** Files that the user chose, dropped or pasted, as one chronology; they stay in the browser. */
export function fileSource(files: readonly File[]): Source {
  return {
    name: files.length === 1 ? files[0].name : `${grouped(files.length)} files`,
    own: true,
    read: (signal) => Promise.resolve(files.map((file) => incoming(file, files.length === 1, signal))),
  };
}

/** Of several files an empty one says so where all are read. */
function incoming(file: File, isAlone: boolean, signal: AbortSignal): Incoming {
  const { name, size } = file;
  const broken = (): string => 'cannot be read; it may have been moved or changed, or be a folder: choose it again';
  const told = { empty: isAlone ? 'choose another one' : null, broken };
  return { name, size, bytes: piecesOf(sliced(file), name, told, signal) };
}

async function firstThere(name: string, urls: readonly string[], signal: AbortSignal): Promise<Response> {
  const [url, ...others] = urls;
  const response = await ask(name, url, signal);
  return response.status === 404 && others.length > 0 ? firstThere(name, others, signal) : response;
}

async function ask(name: string, url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, credentials: 'same-origin', mode: 'same-origin' });
  } catch (error) {
    signal.throwIfAborted();
    const remedy = navigator.onLine
      ? 'see that the site still runs, then try again'
      : 'connect to the network, then try again';
    throw new Error(`${quote(name)} cannot be reached; ${remedy}`, { cause: error });
  }
}

function refusal(name: string, status: number): string {
  const quoted = quote(name);
  if (status === 404 || status === 410) return `${quoted} is missing (${status}); put a chronology there and try again`;
  if (status === 401 || status === 403) return `${quoted} may not be read (${status}); ask for access to it`;
  return `${quoted} was not delivered (${status}); try again in a while`;
}

/** The length announced; 0 when none was, or when it is that of a compressed form. */
function sizeOf({ headers }: Response): number {
  return headers.has('content-encoding') ? 0 : Number(headers.get('content-length')) || 0;
}

async function* streamed(body: ReadableStream<Piece> | null): AsyncGenerator<Piece> {
  const reader = body?.getReader();
  try {
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) yield piece.value;
  } finally {
    // Also when whoever takes the pieces wants no more.
    void reader?.cancel().catch(() => undefined);
  }
}

/** Not by its stream: that gives pieces so small that the page is busy with taking them. */
async function* sliced(file: File): AsyncGenerator<Piece> {
  for (let at = 0; at < file.size; at += SLICE) yield new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
}

/** The pieces, and what goes wrong with them told as the faults of `name`. */
async function* piecesOf(
  pieces: AsyncIterable<Piece>,
  name: string,
  told: { readonly empty: string | null; readonly broken: (done: number) => string },
  signal: AbortSignal,
): AsyncGenerator<Piece> {
  let done = 0;
  try {
    for await (const piece of pieces) {
      done += piece.length;
      yield piece;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(`${quote(name)} ${told.broken(done)}`, { cause: error });
  }
  if (done === 0 && told.empty !== null) throw new Error(`${quote(name)} is empty; ${told.empty}`);
}
