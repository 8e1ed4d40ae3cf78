import { fontText } from '../../render/canvas-pen';
import { LABEL_FONT } from '../../render/surface';

/** Forget the measured widths beyond so many texts. */
const MOST = 5000;

/** Measures a text in the font of labels, in CSS pixels; remembers what it measured. */
export function measurer(): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context !== null) context.font = fontText(LABEL_FONT);
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= MOST) widths.clear();
    const width = context?.measureText(text).width ?? 0;
    widths.set(text, width);
    return width;
  };
}
