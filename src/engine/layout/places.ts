import type { Places } from './stack';

/** Dots one above the other keep clear of each other and their halos. */
const MARK_PITCH = 12;
const LABEL_PITCH = 16;
/** In lanes of ordinary height three lines stand closer, as captions do. */
const TIGHT_LABEL_PITCH = 12;
const TIGHT_BELOW = 52;

/** Steps between two whole ones, from coarse to fine. */
const BETWEEN: readonly number[] = [1 / 2, 1 / 4, 3 / 4, 1 / 8, 3 / 8, 5 / 8, 7 / 8];

/** Where marks stand in a lane `height` px high: from the centre line outwards, then half, quarter and eighth steps between, which overlap. */
export function markPlaces(height: number): Places {
  const reach = Math.floor(Math.max(0, height / 2 - 8) / MARK_PITCH);
  const whole = outwards(reach);
  const between = BETWEEN.map((share) => whole.filter((k) => k > -reach).map((k) => k - share));
  const steps = [whole, ...between];
  return {
    offsets: steps.flat().map((k) => k * MARK_PITCH),
    layers: steps.flatMap((places, layer) => places.map(() => layer)),
  };
}

/** Where lines of marks with their labels stand: from the centre line outwards. */
export function labelPlaces(height: number): Places {
  const pitch = height < TIGHT_BELOW ? TIGHT_LABEL_PITCH : LABEL_PITCH;
  const offsets = outwards(Math.floor(Math.max(0, height / 2 - 8) / pitch)).map((k) => k * pitch);
  return { offsets, layers: offsets.map(() => 0) };
}

/** 0, -1, 1, -2, 2 and so on to `reach`. */
function outwards(reach: number): number[] {
  return Array.from({ length: 2 * reach + 1 }, (_, i) => (i % 2 === 1 ? -(i + 1) / 2 : i / 2));
}
