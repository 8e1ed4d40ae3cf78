import { describe, expect, test } from 'vitest';
import { csv } from '../../../src/engine/exporting/csv';
import { deneutralised, joined, neutralised, parted, plainCell } from '../../../src/engine/formats/dateline-columns';
import { xlsx } from '../../../src/engine/exporting/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { fileOf, selectionFrom } from '../../fixtures/selection';
import { chronologyOf } from '../../fixtures/events';

const { chronology } = chronologyOf([], { actors: [{ id: 'ann', name: 'Ann; A.' }], topics: [{ id: 'war' }] });
const PLAIN = { raw: false, mark: false };

/** Lines of a table without quoted line breaks, its cells by column. */
const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [header, ...lines] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
};

describe('a table in CSV', () => {
  test('has its lines end as RFC 4180 has it, and quotes only where a sign means something', async () => {
    const events = [{ id: 'a', title: 'Say "no", then\ngo', place: 'Ash ', type: 'x' }];
    const { text } = await fileOf(csv(selectionFrom(chronology, events), PLAIN));
    const [header, row] = text.split('\r\n');
    expect(header.startsWith('id,title,date,reported,summary')).toBe(true);
    expect(row.startsWith('a,"Say ""no"", then\ngo",,,,')).toBe(true);
    expect(row).toContain(',x,"Ash ",');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('has a byte order mark where it is wanted', async () => {
    const of = async (mark: boolean) => (await fileOf(csv(selectionFrom(chronology, []), { raw: false, mark }))).bytes;
    expect([...(await of(true)).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...(await of(false)).slice(0, 3)]).toEqual([...new TextEncoder().encode('id,')]);
  });

  const RUN = ['=1+1', '+1', '-1+2', '@SUM(A1)', '＝1', '\t=1'];
  test.each(RUN)('has no cell that a spreadsheet would run: %j', async (text) => {
    const events = [{ id: 'a', title: text, [text]: text }];
    const { text: safe } = await fileOf(csv(selectionFrom(chronology, events), PLAIN));
    const cells = safe
      .trimEnd()
      .split(/,|\r\n/)
      .map((cell) => cell.replaceAll('"', ''));
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell === `'${text}`)).toHaveLength(3);
    const { text: raw } = await fileOf(csv(selectionFrom(chronology, events), { raw: true, mark: false }));
    expect(
      raw
        .replaceAll('"', '')
        .split(/,|\r\n/)
        .filter((cell) => cell === text),
    ).toHaveLength(3);
  });

  test('leaves numbers below zero in columns of their own, and there alone', async () => {
    const { text } = await fileOf(csv(selectionFrom(chronology, [{ id: 'a', title: '-5', scale: -5.25 }]), PLAIN));
    expect(text.split('\r\n')[1]).toMatch(/^a,'-5,.*,-5\.25$/);
  });

  test('names people, with their ids and roles beside', async () => {
    const events = [{ id: 'a', title: 'A', actors: ['ann', { id: 'bob', role: 'host' }], topics: ['war'] }];
    const [row] = rowsOf((await fileOf(csv(selectionFrom(chronology, events), PLAIN))).text);
    expect(row).toMatchObject({
      actors: '"Ann\\; A.; bob"',
      actor_ids: '"ann; bob"',
      actor_roles: '"; host"',
      topics: 'war',
      topic_ids: '',
    });
  });

  test("has a column for each key of the events' own, after all others, and one for a name that is taken", async () => {
    const events = [
      { id: 'a', title: 'A', killed: 3, actor_ids: 'mine' },
      { id: 'b', title: 'B', region: 'North', more: ['x', { y: 1 }] },
    ];
    const { text, notes } = await fileOf(csv(selectionFrom(chronology, events), PLAIN));
    expect(text.split('\r\n')[0].split(',').slice(-4)).toEqual(['killed', 'actor_ids (own)', 'region', 'more']);
    expect(text).toContain(',3,mine,,\r\n');
    expect(text).toContain(',,,North,"[""x"",{""y"":1}]"\r\n');
    expect(notes).toEqual([]);
  });

  test('keeps a date that could not be read as it was found', async () => {
    const events = [{ id: 'a', title: 'A', date: 'last week' }];
    const [row] = rowsOf((await fileOf(csv(selectionFrom(chronology, events), PLAIN))).text);
    expect(row.date).toBe('last week');
  });

  test('has 500 keys of their own at most, and tells how many more there were', async () => {
    const many = Object.fromEntries(Array.from({ length: 503 }, (_, at) => [`k${at}`, at]));
    const { text, notes } = await fileOf(csv(selectionFrom(chronology, [{ id: 'a', title: 'A', ...many }]), PLAIN));
    expect(text.split('\r\n')[0].split(',').slice(-1)).toEqual(['k499']);
    expect(notes).toEqual(['3 keys beyond the first 500 of your own have no column.']);
  });

  test('counts events twice, once for the columns and once for the rows, and ends with all', async () => {
    const events = ['a', 'b'].map((id) => ({ id, title: id }));
    const { done } = await fileOf(csv(selectionFrom(chronology, events), PLAIN));
    expect(done).toEqual([0.5, 1, 1, 1.5, 2]);
  });

  test('has the rows that are selected, in their order', async () => {
    const events = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id }));
    const rows = rowsOf((await fileOf(csv(selectionFrom(chronology, events, { only: [3, 1] }), PLAIN))).text);
    expect(rows.map(({ id }) => id)).toEqual(['b', 'd']);
  });
});

describe('the items of a list in a cell', () => {
  test.each([[['a', 'b']], [['a;b', 'c\\', ' d ']], [['', '']], [['\\;']], [[]]])('%j are the same again', (items) => {
    expect(parted(joined(items))).toEqual(items);
  });

  test('may be written as people do', () => {
    expect(parted('a;b;  c;C:\\d')).toEqual(['a', 'b', ' c', 'C:\\d']);
  });
});

test.each(['=a', "'=a", "''=a", "'a", 'a', "'", ''])(
  'an apostrophe before %j is taken away again, and no other',
  (cell) => {
    expect(deneutralised(neutralised(cell))).toBe(cell);
    expect(deneutralised(plainCell(cell))).toBe(cell);
  },
);

describe('a workbook', () => {
  test('has the same table, every cell a text', async () => {
    const events = [{ id: '1', title: '=1+1', date: '2024-01-02', killed: 3 }];
    const { bytes } = await fileOf(xlsx(selectionFrom(chronology, events), () => null));
    const { sheets } = await readXlsx(bytes);
    const [header, row] = sheets[0].rows;
    expect(header.slice(0, 3)).toEqual(['id', 'title', 'date']);
    expect(row.slice(0, 3)).toEqual(['1', '=1+1', '2024-01-02']);
    expect(row.at(-1)).toBe('3');
  });

  test('tells of cells that are longer than a cell may be', async () => {
    const events = [{ id: 'a', title: 'A', own: 'x'.repeat(40_000) }];
    const { notes } = await fileOf(xlsx(selectionFrom(chronology, events), () => null));
    expect(notes).toEqual(['One cell was longer than the 32,767 characters that a cell holds: the rest is cut.']);
  });

  test('lets the page have its turn before each row', async () => {
    let turns = 0;
    const events = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
    const rest = () => {
      turns += 1;
      return Promise.resolve();
    };
    await fileOf(xlsx(selectionFrom(chronology, events), rest));
    expect(turns).toBe(4);
  });
});
