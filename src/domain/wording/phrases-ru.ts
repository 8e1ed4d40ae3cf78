import 'dayjs/locale/ru.js';
import { type Phrases, roman } from './phrases';

export const RUSSIAN: Phrases = {
  locale: 'ru',
  weekday: 'dddd, D MMMM Y',
  long: { day: 'D MMMM Y', dayOfYear: 'D MMMM', dayOfMonth: 'D', month: 'MMMM Y', monthOfYear: 'MMMM' },
  short: { day: 'D MMM Y', dayOfYear: 'D MMM', dayOfMonth: 'D', month: 'MMM Y', monthOfYear: 'MMM' },
  first: null,
  year: (digits, era, style) => {
    const year = style === 'long' ? `${digits} г.` : digits;
    return era === 'bc' ? `${year} до н. э.` : era === 'early' ? `${year} н. э.` : year;
  },
  decade: (year, style) => (style === 'long' ? `${year}-е годы` : `${year}-е`),
  century: (n, bc) => `${roman(n)} век${bc ? ' до н. э.' : ''}`,
  millennium: (n, bc) => `${n}-е тысячелетие${bc ? ' до н. э.' : ''}`,
  seasons: ['весна', 'лето', 'осень', 'зима'],
  hemispheres: { north: 'северное полушарие', south: 'южное полушарие' },
  ofYear: (season, year) => `${season} ${year}`,
  partOfYear: (n, of, year, style) => {
    if (style === 'short' && of !== 3) return `${n} ${of === 4 ? 'кв.' : 'пол.'} ${year}`;
    if (of === 4) return `${n}-й квартал ${year}`;
    return of === 3 ? `${n}-я треть ${year}` : `${n}-е полугодие ${year}`;
  },
  circa: ({ text }) => `ок. ${text}`,
  span: (begin, end) => {
    const years = [begin.text, end.text].map((text) => text.replace(/ г\.$/, ''));
    if (begin.unit === 'year' && end.unit === 'year' && !years.join('').includes(' ')) return `${years.join('–')} гг.`;
    return begin.text.includes(' ') ? `${begin.text} – ${end.text}` : `${begin.text}–${end.text}`;
  },
  within: ({ genitive }) => `в течение ${genitive}`,
  from: (term) => (term.unit === 'other' ? `начало: ${term.text}` : `с ${term.genitive}`),
  until: (term) => (term.unit === 'other' ? `конец: ${term.text}` : `по ${term.text}`),
  between: (begin, end) => {
    if (begin.unit === 'other' || end.unit === 'other') return `в пределах: ${begin.text} – ${end.text}`;
    return `не ранее ${begin.genitive} и не позднее ${end.genitive}`;
  },
  orLater: 'или позже',
  orEarlier: 'или раньше',
  oneOf: 'одна из дат:',
  and: 'и',
  or: 'или',
  unknown: {
    year: 'год неизвестен',
    month: 'месяц неизвестен',
    day: 'день неизвестен',
    begin: 'начало неизвестно',
    end: 'конец неизвестен',
  },
  uncertain: {
    whole: 'под вопросом',
    year: 'год под вопросом',
    month: 'месяц под вопросом',
    day: 'день под вопросом',
    begin: 'начало под вопросом',
    end: 'конец под вопросом',
  },
  approximate: {
    year: 'год приблизительный',
    month: 'месяц приблизительный',
    day: 'день приблизительный',
  },
  noEnd: 'конец не указан',
  undated: 'без даты',
  anyTime: 'любое время',
  sameDay: 'в тот же день',
  before: (distance) => `за ${distance} до`,
  after: (distance) => `через ${distance}`,
  units: {
    day: { one: 'день', few: 'дня', other: 'дней' },
    month: { one: 'месяц', few: 'месяца', other: 'месяцев' },
    year: { one: 'год', few: 'года', other: 'лет' },
  },
};
