import { DAY_MS, instantOf, type Instant } from '../../domain/calendar';

/** What the clocks of a place show. */
export interface Zone {
  /** Milliseconds ahead of UTC when the clocks there show `wall`; the first time, when they show it twice. */
  offset(wall: Instant): number;
}

export const UTC: Zone = { offset: () => 0 };

/** What a name may look like: asking for any other takes long, and is in vain. */
const NAME = /^[A-Za-z][\w+-]{1,30}(?:\/[\w+-]{1,30}){0,2}$/;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A zone by its IANA name, `Europe/Berlin`; null when nobody knows it. */
export function zoneNamed(name: string): Zone | null {
  if (!NAME.test(name)) return null;
  if (/^(?:Etc\/)?(?:UTC|GMT|Zulu|UCT)$/i.test(name)) return UTC;
  try {
    return new Known(
      new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      }),
    );
  } catch {
    return null;
  }
}

/** `Z` or `+01:00`, as an offset is written; null when it has parts of a minute, or is one that no place has. */
export function offsetText(offset: number): string | null {
  if (offset === 0) return 'Z';
  if (offset % MINUTE_MS !== 0 || offset < -12 * HOUR_MS || offset > 14 * HOUR_MS) return null;
  const minutes = Math.abs(offset) / MINUTE_MS;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${hours}:${rest}`;
}

class Known implements Zone {
  readonly #clock: Intl.DateTimeFormat;

  constructor(clock: Intl.DateTimeFormat) {
    this.#clock = clock;
  }

  offset(wall: Instant): number {
    const before = this.#at(wall - DAY_MS);
    const after = this.#at(wall + DAY_MS);
    if (before === after || this.#at(wall - before) === before) return before;
    return this.#at(wall - after) === after ? after : before;
  }

  /** Milliseconds ahead of UTC at an instant. */
  #at(instant: Instant): number {
    const parts = new Map(this.#clock.formatToParts(instant).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
    const year = parts.get('era')?.startsWith('B') === true ? 1 - part('year') : part('year');
    const wall =
      instantOf(year, part('month'), part('day')) +
      part('hour') * HOUR_MS +
      part('minute') * MINUTE_MS +
      part('second') * 1000;
    return wall - Math.floor(instant / 1000) * 1000;
  }
}
