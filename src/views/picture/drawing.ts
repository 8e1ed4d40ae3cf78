import { instantWords } from '../../domain/date-words';
import { grouped } from '../../domain/limits';
import { layoutScene, type LayoutInput } from '../../engine/layout';
import { SLOTS } from '../../engine/palette-slots';
import { padded } from '../../engine/scale';
import type { Scene } from '../../engine/scene';
import { pictureOf, type Picture, type PictureWords } from '../../render/picture';
import { MOST_LANES, wholeScene } from '../../render/picture-scene';
import type { Font } from '../../render/surface';
import { NO_ACCENTS } from '../../render/timeline';
import type { Findings } from '../../state/findings.svelte';
import { extentOf, type Window } from '../../state/window';
import { countWords, FIELD_WORDS } from '../words';
import type { Sight } from './sight';

/** What is to be in the picture. */
export type Part =
  /** The timeline as it stands on the screen. */
  | { readonly kind: 'visible'; readonly window: Window; readonly sight: Sight }
  /** All matches and all lanes. */
  | { readonly kind: 'whole' };

/** What a picture is made from beside the findings. */
export interface Making {
  readonly measure: (text: string, font: Font) => number;
  /** Width of a text in the font of labels. */
  readonly measureLabel: (text: string) => number;
  readonly lanes: LayoutInput['lanes'];
  /** ms since 1970: a picture says when it was made. */
  readonly now: number;
  /** By its number in a list beneath; null: by its title. */
  readonly numberOf: ((row: number) => number) | null;
  /** CSS px of the timeline itself, where the screen does not say. */
  readonly width: number;
}

const NAMES_PX = 188;
const NO_NAMES_PX = 12;

/** The picture of a part of the timeline, and what is not in it, for people. */
export function drawing(
  found: Findings,
  part: Part,
  { measure, measureLabel, lanes, now, numberOf, width }: Making,
): { readonly picture: Picture; readonly left: readonly string[] } {
  const { columns, records, chronology } = found.dataset;
  const { phrases } = found.words;
  const window = part.kind === 'visible' ? part.window : wholeWindow(found);
  const input: Omit<LayoutInput, 'height' | 'scrollTop'> = {
    columns,
    lanes,
    scale: { ...window, width: 1 },
    plotLeft: lanes.length === 1 && lanes[0].id === '' ? NO_NAMES_PX : NAMES_PX,
    width,
    phrases: found.years === '' ? null : phrases,
    slotOf: (row) => (numberOf === null ? found.slotOf(row) : -1),
    labelOf: (row) => (numberOf === null ? records.event(row).title : String(numberOf(row))),
    measure: measureLabel,
  };
  const scene = part.kind === 'visible' ? wholeLanes(input, part.sight) : wholeScene(input);
  const names = Array.from({ length: SLOTS }, () => '');
  found.slots.forEach((slot, value) => {
    if (slot >= 0) names[slot] = found.colour.values[value].name;
  });
  const { one, many } = FIELD_WORDS[found.colour.key];
  const words: PictureWords = {
    title: chronology.title,
    sentence: found.sentence,
    shown: shownWords(found, scene, window, lanes.length),
    legend: { heading: found.colour.key === 'topic' ? 'Topic' : many, names, other: `no ${one}, or another one` },
    inColour: numberOf === null,
    foot: [chronology.license, `drawn with Dateline, ${instantWords(now, 'day', phrases, 'short')}`]
      .filter((word) => word !== null)
      .join(' · '),
  };
  const accents = { ...NO_ACCENTS, included: found.includedLanes, quiet: found.quiet };
  return { picture: pictureOf(scene, words, accents, measure), left: leftWords(found, part, lanes.length) };
}

/** The lanes that a screen shows, and of those that it cuts off all. */
function wholeLanes(input: Omit<LayoutInput, 'height' | 'scrollTop'>, { height, scrollTop }: Sight): Scene {
  const scene = layoutScene({ ...input, height, scrollTop });
  const [first] = scene.lanes;
  const last = scene.lanes.at(-1);
  if (last === undefined) return scene;
  const above = scene.plotTop - first.top;
  const tall = last.top + last.height - first.top + scene.plotTop;
  return layoutScene({ ...input, height: Math.max(height, tall), scrollTop: scene.scrollTop - above });
}

/** All dated matches, with air. */
function wholeWindow(found: Findings): Window {
  const extent = extentOf(found.dataset.columns, found.matches);
  return extent === null ? found.bounds : padded(extent);
}

function shownWords(found: Findings, scene: Scene, { from, to }: Window, lanes: number): string {
  const stretch = found.years === '' ? '' : found.words.stretch(from, to);
  const some = scene.lanes.length < lanes ? `${grouped(scene.lanes.length)} of ${countWords(lanes, 'lane')}` : '';
  return [stretch, some].filter((word) => word !== '').join(' · ');
}

function leftWords({ dataset, matches }: Findings, part: Part, lanes: number): readonly string[] {
  const undated = matches.count - matches.rank(dataset.columns.dated);
  return [
    ...(undated > 0 ? [`${countWords(undated)} without a date ${undated === 1 ? 'is' : 'are'} not in it.`] : []),
    ...(part.kind === 'whole' && lanes > MOST_LANES
      ? [`It has the first ${grouped(MOST_LANES)} of ${grouped(lanes)} lanes; filter to have others.`]
      : []),
  ];
}
