import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absolute path of the built app. */
    built: string;
  }
}

/** Gives tests a built app: the folder named by `DATELINE_BUILT`, or else a fresh build of its own, removed at the end. */
export default async function setup(project: TestProject) {
  const given = process.env.DATELINE_BUILT;
  const folder = resolve(given ?? `node_modules/.cache/built/${process.pid}-${project.name}`);
  project.provide('built', folder);
  if (given) return;

  const { NODE_ENV: _, ...env } = process.env;
  const vite = resolve('node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], { env });
  return () => rm(folder, { recursive: true, force: true });
}
