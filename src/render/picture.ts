import type { Scene } from '../engine/scene';
import { movedPen } from './moved-pen';
import type { Palette } from './palette';
import { layLegend, type Legend } from './picture-legend';
import { wrapped } from './picture-text';
import { type Font, LABEL_FONT, type Pen } from './surface';
import { svgPen } from './svg-pen';
import { type Accents, drawTimeline } from './timeline';

/** What a picture says beside the scene itself. Plain texts, whatever stands in them. */
export interface PictureWords {
  readonly title: string;
  readonly sentence: string;
  /** Which stretch of time and how much of the chronology is shown. */
  readonly shown: string;
  readonly legend: Legend;
  /** Whether colours mean something. */
  readonly inColour: boolean;
  readonly foot: string;
}

/** A picture ready to be drawn with any pen, at its upper left corner. */
export interface Picture {
  /** CSS px, whole. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  draw(pen: Pen, palette: Palette): void;
}

/** Width in px of a text in a font. */
type MeasureText = (text: string, font: Font) => number;

interface Line {
  readonly text: string;
  readonly font: Font;
  readonly y: number;
  readonly tone: 'ink' | 'ink2' | 'ink3';
}

const MARGIN_PX = 20;
const TITLE: Font = { size: 20, bold: true };
const SENTENCE: Font = { size: 14, bold: false };
const LEADING = 1.35;
const GAP_PX = 12;

/** A timeline as a picture that stands for itself: title, query and stretch above it, legend and foot below. */
export function pictureOf(scene: Scene, words: PictureWords, accents: Accents, measure: MeasureText): Picture {
  const width = Math.ceil(scene.width) + 2 * MARGIN_PX;
  const lines: Line[] = [];
  let y = MARGIN_PX;
  const put = (text: string, font: Font, tone: Line['tone'], most: number): void => {
    for (const line of wrapped(text, scene.width, most, (part) => measure(part, font))) {
      y += Math.round(font.size * LEADING);
      lines.push({ text: line, font, y: y - Math.round(font.size * 0.3), tone });
    }
  };
  put(words.title, TITLE, 'ink', 2);
  put(words.sentence, SENTENCE, 'ink2', 4);
  put(words.shown, LABEL_FONT, 'ink3', 2);
  const sceneTop = y + GAP_PX;
  const legend = layLegend(scene, words.legend, scene.width, measure, words.inColour);
  const legendTop = sceneTop + Math.ceil(scene.height) + GAP_PX;
  y = legendTop + legend.height + GAP_PX / 2;
  put(words.foot, LABEL_FONT, 'ink3', 2);
  const height = y + MARGIN_PX;
  return {
    width,
    height,
    title: words.title,
    draw(pen, palette) {
      pen.boxes([0, 0, width, height], { fill: palette.ground });
      for (const { text, font, y: at, tone } of lines) pen.text(text, MARGIN_PX, at, { ...font, fill: palette[tone] });
      drawTimeline(movedPen(pen, MARGIN_PX, sceneTop), scene, palette, accents);
      legend.draw(movedPen(pen, MARGIN_PX, legendTop), palette);
    },
  };
}

/** The picture as an SVG document of its own: text is text, and nothing in it lies elsewhere. `measure` as a browser does. */
export function pictureToSvg(picture: Picture, palette: Palette, measure: MeasureText): string {
  const pen = svgPen(measure);
  picture.draw(pen, palette);
  return pen.document(picture.width, picture.height, picture.title);
}
