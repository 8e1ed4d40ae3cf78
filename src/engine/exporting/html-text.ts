const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that means nothing to HTML, in elements and in quoted attributes. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign).replace(/\0/g, '');
}

/** A link that shows `text`; where `address` is none of the web, the text alone. */
export function htmlLink(text: string, address: string): string {
  if (!/^https?:\/\//i.test(address)) return escapedHtml(text);
  return `<a href="${escapedHtml(address)}" rel="noopener noreferrer">${escapedHtml(text)}</a>`;
}
