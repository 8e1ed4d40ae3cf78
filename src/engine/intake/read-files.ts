import { messageOf } from '../../domain/message-of';
import type { Bytes } from '../formats/bytes';
import type { Choices, Encoding, Question } from '../formats/choices';
import { encodingOf, inUtf8, markOf } from '../formats/encoding';
import { binaryKind, isWorkbook, kindOf } from '../formats/file-kind';
import type { Found, FormatReader } from '../formats/format';
import { gunzipped, GzipFault, isGzip } from '../formats/gunzip';
import type { Recognised } from '../formats/recognise';
import type { Progress } from '../messages';
import type { Opening } from '../opening';
import type { Incoming, IncomingFile } from './incoming';
import { peeked, type Peeked } from './peek';

/** Runs steps to their end, with pauses; false when the load is no longer wanted. */
export type Run = (steps: Generator<Progress, void>) => Promise<boolean>;

/** As many bytes of a file as tell its format. */
const HEAD = 1 << 18;
/** Characters read in one go. */
const SLICE = 1 << 18;
const MARK = new TextEncoder().encode('"dateline/');

/** Reads all files that come into `opening`. What must be known first, or null. */
export async function readFiles(
  incoming: Incoming,
  opening: Opening,
  choices: Choices,
  run: Run,
): Promise<Question | null> {
  for (let file = await incoming.next(); file !== null && !opening.isDecided; file = await incoming.next()) {
    const question = await readFile(file, incoming.pieces(), opening, choices, run);
    if (question !== null) return question;
  }
  return null;
}

async function readFile(
  { name }: IncomingFile,
  raw: Bytes,
  opening: Opening,
  choices: Choices,
  run: Run,
): Promise<Question | null> {
  const faults: GzipFault[] = [];
  const packed = await peeked(raw, (head) => head.length >= 4);
  const plain = isGzip(packed.head)
    ? untilFault(gunzipped(packed.pieces), (fault) => faults.push(fault))
    : packed.pieces;
  const begun = await peeked(plain, tells);
  const given = Object.hasOwn(choices.encodings, name) ? choices.encodings[name] : null;
  const encoding = given ?? encodingOf(begun.head);
  const message = begun.head.length === 0 ? (faults[0]?.message ?? null) : binaryKind(begun.head, encoding);
  const file = { name, encoding };
  const told = (): Found[] => faults.map(faultFound);

  if (isWorkbook(begun.head)) {
    const { workbook } = await import('../formats/workbook');
    const read = await workbook(name, await gathered(begun.pieces), choices);
    return await readBy(read, { name, encoding: null }, opening, run, none(), told);
  }
  if (message !== null) {
    await readBy({ kind: 'refused', message }, file, opening, run, none(), told);
    return null;
  }
  const text = await inTheirEncoding(begun, encoding);
  if (!holdsMark(text.head)) {
    const { recognise } = await import('../formats/recognise');
    const sample = { name, text: sampleOf(text.head), isWhole: text.isWhole };
    const read = await recognise(sample, choices);
    if (read !== null) return await readBy(read, file, opening, run, text.pieces, told);
  }
  opening.begin(file);
  for await (const piece of text.pieces) {
    if (!(await run(opening.reading(piece)))) return null;
    if (opening.isDecided) break;
  }
  for (const fault of faults) opening.refuse(messageOf(fault));
  return null;
}

/** Reads text in UTF-8 as it was recognised. */
async function readBy(
  read: Recognised,
  { name, encoding }: { readonly name: string; readonly encoding: Encoding | null },
  opening: Opening,
  run: Run,
  pieces: Bytes,
  told: () => Found[],
): Promise<Question | null> {
  if (read.kind === 'refused') {
    opening.beginOther({ name, encoding, format: '', mapping: null });
    await run(opening.taking([{ kind: 'refused', message: read.message }]));
    return null;
  }
  opening.beginOther({ name, encoding, format: read.format, mapping: read.mapping });
  const { reader } = read;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += SLICE) {
      const slice = piece.subarray(at, at + SLICE);
      if (!(await run(opening.taking(reader.add(decoder.decode(slice, { stream: true })))))) return null;
      opening.passed(slice.length);
      if (opening.isFileDecided) return null;
    }
  }
  if (!(await run(opening.taking(ending(reader, decoder.decode(), told()))))) return null;
  const survey = read.survey?.() ?? null;
  return survey === null || opening.isFileDecided ? null : { survey, encoding };
}

function* ending(reader: FormatReader, last: string, told: readonly Found[]): Generator<Found | null> {
  yield* reader.add(last);
  yield* reader.end();
  yield* told;
}

function faultFound(fault: GzipFault): Found {
  const reason = `${fault.message}: what follows is not known`;
  return {
    kind: 'fault',
    fault: { line: 0, column: 0, field: '', found: '', reason, remedy: 'fetch or pack it again', leftOut: false },
  };
}

async function inTheirEncoding(begun: Peeked, encoding: Encoding): Promise<Peeked> {
  return encoding === 'utf-8' ? begun : await peeked(inUtf8(begun.pieces, encoding), tells);
}

/** Whether the beginning of a file tells what it is. */
function tells(head: Uint8Array): boolean {
  return head.length >= HEAD || holdsMark(head) || kindOf(head) !== null;
}

/** Without a byte order mark, and without a last character that is not whole. */
function sampleOf(head: Uint8Array): string {
  return new TextDecoder('utf-8').decode(head.subarray(markOf(head)?.length ?? 0), { stream: true });
}

/** Whether what tells a chronology of ours stands in it. */
function holdsMark(head: Uint8Array): boolean {
  const [first] = MARK;
  for (let at = head.indexOf(first); at >= 0; at = head.indexOf(first, at + 1)) {
    if (MARK.every((byte, i) => head[at + i] === byte)) return true;
  }
  return false;
}

async function* untilFault(pieces: Bytes, tell: (fault: GzipFault) => void): Bytes {
  try {
    yield* pieces;
  } catch (error) {
    if (!(error instanceof GzipFault)) throw error;
    tell(error);
  }
}

async function gathered(pieces: Bytes): Promise<Uint8Array<ArrayBuffer>> {
  const { head } = await peeked(pieces, () => false);
  return head;
}

async function* none(): Bytes {
  // A workbook is read as a whole.
}
