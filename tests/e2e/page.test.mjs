// The page as a file: it loads anywhere, says what it is without its program, and asks nothing of others.
import { accessibilityFaults, assert, DIST, serve, test, waitReady } from './harness.mjs';

test('loads and becomes ready', async ({ page, open }) => {
  await open();
  assert.equal(await page.title(), 'After the Leak');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.ok(await page.$('#app > *'), 'the mount node is empty');
});

test('asks no other host for anything', async ({ page, open, site }) => {
  const elsewhere = [];
  page.on('request', request => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site)) elsewhere.push(request.url());
  });
  await open();
  assert.deepEqual(elsewhere, []);
});

test('its policy forbids talking to other hosts', { allow: [/Content.Security.Policy|violates/i] }, async ({ page, open }) => {
  await open();
  const answer = await page.evaluate(() => fetch('http://127.0.0.2:9/').then(() => 'sent', error => error.name));
  assert.equal(answer, 'TypeError');
  assert.match(await page.$eval('meta[http-equiv=Content-Security-Policy]', meta => meta.content), /default-src 'self'/);
});

test('works in a folder of a site', async ({ page }) => {
  const server = await serve(DIST, { under: '/some/where/' });
  try {
    await page.goto(`${server.url}#v=1`);
    await waitReady(page);
    await page.goto(`${server.url}index.html`);
    await waitReady(page);
  } finally {
    await server.close();
  }
});

test('has no accessibility faults on arrival', async ({ page, open }) => {
  await open();
  assert.deepEqual(await accessibilityFaults(page), []);
});

// Firefox cannot be told to run no scripts.
test('without scripts, says what it needs', { browsers: ['chromium'] }, async ({ page, open }) => {
  await page.setJavaScriptEnabled(false);
  await open('', { wait: false });
  await page.setJavaScriptEnabled(true);
  assert.match(await page.$eval('#app', app => app.innerText), /needs JavaScript and WebAssembly/);
});

test('in a browser without SIMD, says so', async ({ page, open }) => {
  await page.evaluateOnNewDocument(() => { WebAssembly.validate = () => false; });
  await open('', { wait: false });
  assert.match(await page.$eval('#app [role=alert]', line => line.innerText), /too old .* 128-bit/);
  assert.equal(await page.evaluate(() => document.body.dataset.state), 'failed');
});

test('when its program is missing, says so', { allow: [/404/, /console: /] }, async ({ page }) => {
  const server = await serve(DIST, { without: /\.wasm$/ });
  try {
    await page.goto(server.url);
    await page.waitForSelector('#app [role=alert]');
    assert.match(await page.$eval('#app [role=alert]', line => line.innerText), /could not start \(.*\)/);
  } finally {
    await server.close();
  }
});
