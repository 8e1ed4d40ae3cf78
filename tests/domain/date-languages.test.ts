import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/date';
import { dateWords, distanceWords } from '../../src/domain/date-words';
import { type Phrases, phrasesOf } from '../../src/domain/phrase-books';
import { PHRASES } from '../fixtures/phrases';

const EXAMPLES = [
  '2024-07-25',
  '2024-03-01',
  '2023-11',
  '1992~',
  '199X',
  '17XX',
  '-0044-03-15',
  '2021-21',
  '2021-33',
  '[2022-01-19..2023-11-23]',
  '[2022-01..2023-11]',
  '2022-01-06/2022-01-19',
  '2014-07/2014-08',
  '2015/2023',
  '2026-01/..',
  '/2019-05-01',
  '{1667,1670..1672}',
] as const;

function sayings(phrases: Phrases, style: 'long' | 'short'): readonly string[] {
  return EXAMPLES.map((text) => {
    const reading = readDate(text);
    return reading.ok ? dateWords(reading.date, phrases, style) : reading.message;
  });
}

describe('dateWords in other languages', () => {
  it('speaks German', () => {
    expect(sayings(PHRASES.de, 'long')).toEqual([
      'Donnerstag, 25. Juli 2024',
      'Freitag, 1. März 2024',
      'November 2023, Tag nicht bekannt',
      'ca. 1992',
      '1990er Jahre',
      '18. Jahrhundert',
      '15. März 45 v. Chr.',
      'Frühling 2021',
      '1. Quartal 2021',
      'zwischen dem 19. Januar 2022 und dem 23. November 2023',
      'zwischen Januar 2022 und November 2023',
      '6. bis 19. Januar 2022',
      'Juli bis August 2014',
      '2015 bis 2023',
      'ab Januar 2026, kein Ende angegeben',
      'bis 1. Mai 2019, Beginn nicht bekannt',
      '1667 und 1670 bis 1672',
    ]);
  });

  it('speaks French, in which the first of a month is the 1er', () => {
    expect(sayings(PHRASES.fr, 'long')).toEqual([
      'jeudi 25 juillet 2024',
      'vendredi 1er mars 2024',
      'novembre 2023, jour inconnu',
      'vers 1992',
      'années 1990',
      'XVIIIe siècle',
      '15 mars 45 av. J.-C.',
      'printemps 2021',
      '1er trimestre 2021',
      'entre le 19 janvier 2022 et le 23 novembre 2023',
      'entre janvier 2022 et novembre 2023',
      '6 au 19 janvier 2022',
      'juillet à août 2014',
      '2015 à 2023',
      'dès janvier 2026, fin non précisée',
      'jusqu’au 1er mai 2019, début inconnu',
      '1667 et 1670 à 1672',
    ]);
  });

  it('speaks Spanish', () => {
    expect(sayings(PHRASES.es, 'long')).toEqual([
      'jueves, 25 de julio de 2024',
      'viernes, 1 de marzo de 2024',
      'noviembre de 2023, día desconocido',
      'hacia 1992',
      'años 1990',
      'siglo XVIII',
      '15 de marzo de 45 a. C.',
      'primavera de 2021',
      '1.º trimestre de 2021',
      'entre el 19 de enero de 2022 y el 23 de noviembre de 2023',
      'entre enero de 2022 y noviembre de 2023',
      '6 al 19 de enero de 2022',
      'julio a agosto de 2014',
      '2015 a 2023',
      'desde enero de 2026, sin fin indicado',
      'hasta el 1 de mayo de 2019, comienzo desconocido',
      '1667 y 1670 a 1672',
    ]);
  });

  it('speaks Russian, with months in the case that the words before them ask for', () => {
    expect(sayings(PHRASES.ru, 'long')).toEqual([
      'четверг, 25 июля 2024 г.',
      'пятница, 1 марта 2024 г.',
      'ноябрь 2023 г., день неизвестен',
      'ок. 1992 г.',
      '1990-е годы',
      'XVIII век',
      '15 марта 45 г. до н. э.',
      'весна 2021 г.',
      '1-й квартал 2021 г.',
      'не ранее 19 января 2022 г. и не позднее 23 ноября 2023 г.',
      'не ранее января 2022 г. и не позднее ноября 2023 г.',
      '6–19 января 2022 г.',
      'июль–август 2014 г.',
      '2015–2023 гг.',
      'с января 2026 г., конец не указан',
      'по 1 мая 2019 г., начало неизвестно',
      '1667 г. и 1670–1672 гг.',
    ]);
  });

  it('shortens months as each language does', () => {
    expect([PHRASES.de, PHRASES.fr, PHRASES.es, PHRASES.ru].map((phrases) => sayings(phrases, 'short')[11])).toEqual([
      '6.–19. Jan. 2022',
      '6–19 janv. 2022',
      '6–19 ene 2022',
      '6–19 янв. 2022',
    ]);
  });

  it('counts as Russian does', () => {
    expect([-1, 2, 5, 21, 61, 800, 2000].map((days) => distanceWords(days, PHRASES.ru))).toEqual([
      'за 1 день до',
      'через 2 дня',
      'через 5 дней',
      'через 21 день',
      'через 2 месяца',
      'через 2 года',
      'через 5 лет',
    ]);
  });

  it('are brought by the tag of the language, in English for one without words here and for none', async () => {
    const tags = ['en-GB', 'de', 'fr-CH', 'es_MX', 'RU', 'tlh', ''];
    const { en, de, fr, es, ru } = PHRASES;
    expect(await Promise.all(tags.map(phrasesOf))).toEqual([en, de, fr, es, ru, en, en]);
  });
});
