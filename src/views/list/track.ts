/** What a scroller can do; all in pixels. */
export interface Limits {
  /** The tallest that it may be. */
  readonly height: number;
  /** So far from its ends it goes with the list pixel by pixel. */
  readonly zone: number;
  /** A longer step at once is no wheel, key or finger: the bar was dragged. */
  readonly jump: number;
}

/**
 * Elements end at 17.9 million pixels in Firefox and at 33.5 million of the device in Chromium, where a page magnified five
 * times on a fine screen has a tenth of them; and the places of a scroller are exact to a fraction of a pixel up to 4 million.
 */
export const LIMITS: Limits = { height: 4_000_000, zone: 250_000, jump: 2_500 };

/** A scroller of `height` pixels, scrolled by at most `most`, for a list that is `excess` pixels taller; `excess` is 0 for most lists. */
export interface Track {
  readonly height: number;
  readonly most: number;
  readonly excess: number;
  readonly limits: Limits;
}

/** Where a scroller stands: at `top`, where it shows what is `top + shift` pixels down the list. */
export interface Place {
  readonly top: number;
  readonly shift: number;
}

export const START: Place = { top: 0, shift: 0 };

/** The track of a list of `total` pixels of which `sight` are seen at once. */
export function trackOf(total: number, sight: number, limits: Limits = LIMITS): Track {
  const height = Math.min(total, limits.height);
  return { height, most: Math.max(height - sight, 0), excess: total - height, limits };
}

/** Pixels of the list above what is in sight. */
export function offsetOf({ top, shift }: Place): number {
  return top + shift;
}

/** Where the scroller is to stand for a place in the list, which is taken as the nearest that there is. */
export function placeOf(track: Track, offset: number): Place {
  const { most, excess } = track;
  const wanted = Math.min(Math.max(offset, 0), most + excess);
  const zone = zoneOf(track);
  const middle = most - 2 * zone;
  if (wanted <= zone) return { top: wanted, shift: 0 };
  if (wanted >= most + excess - zone) return { top: wanted - excess, shift: excess };
  const top = zone + ((wanted - zone) * middle) / (middle + excess);
  return { top, shift: wanted - top };
}

/**
 * Where a scroller that stood at `from` stands when it comes to `top`. A short step moves the list by as many pixels, a long
 * one to the same share of it. Gives another `top` where the scroller would come to its end before the list does.
 */
export function moved(track: Track, from: Place, top: number): Place {
  const { jump } = track.limits;
  if (Math.abs(top - from.top) > jump) return { top, shift: shiftAt(track, top) };
  const place = { top, shift: from.shift };
  const short = top < 2 * jump || track.most - top < 2 * jump;
  return short && place.shift !== shiftAt(track, top) ? placeOf(track, offsetOf(place)) : place;
}

/** `place` of a scroller that a browser has rounded to `top`: the list stays where it is, but for a fraction near its ends. */
export function landed(track: Track, place: Place, top: number): Place {
  const shift = offsetOf(place) - top;
  const usual = shiftAt(track, top);
  const near = usual === 0 || usual === track.excess;
  return { top, shift: near && Math.abs(shift - usual) < 1 ? usual : shift };
}

/**
 * Whether the scroller stands, to the pixel, at the share of its way that the list does. Short steps lead away from that. Where a
 * browser has rounded it to is settled: to put it there again would move nothing, and could meet a wheel that has just begun.
 */
export function isSettled(track: Track, place: Place): boolean {
  return track.excess === 0 || Math.abs(placeOf(track, offsetOf(place)).top - place.top) < 1;
}

function shiftAt(track: Track, top: number): number {
  const { most, excess } = track;
  const zone = zoneOf(track);
  return excess === 0 ? 0 : excess * Math.min(Math.max((top - zone) / (most - 2 * zone), 0), 1);
}

function zoneOf({ most, limits }: Track): number {
  return Math.min(limits.zone, most / 4);
}
