/** "312 MB", "4.2 kB", "17 bytes": decimal units, rounded up to a tenth. */
export function byteWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [size, unit] = bytes < 1e6 ? [1e3, 'kB'] : bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  return `${Math.ceil(bytes / (size / 10)) / 10} ${unit}`;
}
