/**
 * The parts of an event that a word can stand in, one bit each. The first byte: what is written in the event itself;
 * the others: what it has by name (an actor's aliases stand in every event that names the actor).
 */
export const PART = {
  title: 1,
  summary: 2,
  /** Notes and disagreements. */
  note: 4,
  /** Titles of sources, and what they support. */
  source: 8,
  /** Year, month and day in words and figures. */
  date: 16,
  /** Name and short name. */
  actor: 256,
  alias: 512,
  /** Offices that an actor has held. */
  office: 1024,
  /** What an actor was in this event. */
  role: 2048,
  topic: 4096,
  place: 8192,
  type: 16384,
  status: 32768,
  publisher: 65536,
  confidence: 131072,
} as const;

/** Parts that a word without a field is looked for in. */
export const ANYWHERE = 131071;
/** Parts that are written in events one by one. */
export const WRITTEN = 255;

/** How much a word in this part says about the event; the title most. */
const WEIGHTS: readonly (readonly [number, number])[] = [
  [PART.title, 1],
  [PART.actor, 0.82],
  [PART.alias, 0.8],
  [PART.date, 0.76],
  [PART.place, 0.72],
  [PART.type, 0.66],
  [PART.topic, 0.62],
  [PART.summary, 0.56],
  [PART.status, 0.5],
  [PART.confidence, 0.5],
  [PART.role, 0.44],
  [PART.office, 0.42],
  [PART.note, 0.36],
  [PART.publisher, 0.3],
  [PART.source, 0.26],
];

/** What each further part that has the word too adds, up to three. */
const FURTHER = 0.03;

/** Weight of the parts in `mask`: 0 for none, at most 1. */
function weightOf(mask: number): number {
  let best = 0;
  let parts = 0;
  for (const [bit, weight] of WEIGHTS) {
    if ((mask & bit) === 0) continue;
    parts++;
    best = Math.max(best, weight);
  }
  return parts === 0 ? 0 : best * (1 - 3 * FURTHER) + Math.min(3, parts - 1) * FURTHER;
}

/** A byte that says how well a word of `quality` (0 to 1) in these parts answers: 0 only for no part at all. */
export function gradeOf(mask: number, quality: number): number {
  return gradeFrom(weightOf(mask), quality);
}

/** By parts, WRITTEN ones: the grade of a word of this quality that stands in them and counts only in `parts`. */
export function gradesFor(parts: number, quality: number): Uint8Array {
  const grades = new Uint8Array(WEIGHTS_WRITTEN.length);
  for (let mask = 0; mask < grades.length; mask++) grades[mask] = gradeFrom(WEIGHTS_WRITTEN[mask & parts], quality);
  return grades;
}

const WEIGHTS_WRITTEN = Float64Array.from({ length: WRITTEN + 1 }, (_, mask) => weightOf(mask));

function gradeFrom(weight: number, quality: number): number {
  return weight === 0 ? 0 : Math.max(1, Math.round(255 * weight * quality));
}
