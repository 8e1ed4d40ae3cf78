/** Time for the browser to take the file over. */
const KEPT_MS = 30_000;

/** Has the browser save a file under a name, as it saves downloads; nothing leaves the page. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
