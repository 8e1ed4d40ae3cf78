import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/formats/table';
import { columnNames, headerKey } from '../../../src/engine/mapping/header-names';
import type { Survey } from '../../../src/engine/mapping/mapping';
import { noDateSentence } from '../../../src/engine/mapping/no-date';
import { roleByName } from '../../../src/engine/mapping/roles-by-name';
import { surveying } from '../../../src/engine/mapping/survey';

function surveyOf(header: readonly string[], rows: readonly (readonly Cell[])[]): Survey {
  const survey = surveying('table.csv', header);
  for (const [index, cells] of rows.entries()) survey.add({ cells, spot: { line: index + 2, column: 1 } });
  return survey.survey();
}

describe('roleByName', () => {
  it.each([
    [
      'date',
      [
        'Date',
        'Start',
        'start_date',
        'StartDate',
        'When',
        'Event date',
        'Date of event',
        'Timestamp',
        'Начало',
        'Дата события',
        'Datum',
        'Beginn',
        'Fecha',
        'Fecha de inicio',
        'Date de début',
        'Début',
        'Quand',
        'datetime',
        'Datum des Ereignisses',
      ],
    ],
    [
      'end',
      [
        'End',
        'End Date',
        'end_time',
        'Until',
        'Date to',
        'Ende',
        'Enddatum',
        'Конец',
        'Дата окончания',
        'Fin',
        'Date de fin',
        'Fecha fin',
        'Fecha de fin',
        'Bis',
      ],
    ],
    [
      'reported',
      [
        'Reported',
        'Published',
        'Publication date',
        'published_at',
        'Report date',
        'Дата публикации',
        'Опубликовано',
        'Veröffentlicht',
        'Date de publication',
        'Fecha de publicación',
      ],
    ],
    [
      'title',
      [
        'Title',
        'Event',
        'Headline',
        'Event name',
        'Событие',
        'Заголовок',
        'Ereignis',
        'Titel',
        'Titre',
        'Événement',
        'Título',
        'Evento',
        'Name',
        'Название',
      ],
    ],
    [
      'summary',
      ['Summary', 'Description', 'Details', 'Описание', 'Beschreibung', 'Résumé', 'Descripción', 'Text', 'Текст'],
    ],
    [
      'actors',
      [
        'Actors',
        'People',
        'Participants',
        'Who',
        'Organisation',
        'Organizations',
        'Участники',
        'Beteiligte',
        'Acteurs',
        'Personnes',
        'Actores',
        'Actor 1',
        'Персоны',
      ],
    ],
    [
      'topics',
      [
        'Tags',
        'Topic',
        'Category',
        'Theme',
        'Темы',
        'Категория',
        'Thema',
        'Schlagwörter',
        'Mots-clés',
        'Catégorie',
        'Categoría',
        'Etiquetas',
      ],
    ],
    ['type', ['Type', 'Kind', 'Event type', 'Тип', 'Art', 'Tipo']],
    [
      'place',
      [
        'Place',
        'Location',
        'Where',
        'Country',
        'City',
        'Место',
        'Страна',
        'Ort',
        'Land',
        'Lieu',
        'Pays',
        'Lugar',
        'País',
      ],
    ],
    ['source title', ['Source', 'Publisher', 'Источник', 'Quelle', 'Fuente', 'source_name']],
    ['source url', ['URL', 'Link', 'Source URL', 'source_link', 'Ссылка', 'Lien', 'Enlace']],
    ['id', ['ID', 'event_id', 'UID', '№', 'Nr.']],
  ] as const)('takes for %s what five languages call so', (role, names) => {
    expect(names.map((name) => [name, roleByName(name)?.role])).toEqual(names.map((name) => [name, role]));
  });

  it('says nothing of other names', () => {
    expect(['Casualties', 'foo', 'Amount (USD)', 'Updated', ''].map(roleByName)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('names of columns', () => {
  it('are given to blank ones, and made different', () => {
    expect(columnNames(['Date', ' ', 'Date', 'Date (2)', 'column 2', ' a  b '])).toEqual([
      'Date',
      'column 2',
      'Date (2)',
      'Date (2) (2)',
      'column 2 (2)',
      'a b',
    ]);
  });

  it('give the same key whatever their case and space, and another in another order', () => {
    expect(headerKey(['Date', 'Event '])).toBe(headerKey(['DATE', 'event']));
    expect(headerKey(['Date', 'Event'])).not.toBe(headerKey(['Event', 'Date']));
    expect(headerKey(['a|b', 'c'])).not.toBe(headerKey(['a', 'b|c']));
  });
});

describe('surveying', () => {
  it('counts, samples and guesses by names', () => {
    const survey = surveyOf(
      ['Date', 'Event', 'People', 'Link'],
      [
        ['13/04/2024', 'A fire', 'Ann; Bob', 'https://a.example'],
        ['3/4/2024', 'A flood', 'Bob', null],
      ],
    );
    expect(survey).toMatchObject({ file: 'table.csv', rows: 2, key: 'date | event | people | link' });
    expect(survey.columns.map(({ name, filled, guess, separator }) => [name, filled, guess, separator])).toEqual([
      ['Date', 2, 'date', ''],
      ['Event', 2, 'title', ''],
      ['People', 2, 'actors', ';'],
      ['Link', 1, 'source url', ''],
    ]);
    expect(survey.columns[2].samples).toEqual(['Ann; Bob', 'Bob']);
    expect(survey.dayOrder).toEqual({ order: 'day first', examples: ['13/04/2024', '3/4/2024'] });
    expect(survey.mapping).toEqual({
      roles: ['date', 'title', 'actors', 'source url'],
      separators: ['', '', ';', ''],
      joiner: ', ',
      dayOrder: 'day first',
    });
    expect(survey.firstSpots).toEqual([
      { line: 2, column: 1 },
      { line: 3, column: 1 },
    ]);
  });

  it('guesses by content where names say nothing', () => {
    const long = 'A long text that tells at length what happened on that day, where it was, and who saw it. ';
    const rows = Array.from({ length: 40 }, (_, i): Cell[] => [
      `${1 + (i % 28)} May 2024`,
      `Something happened ${i}`,
      `${long}${i}`,
      `https://a.example/${i}`,
      ['fire; sea', 'sea', 'flood'][i % 3],
      ['attack', 'protest'][i % 2],
      i * 7,
      null,
    ]);
    const survey = surveyOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], rows);
    expect(survey.mapping.roles).toEqual([
      'date',
      'title',
      'summary',
      'source url',
      'topics',
      'type',
      'keep',
      'ignore',
    ]);
  });

  it('takes a description for the title where there is nothing else', () => {
    expect(surveyOf(['Date', 'Description'], [['2024', 'What happened']]).mapping.roles).toEqual(['date', 'title']);
  });

  it('gives one column of several to a role of one, and the others go along', () => {
    const survey = surveyOf(['Start date', 'Date', 'Title', 'Event'], [['2024', '2025', 'a', 'b']]);
    expect(survey.mapping.roles).toEqual(['date', 'keep', 'title', 'keep']);
  });

  it('joins year, month and day, and a day with its time', () => {
    expect(surveyOf(['Year', 'Month', 'Day', 'Title'], [['2024', '5', '1', 'a']]).mapping.roles).toEqual([
      'date',
      'date',
      'date',
      'title',
    ]);
    expect(surveyOf(['Date', 'Time', 'Title'], [['1 May 2024', '10:30', 'a']]).mapping.roles).toEqual([
      'date',
      'date',
      'title',
    ]);
  });

  it('takes no column of repeated values for ids', () => {
    expect(
      surveyOf(
        ['id', 'title'],
        [
          ['1', 'a'],
          ['2', 'b'],
        ],
      ).mapping.roles,
    ).toEqual(['id', 'title']);
    expect(
      surveyOf(
        ['id', 'title'],
        [
          ['1', 'a'],
          ['1', 'b'],
        ],
      ).mapping.roles,
    ).toEqual(['keep', 'title']);
  });

  it('asks where the columns of dates do not tell their order', () => {
    const { dayOrder, mapping } = surveyOf(['Date', 'Title'], [['3/4/2024', 'a']]);
    expect([dayOrder, mapping.dayOrder]).toEqual([{ order: 'not told', examples: ['3/4/2024'] }, null]);
  });

  it('lets one column of dates speak for another', () => {
    const { dayOrder } = surveyOf(['Start', 'End', 'Title'], [['3/4/2024', '3/14/2024', 'a']]);
    expect(dayOrder.order).toBe('month first');
  });

  it('tells serial numbers under a name that says date', () => {
    const { columns } = surveyOf(
      ['Date', 'Title'],
      [
        [45000, 'a'],
        [45001.25, 'b'],
      ],
    );
    expect(columns[0].dates).toMatchObject({ numbers: 'serial', readable: 2 });
  });

  it('says what it looked for when no column holds dates', () => {
    const survey = surveyOf(['foo', 'bar'], [['a', 'b']]);
    expect(noDateSentence(survey)).toContain('No column of dates was found: looked for a name such as date');
    expect(noDateSentence(survey)).toContain('"foo", "bar"');
    expect(noDateSentence(surveyOf(['date', 'bar'], [['2024', 'b']]))).toBeNull();
  });

  it('looks through a million cells, and keeps 200 rows', () => {
    const survey = surveying('big.csv', ['Date', 'Title', 'Tags', 'Place']);
    for (let i = 0; i < 250_000; i += 1) {
      survey.add({
        cells: [`${1 + (i % 12)}/${1 + (i % 12)}/2024`, `Title ${i}`, 'a;b', 'Rome'],
        spot: { line: i + 2, column: 1 },
      });
    }
    survey.add({ cells: ['12/31/2024', 'The last', null, null], spot: { line: 250_002, column: 1 } });
    const found = survey.survey();
    expect(found.rows).toBe(250_001);
    expect(found.first).toHaveLength(200);
    expect(found.columns.map(({ filled }) => filled)).toEqual([250_001, 250_001, 250_000, 250_000]);
    expect(found.columns[0].dates?.readable).toBe(250_001);
    expect(found.columns[1].samples).toHaveLength(5);
  });
});
