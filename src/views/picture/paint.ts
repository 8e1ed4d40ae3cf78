import { canvasPen, fontText } from '../../render/canvas-pen';
import { movedPen } from '../../render/moved-pen';
import type { Palette } from '../../render/palette';
import type { Picture } from '../../render/picture';
import type { Font } from '../../render/surface';

/** What every browser of today can hold in one canvas. */
const MOST_SIDE_PX = 16_384;
const MOST_PIXELS = 60_000_000;
/** Of the canvas that is drawn upon band by band: the pen needs three times the memory of what it draws on. */
const BAND_PIXELS = 4_000_000;
const MOST_TEXTS = 5000;

/** Measures texts in any font, in CSS px, and remembers what it measured. */
export function textMeasurer(): (text: string, font: Font) => number {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${fontText(font)} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    if (widths.size >= MOST_TEXTS) widths.clear();
    if (context !== null) context.font = fontText(font);
    const width = context?.measureText(text).width ?? 0;
    widths.set(key, width);
    return width;
  };
}

/** Why a picture cannot be had in pixels at this scale, for people; null when it can. */
export function sizeFault({ width, height }: Picture, scale: number): string | null {
  const [across, down] = [width * scale, height * scale];
  if (Math.max(across, down) <= MOST_SIDE_PX && across * down <= MOST_PIXELS) return null;
  return `${String(across)} × ${String(down)} pixels are more than browsers draw; take a smaller scale, or SVG`;
}

/** Draws the picture on `canvas`, whose size it sets: `scale` pixels for each CSS px. */
export function paint(picture: Picture, palette: Palette, scale: number, canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  const band = document.createElement('canvas');
  const bandContext = band.getContext('2d');
  if (context === null || bandContext === null) return;
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvasPen(bandContext);
  const tall = Math.max(64, Math.floor(BAND_PIXELS / (picture.width * scale * scale)));
  for (let top = 0; top < picture.height; top += tall) {
    const height = Math.min(tall, picture.height - top);
    pen.begin(picture.width, height, scale);
    picture.draw(movedPen(pen, 0, -top), palette);
    pen.finish();
    context.drawImage(band, 0, Math.round(top * scale));
  }
}

/** The picture as a PNG file. Rejects with an Error for people where the browser cannot. */
export async function pngOf(picture: Picture, palette: Palette, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  paint(picture, palette, scale, canvas);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // Safari gives canvases back their memory only then.
  canvas.width = canvas.height = 0;
  if (blob === null) throw new Error('This browser cannot make so large a picture; take a smaller scale, or SVG');
  return blob;
}
