/** Which floors a floor may import from, itself included; `root` is `src/main.ts` and `src/App.svelte`. */
export const FLOORS: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  engine: ['domain', 'engine'],
  state: ['domain', 'engine', 'state'],
  render: ['domain', 'engine', 'render'],
  views: ['domain', 'engine', 'state', 'render', 'views'],
  root: ['domain', 'engine', 'state', 'render', 'views', 'root'],
};

/** Who may import which package: files, or folders with a slash at the end. What is not named here nobody may. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  dayjs: ['src/domain/calendar-words.ts'],
  d3: ['src/engine/scale.ts', 'src/engine/ticks.ts', 'src/views/attach/'],
  'fuse.js': ['src/engine/names.ts'],
  svelte: ['src/state/', 'src/views/', 'src/main.ts', 'src/App.svelte'],
};

/** The worker is started by its URL, from one file. */
export const WORKER = { path: 'src/engine/worker', from: 'src/state/spawn-worker.ts' };

/** `domain` for `src/domain/date.ts`, `root` for `src/main.ts`, null outside of `src/`. */
export function floorOf(path: string): string | null {
  const [src, first, ...rest] = path.split('/');
  if (src !== 'src') return null;
  return rest.length === 0 ? 'root' : first;
}
