import { binaryKind, isWorkbook, kindOf } from '../formats/binary-kind';
import type { Bytes } from '../formats/bytes';
import type { Choices, Encoding, Question } from '../formats/choices';
import { encodingOf, inUtf8, markOf } from '../formats/encoding';
import type { Fault, Found, FormatReader } from '../formats/format';
import { gunzipped, GzipFault, isGzip } from '../formats/gunzip';
import type { Recognised } from '../formats/recognise';
import type { Progress } from '../messages';
import type { Opening } from '../opening';
import type { Kind } from './file';
import { ForeignFile } from './foreign-file';
import { headOf } from './heads';
import { peeked, type Peeked } from './peek';
import { readOurs, type Run } from './read-files';
import { HEAD, holdsMark } from './signs';
import { Undecoded } from './undecoded';

/** Characters read in one go. */
const SLICE = 1 << 18;
const MOST_WORKBOOK = 400_000_000;
const TOO_LARGE = `The workbook has ${MOST_WORKBOOK / 1e6} MB or more; save its table as CSV, or split it`;

/** Reads a file that may be anything. What must be known first, or null. */
export async function readOther(
  name: string,
  raw: Peeked,
  opening: Opening,
  choices: Choices,
  run: Run,
): Promise<Question | null> {
  const faults: GzipFault[] = [];
  const unpacked = isGzip(raw.head) ? untilFault(gunzipped(raw.pieces), (fault) => faults.push(fault)) : raw.pieces;
  const begun = await peeked(unpacked, (head) => head.length >= HEAD || holdsMark(head) || kindOf(head) !== null);
  const given = Object.hasOwn(choices.encodings, name) ? choices.encodings[name] : null;
  const encoding = given ?? encodingOf(begun.head);
  const message = begun.head.length === 0 ? (faults[0]?.message ?? null) : binaryKind(begun.head, encoding);
  const file = { name, encoding };
  const told = (): Found[] => faults.map(foundOf);

  if (isWorkbook(begun.head)) {
    const { workbook } = await import('../formats/workbook');
    const bytes = await gathered(whileWanted(begun.pieces, () => run(passing(opening, 0))));
    if (!(await run(unpacking()))) return null;
    const read: Recognised =
      bytes === null ? { kind: 'refused', message: TOO_LARGE } : await workbook(name, bytes, choices);
    return await readBy(read, { name, encoding: null }, opening, run, none(), told);
  }
  if (message !== null) return await readBy({ kind: 'refused', message }, file, opening, run, none(), told);
  const text = await inTheirEncoding(begun, encoding);
  if (!holdsMark(text.head)) {
    const { recognise } = await import('../formats/recognise');
    const sample = { name, text: sampleOf(text.head), isWhole: text.isWhole };
    const read = await recognise(sample, choices);
    if (read !== null) return await readBy(read, file, opening, run, text.pieces, told);
  }
  await readOurs(file, text.pieces, opening, run, () => faults.map(faultOf));
  for (const { isTooMuch, message } of faults) if (isTooMuch) opening.refuse(message);
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
    begin(opening, { name, encoding, format: '', mapping: null });
    await run(opening.taking([{ kind: 'refused', message: read.message }]));
    return null;
  }
  begin(opening, { name, encoding, format: read.format, mapping: read.mapping });
  const { reader } = read;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const undecoded = new Undecoded();
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += SLICE) {
      const slice = piece.subarray(at, at + SLICE);
      const text = decoder.decode(slice, { stream: true });
      if (encoding !== null) undecoded.look(text);
      if (!(await run(opening.taking(reader.add(text))))) return null;
      if (!(await run(passing(opening, slice.length)))) return null;
      if (opening.isFileDecided) return null;
    }
  }
  const refused = told().filter(({ kind }) => kind === 'refused');
  if (refused.length > 0) {
    await run(opening.taking(refused));
    return null;
  }
  const last = decoder.decode();
  undecoded.look(last);
  const faults = undecoded.faults.map((fault): Found => ({ kind: 'fault', fault }));
  if (!(await run(opening.taking(ending(reader, last, [...faults, ...told()]))))) return null;
  const survey = read.survey?.() ?? null;
  if (survey === null || opening.isFileDecided) return null;
  if (survey.rows > 0) return { survey, encoding };
  await run(opening.taking([{ kind: 'refused', message: 'The table has a header and no rows; choose one with rows' }]));
  return null;
}

/** Tells how far the reading is, though nothing was found: whoever sends the bytes sends more when they are dealt with. */
function* passing(opening: Opening, bytes: number): Generator<Progress, void> {
  yield opening.passed(bytes);
}

/** Tells that all bytes have come, and that nobody knows how long it takes to make something of them. */
function* unpacking(): Generator<Progress, void> {
  yield { phase: 'arranging', done: 0, total: 0, events: 0 };
}

function begin(opening: Opening, kind: Kind): void {
  opening.gather(headOf);
  opening.beginOther((shelf, entries, renaming) => new ForeignFile(kind, shelf, entries, renaming));
}

function* ending(reader: FormatReader, last: string, told: readonly Found[]): Generator<Found | null> {
  yield* reader.add(last);
  yield* reader.end();
  yield* told;
}

function foundOf(fault: GzipFault): Found {
  return fault.isTooMuch ? { kind: 'refused', message: fault.message } : { kind: 'fault', fault: faultOf(fault) };
}

function faultOf(fault: GzipFault): Fault {
  const reason = `${fault.message}: what follows is not known`;
  return {
    line: 0,
    column: 0,
    field: '',
    found: '',
    reason,
    remedy: 'fetch or pack it again',
    leftOut: false,
    isCut: true,
  };
}

async function inTheirEncoding(begun: Peeked, encoding: Encoding): Promise<Peeked> {
  return encoding === 'utf-8'
    ? begun
    : await peeked(inUtf8(begun.pieces, encoding), (head) => head.length >= HEAD || holdsMark(head));
}

/** Without a byte order mark, and without a last character that is not whole. */
function sampleOf(head: Uint8Array): string {
  return new TextDecoder('utf-8').decode(head.subarray(markOf(head)?.length ?? 0), { stream: true });
}

async function* untilFault(pieces: Bytes, tell: (fault: GzipFault) => void): Bytes {
  try {
    yield* pieces;
  } catch (error) {
    if (!(error instanceof GzipFault)) throw error;
    tell(error);
  }
}

/** All bytes; null when they are more than a workbook may have. */
async function gathered(pieces: Bytes): Promise<Uint8Array<ArrayBuffer> | null> {
  const { head, isWhole } = await peeked(pieces, ({ length }) => length > MOST_WORKBOOK);
  return isWhole && head.length <= MOST_WORKBOOK ? head : null;
}

/** The pieces, each told before it is used, until nobody wants them. */
async function* whileWanted(pieces: Bytes, tell: () => Promise<boolean>): Bytes {
  for await (const piece of pieces) {
    if (!(await tell())) return;
    yield piece;
  }
}

async function* none(): Bytes {
  // A workbook is read as a whole.
}
