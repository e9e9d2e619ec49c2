// What a browser test needs: `test` to declare one, `assert`, and a few hands for the page.
//
//   import { assert, test } from './harness.mjs';
//
//   test('a link opens with its seed', async ({ page, open }) => {
//     await open('#v=1&seed=amber-falcon-tide');            // waits until the page says it is ready
//     assert.equal(await page.$eval('#seed', input => input.value), 'amber-falcon-tide');
//   });
//
// Every test runs in Chromium and in Firefox, each time in a fresh profile, unless its options say otherwise:
//
//   test('…', { browsers: ['chromium'], allow: [/404/], seconds: 120, viewport: { width: 390, height: 844 } }, …)
//
// A test fails when the page wrote an error to the console, threw, or asked for something it did not get,
// unless one of the patterns in `allow` covers it. Do not sleep: the page updates a moment after it is
// touched, so wait with `ready()` or `until(() => …)`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { serve } from '../../tools/serve.mjs';

export { assert, serve };
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const DIST = join(ROOT, 'dist');
export const BROWSERS = ['chromium', 'firefox'];
const FAILURES = join(ROOT, 'target/browser-tests');
const PATIENCE_MS = 30_000;
const STILL_READY_MS = 200;
const POLL_MS = 20;

// ── Declaring ───────────────────────────────────────────────────────────────────────────────────────────

export const tests = [];
let file = '';
export const declareIn = name => { file = name; };

export function test(name, ...rest) {
  const [options, body] = rest.length === 2 ? rest : [{}, rest[0]];
  tests.push({ name: `${file}: ${name}`, browsers: BROWSERS, allow: [], seconds: 60, ...options, body });
}

// ── Browsers ────────────────────────────────────────────────────────────────────────────────────────────

const PROGRAMS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

function program(name) {
  const chosen = process.env[name.toUpperCase()];
  if (chosen) return chosen;
  for (const command of PROGRAMS[name]) {
    try {
      return execFileSync('sh', ['-c', `command -v ${command}`]).toString().trim();
    } catch { /* not this one */ }
  }
  throw new Error(`No ${name} found. ./check installs it, or give its path in ${name.toUpperCase()}.`);
}

/// Starts 'chromium' or 'firefox' with an empty profile.
export function launch(name, options = {}) {
  if (name === 'firefox') {
    return puppeteer.launch({ browser: 'firefox', executablePath: program(name), headless: true, ...options });
  }
  // Chromium speaks to no server but ours; its sandbox does not work for root.
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return puppeteer.launch({ executablePath: program(name), headless: true, args, ...options });
}

// ── Hands ───────────────────────────────────────────────────────────────────────────────────────────────

/// Repeats an async question until its answer is truthy, and returns that.
export async function until(question, what = String(question), patience = PATIENCE_MS) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain for: ${what}`);
    await pause(POLL_MS);
  }
}

/// Waits until the page says that nothing is pending (data-state of its body is 'ready'), and still says so a moment
/// later: between a result and the address it is written to, a busy machine may let the page seem ready.
export async function waitReady(page, patience = PATIENCE_MS) {
  const isReady = async () => {
    const [state, text] = await page.evaluate(() => [document.body?.dataset.state, document.body?.innerText]);
    if (state === 'failed') throw new Error(`The page says it failed: ${text}`);
    return state === 'ready';
  };
  await until(async () => {
    if (!await isReady()) return false;
    await pause(STILL_READY_MS);
    return isReady();
  }, 'the page being ready', patience);
}

/// How long each occurrence of a User Timing measure took, in milliseconds: 'median-ready', 'fan-ready', 'page-ready'.
export function timings(page, measure) {
  return page.evaluate(name => performance.getEntriesByName(name, 'measure').map(entry => entry.duration), measure);
}

/// What axe-core finds wrong with the page as it is now: a list of readable lines.
export async function accessibilityFaults(page, context = 'document') {
  const source = createRequire(import.meta.url)('axe-core').source;
  await page.evaluate(source);
  const { violations } = await page.evaluate(`axe.run(${context})`);
  return violations.flatMap(v => v.nodes.map(node => `${v.id} (${v.impact}): ${v.help}: ${node.html}`));
}

/// Collects what a page complains of. What is asked of a stopped server is in there as well.
export function collectErrors(page) {
  const errors = [];
  page.on('console', message => {
    if (message.type() === 'error' || /panicked at/.test(message.text())) errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => errors.push(`uncaught: ${error?.message ?? error}`));
  page.on('response', response => {
    if (response.status() >= 400) errors.push(`${response.status()} for ${response.url()}`);
  });
  return errors;
}

// ── Running ─────────────────────────────────────────────────────────────────────────────────────────────

/// Runs one test in a fresh profile of a running browser; throws what went wrong.
/// `site` is the address of the served page, with a slash at its end.
export async function run(one, browser, browserName, site) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = collectErrors(page);
  await page.setViewport(one.viewport ?? { width: 1280, height: 900 });
  const ready = patience => waitReady(page, patience);
  const open = async (address = '', { wait = true } = {}) => {
    await page.goto(new URL(address, site).href, { waitUntil: 'load' });
    if (wait) await ready();
  };
  const hands = { page, browser, context, browserName, site, errors, open, ready, until, assert };
  try {
    await limited(one.body(hands), one.seconds, one.name);
    const unexpected = errors.filter(error => !one.allow.some(pattern => pattern.test(error)));
    assert.deepEqual(unexpected, [], 'The page complained');
  } catch (error) {
    error.shot = await limited(keepShot(page, one, browserName), 10, 'a picture').catch(() => undefined);
    if (errors.length) error.complaints = errors;
    throw error;
  } finally {
    await limited(context.close(), 10, 'closing the profile');
  }
}

async function keepShot(page, one, browserName) {
  mkdirSync(FAILURES, { recursive: true });
  const path = join(FAILURES, `${browserName} ${one.name}.png`.replaceAll(/[^\w.-]+/g, '-'));
  await page.screenshot({ path });
  return path;
}

function limited(promise, seconds, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(`${what}: not done after ${seconds} s`), { late: true })), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
