import { afterEach, expect, test } from 'vitest';
import { carried, isCopy, takeView } from '../../src/state/carried';

function carry(text: string, view = '') {
  const block = document.createElement('script');
  block.type = 'application/json';
  block.id = 'chronology';
  block.textContent = text;
  block.setAttribute('data-view', view);
  document.body.append(block);
}

async function textOf() {
  const [{ bytes }] = await carried()!.read(new AbortController().signal);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const piece of bytes) text += decoder.decode(piece);
  return text;
}

afterEach(() => {
  document.getElementById('chronology')?.remove();
  location.hash = '';
});

test('a site carries nothing', () => {
  expect(carried()).toBeNull();
  expect(isCopy()).toBe(false);
  takeView();
  expect(location.hash).toBe('');
});

test('a copy gives the bytes of what it carries, no character of it in halves', async () => {
  const text = JSON.stringify('a'.repeat(999_998) + '🙂'.repeat(600_000));
  carry(text);
  expect(isCopy()).toBe(true);
  expect((await textOf()) === text).toBe(true);
  expect((await textOf()) === text).toBe(true);
});

test('its view is that of an address which says none', () => {
  carry('{}', 'actor=zas&lanes=topic');
  takeView();
  expect(location.hash).toBe('#actor=zas&lanes=topic');
  location.hash = 'lanes=none';
  takeView();
  expect(location.hash).toBe('#lanes=none');
});
