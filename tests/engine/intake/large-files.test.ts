import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import type { Progress } from '../../../src/engine/messages';
import { wiredEngine, type WiredEngine } from '../../fixtures/wired-engine';

const engines: WiredEngine[] = [];

afterEach(() => {
  for (const engine of engines.splice(0)) engine.close();
});

/** What comes of `bytes`, which are sent in pieces and no faster than they are dealt with. */
async function open(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const engine = wiredEngine();
  engines.push(engine);
  const told: Progress[] = [];
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.slice(at, at + 65_536);
  }
  const file = { name, size: bytes.length, bytes: pieces() };
  const result = await engine.client.open([file], undefined, (progress) => void told.push(progress)).catch(String);
  return { result, told };
}

it('of a table of many megabytes that nobody knows all is looked through, and how far that is is told', async () => {
  const line = '2024-01-01,Something that happened,and more words that say what it was about\n';
  const text = `date,title,description\n${line.repeat(120_000)}`;
  const { result, told } = await open('large.csv', new TextEncoder().encode(text));
  expect(result).toMatchObject({ survey: { rows: 120_000 } });
  expect(told.length).toBeGreaterThan(20);
});

it('a workbook of many megabytes comes whole before it is read', async () => {
  const bytes = new Uint8Array(9_000_000);
  bytes.set([0x50, 0x4b, 3, 4]);
  const { result } = await open('large.xlsx', bytes);
  expect(result).toMatch(/cut off or broken/);
});

it('of a workbook it is told when all bytes have come that how long it takes is not known', async () => {
  const { told } = await open('a.xlsx', new Uint8Array(readFileSync('tests/fixtures/formats/xlsx/events.xlsx')));
  const phases = told.map(({ phase, total }) => `${phase} ${total > 0}`);
  expect(phases.slice(0, 2)).toEqual(['reading true', 'arranging false']);
  expect(told.length).toBeLessThan(20);
});
