// Runs the browser tests: every *.test.mjs beside this file, in Chromium and in Firefox.
//
//   node tests/e2e/run.mjs [--browser chromium|firefox] [--match WORDS] [--site URL]
//
// --match runs only the tests whose name contains the words. --site tests a page that is already served.
// Ends with "browser tests: N passed and N failed" and exits 1 when any failed or none ran.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BROWSERS, declareIn, DIST, launch, ROOT, run, serve, tests } from './harness.mjs';

const { values: options } = parseArgs({
  options: { browser: { type: 'string' }, match: { type: 'string' }, site: { type: 'string' } },
});

const here = dirname(fileURLToPath(import.meta.url));
for (const name of readdirSync(here).filter(name => name.endsWith('.test.mjs')).sort()) {
  declareIn(name.replace('.test.mjs', ''));
  await import(join(here, name));
}

if (!options.site && !existsSync(join(DIST, 'index.html'))) {
  console.error('There is no page in dist/. Run: ./check page browsers');
  process.exit(1);
}
const server = options.site ? undefined : await serve(DIST);
const site = options.site ?? server.url;

let passed = 0;
let failed = 0;
for (const browserName of BROWSERS.filter(name => !options.browser || name === options.browser)) {
  const chosen = tests.filter(one => one.browsers.includes(browserName) && one.name.includes(options.match ?? ''));
  let browser;
  for (const one of chosen) {
    const began = Date.now();
    try {
      browser ??= await launch(browserName);
      await run(one, browser, browserName, site);
      passed++;
      report('ok    ');
    } catch (error) {
      failed++;
      report('FAILED');
      console.log(indent(error.stack ?? String(error)));
      if (error.complaints) console.log(indent(`The page complained:\n${error.complaints.join('\n')}`));
      if (error.shot) console.log(indent(`Picture: ${relative(ROOT, error.shot)}`));
      // A browser that hung is not to be trusted with the next test.
      if (error.late || !browser?.connected) browser = await stop(browser);
    }
    function report(result) {
      console.log(`${result}  ${browserName.padEnd(8)}  ${one.name}  (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    }
  }
  await stop(browser);
}
await server?.close();
console.log(`browser tests: ${passed} passed and ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);

async function stop(browser) {
  if (!browser) return;
  const kill = setTimeout(() => browser.process()?.kill('SIGKILL'), 5000);
  await browser.close().catch(() => {});
  clearTimeout(kill);
}

function indent(text) {
  return text.replaceAll(/^/gm, '        ');
}
