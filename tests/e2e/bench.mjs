// Measures the built page in real browsers, beside the budgets of the design. Not a test: machines differ.
//
//   node tests/e2e/bench.mjs [--browser chromium|firefox] [--moves 10000] [--site URL]
//
// A slider goes through 60 positions, one after the other (each fan may arrive) and as a finger drags it (a
// position per picture); a long game is opened against rivals that look ahead; then so many moves are made and memory
// is compared.
import { parseArgs } from 'node:util';
import { BROWSERS, DIST, launch, serve, waitReady } from './harness.mjs';

const { values: options } = parseArgs({
  options: { browser: { type: 'string' }, moves: { type: 'string', default: '10000' }, site: { type: 'string' } },
});
const POSITIONS = 60;
const LONG_MS = 50;
const SLIDER = '.field[data-key="leak_info"] input[type=range]';

/// Runs in the page: the slider at a place from 0 to 1.
const HANDS = `
  globalThis.moveTo = place => {
    const slider = document.querySelector('${SLIDER}');
    slider.value = 0.2 + 0.6 * place;
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  globalThis.letGo = () => document.querySelector('${SLIDER}').dispatchEvent(new Event('change', { bubbles: true }));
  globalThis.picture = () => new Promise(requestAnimationFrame);
  // A finger knows nothing of pictures: it moves at any moment between two.
  globalThis.moment = k => new Promise(resolve => setTimeout(resolve, (k * 7) % 16));
  globalThis.quiet = async () => { do await picture(); while (document.body.dataset.state !== 'ready'); };
  globalThis.longTasks = [];
  try {
    new PerformanceObserver(list => longTasks.push(...list.getEntries().map(e => e.duration))).observe({ type: 'longtask' });
  } catch { longTasks = undefined; }
`;
/// Keeps the memory of the page's program where its size can be read.
const MEMORY = `
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await real.apply(WebAssembly, all);
      globalThis.programMemory = (made.instance ?? made).exports.memory;
      return made;
    };
  }
`;

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = level => sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))];
  return { p50: at(0.5), p95: at(0.95), most: sorted.at(-1), count: sorted.length };
}

const ms = value => (value === undefined ? '–' : `${value.toFixed(0)} ms`);
const line = (what, found, budget = '') => console.log(`${what.padEnd(52)} ${found.padEnd(34)} ${budget}`);

function show(what, values, budget) {
  if (!values.length) return line(what, 'none', budget);
  const { p50, p95, most, count } = spread(values);
  return line(what, `p50 ${ms(p50)}, p95 ${ms(p95)}, most ${ms(most)} (${count})`, budget);
}

const server = options.site ? undefined : await serve(DIST);
for (const name of BROWSERS.filter(b => !options.browser || b === options.browser)) {
  const browser = await launch(name);
  try {
    await measure(name, browser, options.site ?? server.url);
  } finally {
    await browser.close();
  }
}
await server?.close();

async function measure(name, browser, site) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(MEMORY);
  await page.goto(site);
  await waitReady(page);
  await page.evaluate(HANDS);
  // The race stands still, and the charts are in sight.
  await page.evaluate(() => { if (document.querySelector('#play').getAttribute('aria-label') === 'Pause') document.querySelector('#play').click(); });
  await page.$eval('#charts-title', title => title.scrollIntoView());
  await page.evaluate(() => quiet());
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  console.log(`\n${name} ${await browser.version()}, ${cores} cores\n`);
  line('what', 'found', 'budget');

  const one = await positions(page, 'each');
  show('slider → median of 64 futures on screen', one.median, 'p95 ≤ 33 ms');
  show('slider → fan of 1,000 futures', one.fan, 'p95 ≤ 200 ms with 2 workers');
  long('long tasks, one position after the other', one.long);
  const drag = await positions(page, 'drag');
  show('dragged: slider → median', drag.median, 'p95 ≤ 33 ms');
  show('let go: slider → fan', drag.fan);
  long('long tasks while dragged', drag.long);
  await replay(page);
  await memory(name, browser, page);
  await speed(page);
}

