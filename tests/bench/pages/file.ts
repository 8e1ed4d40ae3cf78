import type { FileEvent, Head } from '../data/chronology';

export type ChronologyFile = Head & { readonly events: readonly FileEvent[] };

/** The chronology that the page's address names, read as a page without an engine of its own reads one. */
export async function fetchFile(): Promise<ChronologyFile> {
  const url = new URLSearchParams(location.search).get('data');
  if (url === null) throw new Error('no data; add ?data=/data/1000.json to the address');
  const response = await fetch(url);
  return (await response.json()) as ChronologyFile;
}
