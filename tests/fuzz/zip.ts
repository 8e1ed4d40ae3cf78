import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../src/engine/formats/zip-entries';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files in a sound archive, unpacked; null when it is none. */
export function unzipped(bytes: Uint8Array): ZipPart[] | null {
  const entries = zipEntries(bytes);
  if (entries === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  try {
    return entries.map(({ name, method, packed, place }) => {
      const from = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
      const body = bytes.subarray(from, from + packed);
      return { name, bytes: method === 8 ? new Uint8Array(inflateRawSync(body)) : body };
    });
  } catch {
    return null;
  }
}

/** An archive of files, none of them compressed. */
export function zipped(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let place = 0;
  for (const { name, bytes } of parts) {
    const title = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(title.length, 22);
    const begun = [Buffer.from('PK\x03\x04'), fields, title, Buffer.from(bytes)];
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, rest, title);
    local.push(...begun);
    place += begun.reduce((length, part) => length + part.length, 0);
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(place, 12);
  return new Uint8Array(Buffer.concat([...local, list, Buffer.from('PK\x05\x06'), end]));
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
