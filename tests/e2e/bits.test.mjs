// The same bits in every browser: the page's fingerprints against those of the native and the Node.js tests.
import { readFileSync } from 'node:fs';
import { assert, test, until } from './harness.mjs';

const published = readFileSync(new URL('../fingerprints.txt', import.meta.url), 'utf8')
  .trim().split('\n').map(line => line.split(' '));

test('has the published fingerprint for every preset under three seeds', { seconds: 120 }, async ({ page, open }) => {
  await open('');
  for (const [preset, seed, fingerprint] of published) {
    await page.evaluate(words => { location.hash = words; }, `v=1&preset=${preset}&seed=${seed}`);
    const found = await until(async () => {
      const link = await page.evaluate(() => document.body.dataset.state === 'ready' && location.hash);
      const words = new URLSearchParams((link || '').slice(1));
      return words.get('preset') === preset && words.get('fp');
    }, `a fingerprint for ${preset}, ${seed}`);
    assert.equal(found, fingerprint, `${preset} under ${seed}`);
  }
  assert.ok(published.length >= 36);
});
