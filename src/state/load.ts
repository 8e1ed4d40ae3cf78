/**
 * The bytes at `url`, which must be of this site. `onProgress` is told how many have come, of how many (0 while not known).
 * Rejects with an Error whose message quotes the address and says what would do, or with the signal's reason.
 */
export async function fetchChronology(
  url: string,
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  const response = await ask(url, signal ?? null);
  if (!response.ok) throw new Error(refusal(url, response.status));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  try {
    for await (const piece of piecesOf(response)) {
      pieces.push(piece);
      done += piece.length;
      onProgress(done, totalOf(response, done));
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new Error(`"${url}" broke off after ${done} bytes; check the connection and try again`, { cause: error });
  }
  if (done === 0) throw new Error(`"${url}" is empty; put a chronology there and try again`);
  return joined(pieces, done);
}

async function ask(url: string, signal: AbortSignal | null): Promise<Response> {
  try {
    return await fetch(url, { signal, credentials: 'same-origin', mode: 'same-origin' });
  } catch (error) {
    signal?.throwIfAborted();
    const remedy = navigator.onLine
      ? 'see that the site still runs, then try again'
      : 'connect to the network, then try again';
    throw new Error(`"${url}" cannot be reached; ${remedy}`, { cause: error });
  }
}

function refusal(url: string, status: number): string {
  if (status === 404 || status === 410) return `"${url}" is missing (${status}); put a chronology there and try again`;
  if (status === 401 || status === 403) return `"${url}" may not be read (${status}); ask for access to it`;
  return `"${url}" was not delivered (${status}); try again in a while`;
}

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** The length announced; 0 when none was, or when it is that of a compressed form and already passed. */
function totalOf(response: Response, done: number): number {
  if (response.headers.has('content-encoding')) return 0;
  const announced = Number(response.headers.get('content-length'));
  return announced >= done ? announced : 0;
}

function joined(pieces: readonly Uint8Array[], length: number): ArrayBuffer {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}
