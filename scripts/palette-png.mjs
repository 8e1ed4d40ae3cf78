import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const COLOURS = 256;
/** Colours that stand however much alike they are: backgrounds differ by little. */
const BACKGROUNDS = 48;

/**
 * The same picture in at most 256 colours, for pictures of pages: the most frequent colours stand, and of others that are
 * much alike one, so that shades of letters do not crowd out small marks; every other pixel takes the nearest that
 * stands. Takes the PNG that Chromium makes, eight bits a channel and not interlaced; transparency is left out.
 * @param {Buffer} png
 */
export function palettePng(png) {
  const header = Buffer.from(chunksOf(png, 'IHDR')[0]);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const colours = coloursOf(inflateSync(Buffer.concat(chunksOf(png, 'IDAT'))), width, height, header[9] === 6 ? 4 : 3);

  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const distinct = new Map([...frequent].reverse().map((colour) => [colour & 0xf0f0f0, colour]));
  const palette = frequent
    .filter((colour, at) => at < BACKGROUNDS || distinct.get(colour & 0xf0f0f0) === colour)
    .slice(0, COLOURS);
  const entries = new Map(frequent.map((colour) => [colour, nearest(palette, colour)]));

  const lines = new Uint8Array((width + 1) * height);
  colours.forEach((colour, at) => (lines[at + Math.floor(at / width) + 1] = entries.get(colour) ?? 0));
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * Contents of all chunks of one type, in order.
 * @param {Buffer} png
 * @param {string} type
 */
function chunksOf(png, type) {
  const found = [];
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === type)
      found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}

/**
 * Colours as 0xrrggbb, row by row: each line of a PNG says what its bytes are to be added to.
 * @param {Buffer} lines
 * @param {number} width
 * @param {number} height
 * @param {3 | 4} bytes a pixel
 */
function coloursOf(lines, width, height, bytes) {
  const stride = width * bytes;
  const found = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const line = Uint8Array.from(lines.subarray(start + 1, start + 1 + stride));
    for (let x = 0; x < stride; x++) {
      const left = x < bytes ? 0 : line[x - bytes];
      const corner = x < bytes ? 0 : above[x - bytes];
      line[x] += [0, left, above[x], (left + above[x]) >> 1, paeth(left, above[x], corner)][lines[start]];
    }
    for (let x = 0; x < width; x++) {
      found[y * width + x] = (line[x * bytes] << 16) | (line[x * bytes + 1] << 8) | line[x * bytes + 2];
    }
    above = line;
  }
  return found;
}

/**
 * @param {number} left
 * @param {number} above
 * @param {number} corner
 */
function paeth(left, above, corner) {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/**
 * Index of the entry nearest to a colour.
 * @param {readonly number[]} palette
 * @param {number} colour
 */
function nearest(palette, colour) {
  let best = 0;
  let least = Infinity;
  for (const [index, other] of palette.entries()) {
    const red = (colour >> 16) - (other >> 16);
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255);
    const blue = (colour & 255) - (other & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
