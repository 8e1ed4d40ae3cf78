import type { DatePoint } from '../edtf/model';
import { type Pair, pairTerms } from './pair';
import type { Phrases, Style } from './phrases';
import { isBare, pointTerm } from './point';

/**
 * From `begin` to `end`: "6 to 19 January 2022", "from 2004", "until 2004". `names` is the style of the dates, `joint`
 * of what stands between them: words or a dash. At least one bound must be known.
 */
export function spanWords(begin: DatePoint, end: DatePoint, phrases: Phrases, names: Style, joint: Style): string {
  if (begin.bound !== 'known') return phrases.until(pointTerm(end, phrases, names));
  if (end.bound !== 'known') return phrases.from(pointTerm(begin, phrases, names));
  const whole = pointTerm(begin, phrases, names);
  if (whole.text === pointTerm(end, phrases, names).text)
    return whole.unit === 'day' ? whole.text : phrases.within(whole);
  const pair = pairOf(begin, end, phrases, names);
  if (joint === 'long') return phrases.span(pair.begin, pair.end);
  const tight = pair.begin.unit === pair.end.unit && !pair.begin.text.includes(' ');
  return `${pair.begin.text}${tight ? '–' : ' – '}${pair.end.text}`;
}

/** One moment from `begin` to `end`: "between May 2004 and June 2005", "May 2004 or later". At least one bound must be known. */
export function betweenWords(begin: DatePoint, end: DatePoint, phrases: Phrases, names: Style): string {
  if (begin.bound !== 'known') return `${pointTerm(end, phrases, names).text} ${phrases.orEarlier}`;
  if (end.bound !== 'known') return `${pointTerm(begin, phrases, names).text} ${phrases.orLater}`;
  const whole = pointTerm(begin, phrases, names);
  if (whole.text === pointTerm(end, phrases, names).text) return whole.text;
  const pair = pairOf(begin, end, phrases, names);
  return phrases.between(pair.begin, pair.end);
}

function pairOf(begin: DatePoint, end: DatePoint, phrases: Phrases, style: Style): Pair {
  if (begin.precision === end.precision && isBare(begin) && isBare(end)) {
    return pairTerms(begin.earliest, end.earliest, begin.precision, phrases, style);
  }
  return { begin: pointTerm(begin, phrases, style), end: pointTerm(end, phrases, style) };
}
