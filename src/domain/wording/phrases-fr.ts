import 'dayjs/locale/fr.js';
import { type Phrases, roman, type Term } from './phrases';

export const FRENCH: Phrases = {
  locale: 'fr',
  weekday: 'dddd D MMMM Y',
  long: { day: 'D MMMM Y', dayOfYear: 'D MMMM', dayOfMonth: 'D', month: 'MMMM Y', monthOfYear: 'MMMM' },
  short: { day: 'D MMM Y', dayOfYear: 'D MMM', dayOfMonth: 'D', month: 'MMM Y', monthOfYear: 'MMM' },
  first: '1er',
  year: (digits, era) => (era === 'bc' ? `${digits} av. J.-C.` : era === 'early' ? `${digits} apr. J.-C.` : digits),
  decade: (year) => `années ${year}`,
  century: (n, bc) => `${nth(n)} siècle${bc ? ' av. J.-C.' : ''}`,
  millennium: (n, bc) => `${nth(n)} millénaire${bc ? ' av. J.-C.' : ''}`,
  seasons: ['printemps', 'été', 'automne', 'hiver'],
  hemispheres: { north: 'hémisphère nord', south: 'hémisphère sud' },
  ofYear: (season, year) => `${season} ${year}`,
  partOfYear: (n, of, year, style) => {
    if (style === 'short' && of !== 3) return `${of === 4 ? 'T' : 'S'}${n} ${year}`;
    return `${n === 1 ? '1er' : `${n}e`} ${of === 4 ? 'trimestre' : of === 3 ? 'quadrimestre' : 'semestre'} ${year}`;
  },
  circa: (term) => `vers ${withArticle(term)}`,
  span: (begin, end) => `${begin.text} ${end.unit === 'day' ? 'au' : 'à'} ${end.text}`,
  within: ({ text }) => `courant ${text}`,
  from: (term) => (term.unit === 'other' ? `début : ${term.text}` : `dès ${withArticle(term)}`),
  until: (term) => {
    if (term.unit === 'other') return `fin : ${term.text}`;
    return term.unit === 'day' ? `jusqu’au ${term.text}` : `jusqu’en ${term.text}`;
  },
  between: (begin, end) => {
    if (begin.unit === 'other' || end.unit === 'other') return `entre : ${begin.text} – ${end.text}`;
    return `entre ${withArticle(begin)} et ${withArticle(end)}`;
  },
  orLater: 'ou plus tard',
  orEarlier: 'ou plus tôt',
  oneOf: 'une de ces dates :',
  and: 'et',
  or: 'ou',
  unknown: {
    year: 'année inconnue',
    month: 'mois inconnu',
    day: 'jour inconnu',
    begin: 'début inconnu',
    end: 'fin inconnue',
  },
  uncertain: {
    whole: 'incertain',
    year: 'année incertaine',
    month: 'mois incertain',
    day: 'jour incertain',
    begin: 'début incertain',
    end: 'fin incertaine',
  },
  approximate: {
    year: 'année approximative',
    month: 'mois approximatif',
    day: 'jour approximatif',
  },
  noEnd: 'fin non précisée',
  undated: 'sans date',
  anyTime: 'toute période',
  sameDay: 'le même jour',
  before: (distance) => `${distance} avant`,
  after: (distance) => `${distance} après`,
  units: {
    day: { one: 'jour', other: 'jours' },
    month: { one: 'mois', other: 'mois' },
    year: { one: 'an', other: 'ans' },
  },
};

function nth(n: number): string {
  return n === 1 ? 'Ier' : `${roman(n)}e`;
}

function withArticle(term: Term): string {
  return term.unit === 'day' ? `le ${term.text}` : term.text;
}
