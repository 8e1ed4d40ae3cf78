/**
 * A WebAssembly module of about 300 bytes, assembled from the listing below. It imports a memory, `rows.memory`, and exports
 *
 *     count(mask: i32, maskEnd: i32, bitmap: i32, bitmaps: i32, out: i32)
 *
 * which writes to `out`, one u32 a bitmap, how many bits each of `bitmaps` bitmaps has in common with the mask. All are byte
 * addresses; the first bitmap stands at `bitmap`, the others right after one another, each as long as the mask. There must
 * be one bitmap at least, and the length must be a multiple of STEP_BYTES and not 0.
 *
 *     for each bitmap:
 *       sum = 0 (four i32)
 *       for each STEP_BYTES of the mask:
 *         bytes = popcnt(mask[0] & bitmap[0]) + … + popcnt(mask[7] & bitmap[7])    (16 i8, each at most 64)
 *         sum += pairs of pairs of bytes
 *       store the four of sum, added up
 */
export function simdModule(): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name('rows'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('count'), 0x00, 0]),
    ...section(10, [1, ...sized([2, 1, I32, 1, V128, ...CODE])]),
  );
}

const VECTOR_BYTES = 16;
const VECTORS = 8;
export const STEP_BYTES = VECTOR_BYTES * VECTORS;

const I32 = 0x7f;
const V128 = 0x7b;

/** Parameters, and two locals: where in the mask we are, and the sum so far. */
const [MASK, MASK_END, BITMAP, BITMAPS, OUT, AT, SUM] = [0, 1, 2, 3, 4, 5, 6];

const LOOP = [0x03, 0x40];
const BRANCH_IF = [0x0d, 0];
const END = [0x0b];
const I32_STORE = [0x36, 2, 0];
const I32_LESS = [0x49];
const I32_ADD = [0x6a];
const V128_ZERO = [0xfd, 12, ...new Array<number>(VECTOR_BYTES).fill(0)];
const V128_AND = [0xfd, 78];
const I8X16_POPCNT = [0xfd, 98];
const I8X16_ADD = [0xfd, 110];
const I16X8_PAIRS_U = [0xfd, 125];
const I32X4_PAIRS_S = [0xfd, 126];
const I32X4_ADD = [0xfd, ...leb(174)];

const CODE: readonly number[] = [
  ...LOOP,
  ...[...get(MASK), ...set(AT), ...V128_ZERO, ...set(SUM)],
  ...LOOP,
  ...Array.from({ length: VECTORS }, (_, vector) => [
    ...[...get(AT), ...load(vector), ...get(BITMAP), ...load(vector), ...V128_AND, ...I8X16_POPCNT],
    ...(vector === 0 ? [] : I8X16_ADD),
  ]).flat(),
  ...[...I16X8_PAIRS_U, ...I32X4_PAIRS_S, ...get(SUM), ...I32X4_ADD, ...set(SUM)],
  ...[...get(BITMAP), ...i32(STEP_BYTES), ...I32_ADD, ...set(BITMAP)],
  ...[...get(AT), ...i32(STEP_BYTES), ...I32_ADD, ...tee(AT), ...get(MASK_END), ...I32_LESS, ...BRANCH_IF],
  ...END,
  ...[...get(OUT), ...lane(0), ...lane(1), ...I32_ADD, ...lane(2), ...I32_ADD, ...lane(3), ...I32_ADD, ...I32_STORE],
  ...[...get(OUT), ...i32(4), ...I32_ADD, ...set(OUT)],
  ...[...get(BITMAPS), ...i32(-1), ...I32_ADD, ...tee(BITMAPS), ...BRANCH_IF],
  ...END,
  ...END,
];

function get(local: number): number[] {
  return [0x20, local];
}

function set(local: number): number[] {
  return [0x21, local];
}

/** Sets a local and leaves its value. */
function tee(local: number): number[] {
  return [0x22, local];
}

function load(vector: number): number[] {
  return [0xfd, 0, 4, ...leb(vector * VECTOR_BYTES)];
}

/** One of the four numbers of SUM. */
function lane(index: number): number[] {
  return [...get(SUM), 0xfd, 27, index];
}

/** A constant from -64 to 8191: one byte for the small, two for the others. */
function i32(value: number): number[] {
  return value < 64 ? [0x41, value & 0x7f] : [0x41, ...leb(value)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): number[] {
  return [...leb(content.length), ...content];
}

function name(text: string): number[] {
  return sized(Array.from(text, (letter) => letter.charCodeAt(0)));
}

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}
