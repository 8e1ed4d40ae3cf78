/** Which floors a floor may import from, itself included; `root` is `src/main.ts` and `src/App.svelte`. `src/fonts` holds no code. */
export const FLOORS: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  engine: ['domain', 'engine'],
  state: ['domain', 'engine', 'state'],
  render: ['domain', 'engine', 'render'],
  views: ['domain', 'engine', 'state', 'render', 'views'],
  root: ['domain', 'engine', 'state', 'render', 'views', 'root', 'fonts'],
};

/** Who may import which package: files, or folders with a slash at the end. What is not named here nobody may. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  dayjs: ['src/domain/wording/'],
  papaparse: ['src/engine/formats/'],
  'ical.js': ['src/engine/formats/'],
  hucre: ['src/engine/formats/', 'src/engine/exporting/'],
  d3: ['src/engine/scale.ts', 'src/engine/ticks.ts', 'src/views/attach/'],
  'fuse.js': ['src/engine/names.ts'],
  'virtual:engine-url': ['src/state/spawn-worker.ts'],
  svelte: ['src/state/', 'src/views/', 'src/main.ts', 'src/App.svelte'],
};

/** Nobody imports it: the build makes it an entry of its own and hands out its URL as `virtual:engine-url`. */
export const WORKER = 'src/engine/worker';

/** `domain` for `src/domain/date.ts`, `root` for `src/main.ts`, null outside of `src/`. */
export function floorOf(path: string): string | null {
  const [src, first, ...rest] = path.split('/');
  if (src !== 'src') return null;
  return rest.length === 0 ? 'root' : first;
}
