/** JSON on one line, its values as they are written: no text in JSON has a line break in it, so each stands between values. */
export function onOneLine(json: string): string {
  return json.replace(/[\r\n]\s*/g, '');
}
