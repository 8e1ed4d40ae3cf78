import { expect, test } from 'vitest';
import { openApp } from './app';

test('the app starts from a sub-path, worker and all, without one report', async () => {
  const page = await openApp();
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
  await expect.poll(() => page.title()).toMatch(/318/);
  expect(page.workers().length).toBe(1);
});

test('the policy is in force: no markup from text, no inline script, no worker but the engine, no other host', async () => {
  const page = await openApp('', { expected: /./ });
  const refused = await page.evaluate(async () => {
    const reports: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => reports.push(event.effectiveDirective));
    const throws = (act: () => unknown) => {
      try {
        act();
        return 'allowed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const markup = throws(() => (document.createElement('p').innerHTML = '<b>a</b>'));
    const worker = throws(() => new Worker('data:text/javascript,1'));
    const host = await fetch('http://localhost:9/').then(
      () => 'allowed',
      (error: unknown) => (error as Error).name,
    );
    const style = document.createElement('p');
    style.setAttribute('style', 'color: red');
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { markup, worker, host, style: style.style.color, reports };
  });
  expect(refused).toMatchObject({ markup: 'TypeError', worker: 'TypeError', host: 'TypeError', style: '' });
  expect(refused.reports).toContain('connect-src');
});

test('without JavaScript a sentence says so and the data is one click away', async () => {
  // The browser asks for /favicon.ico beside a file that is no page.
  const page = await openApp('', { context: { javaScriptEnabled: false }, expected: /404/ });
  const box = await page.locator('noscript p').first().boundingBox();
  expect(box).not.toBeNull();
  expect(box!.y + box!.height).toBeLessThan(900);
  await page.locator('noscript a').click();
  expect(await page.locator('body').innerText()).toContain('dateline/1');
});
