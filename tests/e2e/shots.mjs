// Takes pictures of the page as people will see it: desktop, tablet and phone, light and dark.
//
//   node tests/e2e/shots.mjs OUT [FRAGMENT] [SITE] [--full] [--browser firefox]
//
//   OUT       folder for the pictures
//   FRAGMENT  what stands after # in the address, '' for none
//   SITE      an address that is served already, or a folder to serve; dist/ by default
//   --full    the whole page, not only what fits on the screen
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { collectErrors, DIST, launch, serve, waitReady } from './harness.mjs';

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
];
const SCHEMES = ['light', 'dark'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean' }, browser: { type: 'string', default: 'chromium' } },
});
const [out, fragment = '', place = DIST] = positionals;
if (!out) {
  console.error('Usage: node tests/e2e/shots.mjs OUT [FRAGMENT] [SITE] [--full] [--browser firefox]');
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const server = /^https?:/.test(place) ? undefined : await serve(place);
const address = new URL(fragment ? `#${fragment.replace(/^#/, '')}` : '', server?.url ?? place).href;
let complaints = 0;
for (const scheme of SCHEMES) {
  // Chromium is asked by the page's own emulation, Firefox only by its settings.
  const browser = await launch(options.browser, { extraPrefsFirefox: {
    'layout.css.prefers-color-scheme.content-override': SCHEMES.indexOf(scheme) ? 0 : 1,
    'ui.prefersReducedMotion': 1,
  } });
  for (const screen of SCREENS) complaints += await picture(browser, screen, scheme);
  await browser.close();
}
await server?.close();
process.exit(complaints ? 1 : 0);

async function picture(browser, screen, scheme) {
  // A profile each, so that every picture is of a first visit.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = collectErrors(page);
  if (options.browser === 'firefox') {
    // Firefox cannot play a phone; a narrow window is near enough.
    await page.setViewport({ width: screen.width, height: screen.height });
  } else {
    await page.setViewport(screen);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  }
  await page.goto(address);
  await waitReady(page).catch(error => errors.push(error.message));
  const path = join(out, `${screen.width}-${scheme}.png`);
  await page.screenshot({ path, fullPage: options.full });
  console.log([path, ...errors].join('\n    '));
  await context.close();
  return errors.length;
}
