import { describe, expect, it } from 'vitest';
import { isFunctionWord, skeletonOf } from '../../../src/engine/search/text/spelling';
import { foldText } from '../../../src/engine/search/text/tokens';
import { formsOf, verbFormsOf } from '../../../src/engine/search/text/word-forms';

describe('skeletonOf', () => {
  const alike = [
    ['Lukashenko', 'Lukashenka', 'Лукашенко', 'Лукашэнка'],
    ['Tasmagambetov', 'Tasmaghambetov', 'Тасмағамбетов', 'Tasmagambetoff'],
    ['Tokayev', 'Toqaev', 'Токаев', 'Tokaev'],
    ['Rahmon', 'Rakhmon', 'Рахмон'],
    ['Japarov', 'Zhaparov', 'Жапаров', 'Djaparov', 'Dzhaparov'],
    ['Jeenbekov', 'Zheenbekov', 'Жээнбеков'],
    ['Zas', 'Zass', 'Зась'],
    ['Sergei', 'Sergey', 'Сергей', 'Serghei'],
    ['Yuri', 'Yury', 'Юрий', 'Iurii'],
    ['Badalyan', 'Badalian', 'Бадалян'],
    ['Tajikistan', 'Tadzhikistan', 'Таджикистан'],
    ['Viktor', 'Victor'],
    ['Kyrgyz', 'Kirghiz'],
    ['Stanislav', 'Stanislau', 'Станіслаў'],
  ];
  it.each(alike)('is the same for %s and its other spellings', (...names) => {
    expect(new Set(names.map((name) => skeletonOf(foldText(name)))).size).toBe(1);
  });

  it('tells ordinary words apart', () => {
    const words = [
      'session',
      'mission',
      'season',
      'treaty',
      'trade',
      'state',
      'statue',
      'force',
      'police',
      'palace',
      'minsk',
    ];
    expect(new Set(words.map(skeletonOf)).size).toBe(words.length);
  });

  it('leaves words with figures and in other scripts as they are', () => {
    expect(['t72', 'հայաստան', '安'].map(skeletonOf)).toEqual(['t72', 'հայաստան', '安']);
  });
});

describe('formsOf', () => {
  it.each([
    ['treaty', 'treaties'],
    ['exercises', 'exercise'],
    ['defense', 'defence'],
    ['organization', 'organisations'],
    ['centre', 'center'],
    ['programme', 'programs'],
    ['boycott', 'boycotts'],
    ['crises', 'crisis'],
  ])('knows from %s of %s, and back', (one, other) => {
    expect(formsOf(one)).toContain(other);
  });

  it('gives nothing for short words and figures, and never the word itself', () => {
    expect([...formsOf('zas'), ...formsOf('2022'), ...formsOf('t7200')]).toEqual([]);
    for (const word of ['status', 'crisis', 'class', 'states']) expect(formsOf(word)).not.toContain(word);
  });
});

describe('verbFormsOf', () => {
  it.each([
    ['cancelled', 'cancels'],
    ['created', 'creating'],
    ['freeze', 'frozen'],
    ['meets', 'met'],
    ['ratified', 'ratifies'],
    ['planned', 'plan'],
    ['left', 'leaves'],
  ])('knows from %s of %s', (one, other) => {
    expect(verbFormsOf(one)).toContain(other);
  });
});

it('takes words that hold a sentence together for what they are, but not those that turn it round', () => {
  expect(['the', 'in', 'when'].every(isFunctionWord)).toBe(true);
  expect(['not', 'without', 'against', 'no'].some(isFunctionWord)).toBe(false);
});
