import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
interface Lock {
  readonly packages: Record<string, Locked>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Locked;

/** `package path -> name` for each dependency of `lock` that Node's lookup would not find in it. */
function missing({ packages }: Lock): readonly string[] {
  const lost: string[] = [];
  for (const [path, { dependencies, optionalDependencies }] of Object.entries(packages)) {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const places = path.split('/node_modules/').map((_, at, parts) => parts.slice(0, at + 1).join('/node_modules/'));
      const found = ['', ...places].some((place) => (place ? `${place}/` : '') + `node_modules/${name}` in packages);
      if (!found) lost.push(`${path} -> ${name}`);
    }
  }
  return lost;
}

test('the lock holds every dependency it names, those of other platforms too', () => {
  expect(missing(lock)).toEqual([]);
});

test('a lock that lost a platform is told', () => {
  const [name] = Object.keys(lock.packages).filter((path) => path.endsWith('@rolldown/binding-darwin-arm64'));
  const { [name]: _, ...packages } = lock.packages;
  expect(missing({ packages })).toEqual([expect.stringContaining(name.replace('node_modules/', ''))]);
});

test('every package of the lock is pinned by its content', () => {
  const loose = Object.entries(lock.packages).filter(([path, { integrity }]) => path !== '' && !integrity);
  expect(loose).toEqual([]);
});

test('no package runs a script when it is installed, unless an optional one of another platform', () => {
  const running = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(running.filter(([, { optional }]) => !optional)).toEqual([]);
});

test('the app itself leans on six packages at most', () => {
  expect(Object.keys(manifest.dependencies ?? {}).length).toBeLessThanOrEqual(6);
});