function long(what, tasks) {
  if (!tasks) return line(what, 'this browser does not tell', '');
  return line(what, `${tasks.length} over ${LONG_MS} ms${tasks.length ? `, most ${ms(Math.max(...tasks))}` : ''}`, 'none');
}

/// Opens a game of twenty quarters against rivals that try their moves before they choose, and goes back.
async function replay(page) {
  const found = await page.evaluate(async game => {
    if (globalThis.longTasks) longTasks.length = 0;
    const before = location.hash;
    const [began, steps] = [performance.now(), []];
    location.hash = game;
    for (let last = began, now; !document.querySelector('#news-heading'); last = now) {
      await new Promise(resolve => setTimeout(resolve, 1));
      now = performance.now();
      steps.push(now - last);
    }
    const took = performance.now() - began;
    await quiet();
    location.hash = before;
    await new Promise(resolve => setTimeout(resolve, 500));
    await quiet();
    return { took, most: Math.max(...steps), long: globalThis.longTasks && [...longTasks] };
  }, 'v=1&preset=meta-agent&player=meta&rivals=looking-ahead&orders=0:assess,19:');
  line('a game of 20 quarters replayed, rivals looking ahead', `${ms(found.took)}, at most ${ms(found.most)} without an answer`, 'at most 100 ms');
  long('long tasks meanwhile and in the debrief', found.long);
}

/// Goes through the positions, waiting for each fan, or one per picture.
async function positions(page, how) {
  return page.evaluate(async (how, count) => {
    for (const measure of ['median-ready', 'fan-ready']) performance.clearMeasures(measure);
    if (globalThis.longTasks) longTasks.length = 0;
    for (let k = 0; k < count; k++) {
      await moment(k);
      moveTo(((k * 37) % count) / count);
      await (how === 'each' ? quiet() : picture());
    }
    letGo();
    await quiet();
    const times = measure => performance.getEntriesByName(measure).map(e => e.duration);
    return { median: times('median-ready'), fan: times('fan-ready'), long: globalThis.longTasks && [...longTasks] };
  }, how, POSITIONS);
}

/// How fast futures arrive when many are asked for.
async function speed(page) {
  const seconds = await page.evaluate(async () => {
    const size = document.querySelector('#size');
    const choose = async value => {
      size.value = value;
      size.dispatchEvent(new Event('change', { bubbles: true }));
      await quiet();
    };
    const began = performance.now();
    await choose('20000');
    return (performance.now() - began) / 1000;
  });
  line('20,000 futures, run, sorted out and drawn', `${seconds.toFixed(1)} s, ${Math.round(19_000 / seconds)} futures/s`);
}

async function memory(name, browser, page) {
  const moves = Number(options.moves);
  if (!moves) return;
  const now = async () => {
    if (name === 'chromium') {
      const session = await page.createCDPSession();
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return [usedSize, await page.evaluate(() => globalThis.programMemory?.buffer.byteLength ?? 0)];
    }
    return [0, await page.evaluate(() => globalThis.programMemory?.buffer.byteLength ?? 0)];
  };
  const go = count => page.evaluate(async count => {
    for (let k = 0; k < count; k++) {
      moveTo((k % 61) / 61);
      // Now and then a fan arrives.
      await (k % 20 ? picture() : quiet());
    }
    letGo();
    await quiet();
  }, count);
  await go(Math.min(200, moves));
  const before = await now();
  const began = Date.now();
  const STEP = 500;
  for (let done = 0; done < moves; done += STEP) await go(Math.min(STEP, moves - done));
  const after = await now();
  const mb = bytes => `${(bytes / 1e6).toFixed(1)} MB`;
  const change = (a, b) => (a ? `${mb(a)} → ${mb(b)} (${((b / a - 1) * 100).toFixed(1)} %)` : 'not told');
  line(`memory after ${moves} moves (${((Date.now() - began) / 1000).toFixed(0)} s): scripts`, change(before[0], after[0]), 'flat (± 5 %)');
  line('the same: the program’s own', change(before[1], after[1]), 'flat (± 5 %)');
}
