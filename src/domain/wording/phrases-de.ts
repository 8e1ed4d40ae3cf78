import 'dayjs/locale/de.js';
import type { Phrases, Term } from './phrases';

export const GERMAN: Phrases = {
  locale: 'de',
  weekday: 'dddd, D. MMMM Y',
  long: { day: 'D. MMMM Y', dayOfYear: 'D. MMMM', dayOfMonth: 'D.', month: 'MMMM Y', monthOfYear: 'MMMM' },
  short: { day: 'D. MMM Y', dayOfYear: 'D. MMM', dayOfMonth: 'D.', month: 'MMM Y', monthOfYear: 'MMM' },
  first: null,
  year: (digits, era) => (era === 'bc' ? `${digits} v. Chr.` : era === 'early' ? `${digits} n. Chr.` : digits),
  decade: (year, style) => (style === 'long' ? `${year}er Jahre` : `${year}er`),
  century: (n, bc) => `${n}. Jahrhundert${bc ? ' v. Chr.' : ''}`,
  millennium: (n, bc) => `${n}. Jahrtausend${bc ? ' v. Chr.' : ''}`,
  seasons: ['Frühling', 'Sommer', 'Herbst', 'Winter'],
  hemispheres: { north: 'Nordhalbkugel', south: 'Südhalbkugel' },
  ofYear: (season, year) => `${season} ${year}`,
  partOfYear: (n, of, year, style) => {
    if (style === 'short' && of !== 3) return `${n}. ${of === 4 ? 'Quartal' : 'Halbjahr'} ${year}`;
    return `${n}. ${of === 4 ? 'Quartal' : of === 3 ? 'Jahresdrittel' : 'Halbjahr'} ${year}`;
  },
  circa: ({ text }) => `ca. ${text}`,
  span: (begin, end) => `${begin.text} bis ${end.text}`,
  within: ({ text }) => `im Zeitraum ${text}`,
  from: (term) => (term.unit === 'other' ? `Beginn: ${term.text}` : `ab ${term.text}`),
  until: (term) => (term.unit === 'other' ? `Ende: ${term.text}` : `bis ${term.text}`),
  between: (begin, end) => {
    if (begin.unit === 'other' || end.unit === 'other') return `irgendwann: ${begin.text} bis ${end.text}`;
    return `zwischen ${dative(begin)} und ${dative(end)}`;
  },
  orLater: 'oder später',
  orEarlier: 'oder früher',
  oneOf: 'eines von:',
  and: 'und',
  or: 'oder',
  unknown: {
    year: 'Jahr nicht bekannt',
    month: 'Monat nicht bekannt',
    day: 'Tag nicht bekannt',
    begin: 'Beginn nicht bekannt',
    end: 'Ende nicht bekannt',
  },
  uncertain: {
    whole: 'unsicher',
    year: 'Jahr unsicher',
    month: 'Monat unsicher',
    day: 'Tag unsicher',
    begin: 'Beginn unsicher',
    end: 'Ende unsicher',
  },
  approximate: {
    year: 'Jahr ungefähr',
    month: 'Monat ungefähr',
    day: 'Tag ungefähr',
  },
  noEnd: 'kein Ende angegeben',
  undated: 'undatiert',
  anyTime: 'jederzeit',
  sameDay: 'am selben Tag',
  before: (distance) => `${distance} davor`,
  after: (distance) => `${distance} danach`,
  units: {
    day: { one: 'Tag', other: 'Tage' },
    month: { one: 'Monat', other: 'Monate' },
    year: { one: 'Jahr', other: 'Jahre' },
  },
};

function dative(term: Term): string {
  return term.unit === 'day' ? `dem ${term.text}` : term.text;
}
