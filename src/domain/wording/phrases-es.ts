import 'dayjs/locale/es.js';
import { type Phrases, roman, type Term } from './phrases';

export const SPANISH: Phrases = {
  locale: 'es',
  weekday: 'dddd, D [de] MMMM [de] Y',
  long: {
    day: 'D [de] MMMM [de] Y',
    dayOfYear: 'D [de] MMMM',
    dayOfMonth: 'D',
    month: 'MMMM [de] Y',
    monthOfYear: 'MMMM',
  },
  short: { day: 'D MMM Y', dayOfYear: 'D MMM', dayOfMonth: 'D', month: 'MMM Y', monthOfYear: 'MMM' },
  first: null,
  year: (digits, era) => (era === 'bc' ? `${digits} a. C.` : era === 'early' ? `${digits} d. C.` : digits),
  decade: (year) => `años ${year}`,
  century: (n, bc) => `siglo ${roman(n)}${bc ? ' a. C.' : ''}`,
  millennium: (n, bc) => `milenio ${roman(n)}${bc ? ' a. C.' : ''}`,
  seasons: ['primavera', 'verano', 'otoño', 'invierno'],
  hemispheres: { north: 'hemisferio norte', south: 'hemisferio sur' },
  ofYear: (season, year) => `${season} de ${year}`,
  partOfYear: (n, of, year, style) => {
    if (style === 'short' && of !== 3) return `${of === 4 ? 'T' : 'S'}${n} ${year}`;
    return `${n}.º ${of === 4 ? 'trimestre' : of === 3 ? 'cuatrimestre' : 'semestre'} de ${year}`;
  },
  circa: (term) => `hacia ${withArticle(term)}`,
  span: (begin, end) => `${begin.text} ${end.unit === 'day' ? 'al' : 'a'} ${end.text}`,
  within: ({ text }) => `dentro de ${text}`,
  from: (term) => (term.unit === 'other' ? `inicio: ${term.text}` : `desde ${withArticle(term)}`),
  until: (term) => (term.unit === 'other' ? `fin: ${term.text}` : `hasta ${withArticle(term)}`),
  between: (begin, end) => {
    if (begin.unit === 'other' || end.unit === 'other') return `entre: ${begin.text} – ${end.text}`;
    return `entre ${withArticle(begin)} y ${withArticle(end)}`;
  },
  orLater: 'o después',
  orEarlier: 'o antes',
  oneOf: 'una de estas fechas:',
  and: 'y',
  or: 'o',
  unknown: {
    year: 'año desconocido',
    month: 'mes desconocido',
    day: 'día desconocido',
    begin: 'comienzo desconocido',
    end: 'fin desconocido',
  },
  uncertain: {
    whole: 'incierto',
    year: 'año incierto',
    month: 'mes incierto',
    day: 'día incierto',
    begin: 'comienzo incierto',
    end: 'fin incierto',
  },
  approximate: {
    year: 'año aproximado',
    month: 'mes aproximado',
    day: 'día aproximado',
  },
  noEnd: 'sin fin indicado',
  undated: 'sin fecha',
  anyTime: 'cualquier fecha',
  sameDay: 'el mismo día',
  before: (distance) => `${distance} antes`,
  after: (distance) => `${distance} después`,
  units: {
    day: { one: 'día', other: 'días' },
    month: { one: 'mes', other: 'meses' },
    year: { one: 'año', other: 'años' },
  },
};

function withArticle(term: Term): string {
  return term.unit === 'day' ? `el ${term.text}` : term.text;
}
