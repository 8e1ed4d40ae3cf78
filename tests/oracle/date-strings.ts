/** A seeded source of numbers from 0 to below 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Distinct strings of every feature of EDTF (or only of `kind`), right and wrong; `each` of every kind are drawn. */
export function edtfStrings(seed: number, each: number, only?: string): readonly string[] {
  const draw = drawing(seeded(seed));
  const strings = new Set<string>();
  for (const kind of only === undefined ? Object.values(draw) : [draw[only]]) {
    for (let i = 0; i < each; i += 1) strings.add(kind());
  }
  return [...strings];
}

function drawing(random: () => number): Record<string, () => string> {
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)];
  const two = (n: number): string => String(n).padStart(2, '0');
  const year = (): string =>
    pick([
      () => String(1000 + below(1100)),
      () => String(1890 + below(140)),
      () => String(below(10000)).padStart(4, '0'),
      () => `-${String(1 + below(9999)).padStart(4, '0')}`,
      () => pick(['0000', '0001', '0099', '0100', '9999', '1900', '2000', '2024', '-0001', '-0044']),
    ])();
  const month = (): string => two(1 + below(12));
  const monthLoose = (): string => two(below(14));
  const day = (): string => two(1 + below(28));
  const dayLoose = (): string => two(pick([0, 1, 15, 28, 29, 29, 30, 31, 31, 32]));
  const date = (): string => pick([year, () => `${year()}-${month()}`, () => `${year()}-${month()}-${day()}`])();
  const mark = (): string => pick(['?', '~', '%']);
  const maybe = (text: () => string): string => (random() < 0.4 ? text() : '');
  const time = (): string => `${two(below(24))}:${two(below(60))}:${two(below(60))}`;
  const zone = (): string =>
    pick(
      [
        'Z',
        'Z',
        () => `+${two(below(14))}:${two(below(60))}`,
        () => `-${two(1 + below(11))}:${two(below(60))}`,
        '+05',
        '-11',
      ].map((z) => (typeof z === 'string' ? z : z())),
    );
  const masked = (text: string): string => text.replace(/\d/g, (digit) => (random() < 0.35 ? 'X' : digit));
  const unspecified = (): string =>
    pick([
      () => `${year().slice(0, -1)}X`,
      () => `${year().slice(0, -2)}XX`,
      () => `${year()}-XX`,
      () => `${year()}-XX-XX`,
      () => `${year()}-${month()}-XX`,
      () => masked(year()),
      () => masked(`${year()}-${month()}`),
      () => masked(`${year()}-${month()}-${day()}`),
      () => `${masked(year())}-${month()}-${day()}`,
      () => `${year()}-${month()}-${masked(dayLoose())}`,
    ])();
  const season = (): string => `${year()}-${20 + below(23)}`;
  const parts = (): string =>
    `${maybe(mark)}${year()}${maybe(mark)}-${maybe(mark)}${month()}${maybe(mark)}${random() < 0.6 ? `-${maybe(mark)}${day()}${maybe(mark)}` : ''}`;
  const side = (): string =>
    pick([date, date, date, () => date() + mark(), unspecified, parts, () => '..', () => ''])();
  const entry = (): string => pick([date, date, unspecified, () => date() + mark()])();
  const range = (): string =>
    pick([() => `${year()}..${year()}`, () => `${year()}-${month()}..${year()}-${month()}`])();
  const entries = (): string => {
    const list = Array.from({ length: 1 + below(4) }, () => pick([entry, entry, range])());
    return `${random() < 0.2 ? '..' : ''}${list.join(',')}${random() < 0.2 ? '..' : ''}`;
  };
  return {
    year,
    month: () => `${year()}-${monthLoose()}`,
    day: () => `${year()}-${month()}-${day()}`,
    endOfMonth: () => `${year()}-${pick(['02', '02', month()])}-${dayLoose()}`,
    qualified: () => date() + mark(),
    parts,
    unspecified,
    unspecifiedAndQualified: () => unspecified() + mark(),
    season,
    seasonMore: () =>
      pick([() => season() + mark(), () => masked(year()) + season().slice(-3), () => `${season()}/${season()}`])(),
    zoned: () => `${year()}-${month()}-${day()}T${time()}${zone()}`,
    unzoned: () => `${year()}-${month()}-${day()}T${time()}`,
    odd: () =>
      `${year()}-${month()}-${day()}T${pick([time(), '24:00', '24:00:00', '24:30:00', '12:60:00', '23:59:60', '10:10', '10', '10:10:10.5', '10:10:10.123'])}${pick(['Z', zone(), '+15:00'])}`,
    span: () => `${side()}/${side()}`,
    spanInOrder: () => [date(), date()].sort().join('/'),
    spanOfTimes: () => `${year()}-${month()}-${day()}T${time()}Z/${year()}-${month()}-${day()}T${time()}Z`,
    oneOf: () => `[${entries()}]`,
    allOf: () => `{${entries()}}`,
    far: () =>
      `Y${pick(['', '-'])}${pick(['', '', '0'])}${1 + below(9)}${String(below(10 ** (1 + below(9))))}${random() < 0.1 ? mark() : ''}`,
    exponent: () => `Y${pick(['', '-'])}${below(50)}E${below(14)}`,
    significant: () => `${pick([year(), `Y${12000 + below(90000)}`])}S${1 + below(4)}`,
    short: () =>
      `${pick(['', '-'])}${String(below(1000))
        .slice(0, 1 + below(3))
        .padStart(1 + below(3), '0')}${maybe(mark)}`,
    digits: () => String(10000 + below(10 ** (5 + below(4)))),
    broken: () => {
      const text = pick([date, parts, unspecified, () => `${side()}/${side()}`, () => `[${entries()}]`])();
      const at = below(text.length + 1);
      return (
        text.slice(0, at) +
        pick(['', 'X', 'x', '-', '/', ' ', '.', '?', 'T', '0', ',', ']']) +
        text.slice(at + below(2))
      );
    },
  };
}
