/** A file in a zip archive, as the list at its end has it. */
export interface ZipEntry {
  readonly name: string;
  readonly isLocked: boolean;
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  /** Bytes in the archive, and unpacked as the archive says. */
  readonly packed: number;
  readonly unpacked: number;
  /** Where its own header stands. */
  readonly place: number;
}

const [LOCAL, CENTRAL, END, END_64, LOCATOR_64] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];
const [END_LENGTH, CENTRAL_LENGTH, LOCAL_LENGTH] = [22, 46, 30];
const LONGEST_COMMENT = 0xffff;
const [NO_16, NO_32] = [0xffff, 0xffffffff];
const [DEFLATED, EXTRA_64] = [8, 1];

/** The files in a zip archive, in the order of the list; null when there is no whole list. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = end.place;
  for (let left = end.count; left > 0; left -= 1) {
    if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const after = at + CENTRAL_LENGTH + name;
    if (after + extra > bytes.length) return null;
    const sizes = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
    const [unpacked, packed, place] = far(view, after, after + extra, sizes);
    entries.push({
      name: names.decode(bytes.subarray(at + CENTRAL_LENGTH, after)),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed,
      unpacked,
      place,
    });
    at = after + extra + comment;
  }
  return entries;
}

/**
 * How many bytes an entry really has when unpacked, counted up to a little more than `most`, and none kept; null when it
 * cannot be unpacked.
 */
export async function unpackedSize(
  bytes: Uint8Array<ArrayBuffer>,
  entry: ZipEntry,
  most: number,
): Promise<number | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.place + LOCAL_LENGTH > bytes.length || view.getUint32(entry.place, true) !== LOCAL) return null;
  const [name, extra] = [26, 28].map((offset) => view.getUint16(entry.place + offset, true));
  const from = entry.place + LOCAL_LENGTH + name + extra;
  if (entry.method !== DEFLATED) return entry.packed;
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  // What goes wrong in writing is heard in reading.
  void writer.write(bytes.subarray(from, from + entry.packed)).catch(() => undefined);
  void writer.close().catch(() => undefined);
  let size = 0;
  try {
    for (let piece = await reader.read(); !piece.done && size <= most; piece = await reader.read()) {
      size += piece.value.length;
    }
    void reader.cancel().catch(() => undefined);
    return size;
  } catch {
    return null;
  }
}

function endOf(view: DataView): { readonly count: number; readonly place: number } | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const [count, place] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (count !== NO_16 && place !== NO_32) return { count, place };
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return null;
    const record = Number(view.getBigUint64(at - 12, true));
    if (record + 56 > view.byteLength || view.getUint32(record, true) !== END_64) return null;
    return { count: Number(view.getBigUint64(record + 32, true)), place: Number(view.getBigUint64(record + 48, true)) };
  }
  return null;
}

/** Sizes that did not fit into 32 bits stand in a field of their own, in this order. */
function far(view: DataView, from: number, to: number, sizes: readonly number[]): readonly number[] {
  let at = from;
  while (at + 4 <= to && view.getUint16(at, true) !== EXTRA_64) at += 4 + view.getUint16(at + 2, true);
  let next = at + 4;
  return sizes.map((size) => {
    if (size !== NO_32 || next + 8 > to) return size;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  });
}
