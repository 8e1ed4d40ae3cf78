import { instantWords } from '../../domain/date-words';
import { grouped } from '../../domain/limits';
import { layoutScene, type LayoutInput } from '../../engine/layout';
import { SLOTS } from '../../engine/palette-slots';
import { padded } from '../../engine/scale';
import type { Scene } from '../../engine/scene';
import { pictureOf, type Picture, type PictureWords } from '../../render/picture';
import { wholeScene } from '../../render/picture-scene';
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
  /** Lanes that there is room for; of a part on the screen those that are in sight are taken. */
  readonly mostLanes: number;
  /** ms since 1970: a picture says when it was made. */
  readonly now: number;
  /** A label of a mark: its number in the list that it stands with, which says all else; null: its title. */
  readonly numberOf: ((row: number) => number) | null;
  /** CSS px of the timeline itself, where the screen does not say. */
  readonly width: number;
}

const NAMES_PX = 188;
const NO_NAMES_PX = 12;

/** The picture of a part of the timeline, what is not in it, for people, and whether any of its marks has a label. */
export function drawing(
  found: Findings,
  part: Part,
  { measure, measureLabel, mostLanes, now, numberOf, width }: Making,
): { readonly picture: Picture; readonly left: readonly string[]; readonly labelled: boolean } {
  const { columns, records } = found.dataset;
  const { phrases } = found.words;
  const window = part.kind === 'visible' ? part.window : wholeWindow(found);
  const all = found.lanes;
  const lanes = part.kind === 'visible' ? all : all.slice(0, mostLanes);
  const input: Omit<LayoutInput, 'height' | 'scrollTop'> = {
    columns,
    lanes,
    scale: { ...window, width: 1 },
    plotLeft: all.length === 1 && all[0].id === '' ? NO_NAMES_PX : NAMES_PX,
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
    ...(numberOf === null ? headOf(found, now) : { title: '', sentence: '', foot: '' }),
    shown: shownWords(found, scene, window, all.length),
    legend: { heading: found.colour.key === 'topic' ? 'Topic' : many, names, other: `no ${one}, or another one` },
    inColour: numberOf === null,
  };
  const accents = { ...NO_ACCENTS, included: found.includedLanes, quiet: found.quiet };
  return {
    picture: pictureOf(scene, words, accents, measure),
    left: leftWords(found, part, all.length, lanes.length),
    labelled: scene.lanes.some(({ marks }) => marks.some(({ label }) => label !== null)),
  };
}

/** What a picture says of itself where it stands alone. */
function headOf(
  { dataset, sentence, words }: Findings,
  now: number,
): Pick<PictureWords, 'title' | 'sentence' | 'foot'> {
  const { title, license } = dataset.chronology;
  const drawn = `drawn with Dateline, ${instantWords(now, 'day', words.phrases, 'short')}`;
  return { title, sentence, foot: license === null ? drawn : `${license} · ${drawn}` };
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

function leftWords({ dataset, matches }: Findings, part: Part, lanes: number, drawn: number): readonly string[] {
  const undated = matches.count - matches.rank(dataset.columns.dated);
  return [
    ...(undated > 0 ? [`${countWords(undated)} without a date ${undated === 1 ? 'is' : 'are'} not in it.`] : []),
    ...(part.kind === 'whole' && lanes > drawn
      ? [`It has the first ${grouped(drawn)} of ${grouped(lanes)} lanes; filter to have others.`]
      : []),
  ];
}
