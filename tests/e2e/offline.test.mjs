// After the first visit the page works offline, and a newer page is seen at the next visit.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, DIST, serve, test, until, waitReady } from './harness.mjs';

// The browser's own words about a server that is gone.
const GONE = [/ERR_|NetworkError|Failed to fetch|refused/i];

// The addresses that each stored version holds.
const stored = page => page.evaluate(async () => {
  const names = await caches.keys();
  return Promise.all(names.map(async name => (await (await caches.open(name)).keys()).map(request => request.url)));
});

const files = text => JSON.parse(text.match(/const FILES = (\[.*\]);/)[1]);

test('opens offline after the first visit, with everything it needs', { allow: GONE }, async ({ page }) => {
  const server = await serve(DIST);
  try {
    await page.goto(server.url);
    await waitReady(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  } finally {
    await server.close();
  }
  const list = files(readFileSync(join(DIST, 'sw.js'), 'utf8'));
  assert.deepEqual((await stored(page)).flat().sort(), list.map(name => new URL(name, server.url).href).sort());
  await page.reload();
  await waitReady(page);
  await page.goto(`${server.url}#seed=amber-falcon-tide`);
  await waitReady(page);
});

test('shows a newer page at the next visit, and offline after that', { allow: GONE }, async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  cpSync(DIST, folder, { recursive: true });
  const server = await serve(folder);
  try {
    await page.goto(server.url);
    await waitReady(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    edit(join(folder, 'index.html'), '<title>', '<title>Newer: ');
    edit(join(folder, 'sw.js'), "const VERSION = '", "const VERSION = 'newer-");
    await page.reload();
    await waitReady(page);
    assert.match(await page.title(), /^Newer: /);

    await until(async () => (await stored(page)).length === 2, 'the newer version being stored');
    await until(() => page.evaluate(async () => {
      const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
      return !installing && !waiting && active.state === 'activated';
    }), 'the newer version taking over');
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
  await page.reload();
  await waitReady(page);
  assert.match(await page.title(), /^Newer: /);
});

function edit(path, from, to) {
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}
