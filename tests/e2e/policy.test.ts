import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';

test('the app starts from a sub-path, worker and all, without one report', async () => {
  const page = await openApp();
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
  await expect.poll(() => page.title()).toMatch(/318/);
  expect(page.workers().length).toBe(1);
});

test('the policy is in force: no markup and no code from text, no worker but the engine, no other host', async () => {
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
    // Not before: while a debugger's own call runs, code from text is let through.
    const script = throws(() => window.eval('1'));
    return { markup, worker, script, host, style: style.style.color, reports };
  });
  expect(refused).toMatchObject({
    markup: 'TypeError',
    worker: 'TypeError',
    script: 'EvalError',
    host: 'TypeError',
    style: '',
  });
  expect(refused.reports).toContain('connect-src');
});

test('where WebAssembly is refused, all is counted as where it is allowed', async () => {
  const counted = async (page: Page): Promise<string[]> => {
    const values = page.getByRole('button', { name: /, [\d,]+ events?/ });
    await values.first().waitFor();
    const names = await values.evaluateAll((all) => all.map((value) => value.getAttribute('aria-label') ?? ''));
    return [await page.title(), ...names];
  };
  const link = 'topic=exercises&type=!statement&from=2012';
  const allowed = await counted(await openApp(link));
  const refused = await openApp(link, {
    // The browser tells on its console what it refused.
    expected: /WebAssembly/,
    prepare: (page) =>
      page.route('**/*', async (route) => {
        if (route.request().resourceType() !== 'document') return route.continue();
        const response = await route.fetch();
        return route.fulfill({ response, body: (await response.text()).replace('wasm-unsafe-eval', 'report-sample') });
      }),
  });
  const compiled = await refused.evaluate(async () => {
    // What a debugger's own call compiles is let through.
    await new Promise((resolve) => setTimeout(resolve));
    return WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
      () => 'allowed',
      (error: unknown) => (error as Error).name,
    );
  });
  expect(compiled).toBe('CompileError');
  expect(await counted(refused)).toEqual(allowed);
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
