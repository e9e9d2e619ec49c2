// The fan of futures that follows the slider: it arrives from workers, is the same whoever ran it, and survives them.
import { assert, test, until } from './harness.mjs';

const slider = key => `.field[data-key="${key}"] input[type=range]`;
const text = (page, selector) => page.$eval(selector, element => element.innerText);
const shown = page => text(page, '#charts-title');
const word = async (page, key) => new URLSearchParams(await page.evaluate(() => location.hash.slice(1))).get(key);

/// Everything that is made of all futures: the outcomes, and the quantiles of one chart in full.
async function results(page) {
  await page.$eval('#valuation .table summary', summary => { if (!summary.parentElement.open) summary.click(); });
  await until(() => page.$('#valuation table'), 'the table');
  return [await text(page, '.strip'), await text(page, '#valuation table'), await page.$eval('#trust svg', svg => svg.outerHTML)];
}

async function move(page, key, value) {
  await page.$eval(slider(key), (input, value) => {
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, String(value));
}

const release = (page, key) => page.$eval(slider(key), input => input.dispatchEvent(new Event('change', { bubbles: true })));

/// Opens a link in a new page rather than in the one that is there.
async function afresh(page, open, link) {
  await page.goto('about:blank');
  await open(link);
}

/// So many cores, as far as the page can tell.
const cores = (page, count) => page.evaluateOnNewDocument(count => {
  Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => count, configurable: true });
}, count);

/// Keeps the page's workers where a test finds them, and lets it read or answer what is sent to them.
const watchWorkers = (page, change = '') => page.evaluateOnNewDocument(`
  const Real = Worker;
  globalThis.started = [];
  globalThis.Worker = class extends Real {
    constructor(...all) {
      super(...all);
      started.push(this);
      ${change}
    }
  };`);

test('a thousand futures arrive, and their error is smaller than that of sixty-four', async ({ page, open }) => {
  await open();
  assert.equal(await shown(page), '1,000 futures by luck');
  assert.equal(await text(page, '#futures'), '1,000 futures');
  assert.match(await text(page, '.outcomes'), /Shares of 1,000 futures/);
  const errors = (await text(page, '.strip')).match(/± \d+(\.\d+)?/g).map(e => Number(e.slice(2)));
  assert.ok(Math.max(...errors) < 5, errors);
});

test('the fan follows a move of the slider, and its times are kept', async ({ page, open, ready }) => {
  await open();
  await move(page, 'leak_info', 0.7);
  await release(page, 'leak_info');
  await until(async () => /^1,000/.test(await shown(page)) && await page.evaluate(() => performance.getEntriesByName('fan-ready').length), 'the fan');
  await ready();
  const [median, fan] = await page.evaluate(() => ['median-ready', 'fan-ready'].map(name => performance.getEntriesByName(name).at(-1).duration));
  assert.ok(median > 0 && fan > median, `${median} ${fan}`);
});

test('one worker and eight bring the same', { seconds: 120 }, async ({ page, open }) => {
  await cores(page, 1);
  await open('#v=1&view=wide');
  const alone = await results(page);
  await cores(page, 9);
  await afresh(page, open, '#v=1&view=wide');
  assert.deepEqual(await results(page), alone);
});

test('a newer move replaces an older one', async ({ page, open, ready }) => {
  await open('#leak_info=0.62&view=future-5');
  const meant = await results(page);
  await afresh(page, open, '#leak_info=0.9&view=future-5');
  await page.select('#size', '5000');
  for (const value of [0.3, 0.31, 0.5, 0.7, 0.2]) {
    await move(page, 'leak_info', value);
    await new Promise(resolve => { setTimeout(resolve, 30); });
  }
  await page.select('#size', '1000');
  await move(page, 'leak_info', 0.62);
  await release(page, 'leak_info');
  await ready();
  assert.equal(await shown(page), '1,000 futures by luck');
  assert.deepEqual(await results(page), meant);
});

test('the slider keeps the focus while futures arrive', async ({ page, open, ready }) => {
  await open();
  await page.$eval(slider('leak_info'), element => { element.dataset.same = 'yes'; element.focus(); });
  for (let k = 0; k < 12; k++) {
    await page.keyboard.press('ArrowRight');
    await new Promise(resolve => { setTimeout(resolve, 60); });
  }
  await ready();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.same), 'yes');
  assert.equal(await page.$eval(slider('leak_info'), input => input.value), '0.46');
});

test('parameters vary too when asked, the link says so, and what is set stays as set', async ({ page, open, ready }) => {
  await open('#capability_growth=3');
  const narrow = await results(page);
  await page.click('.segments input[value=wide]');
  await ready();
  assert.equal(await shown(page), '1,000 futures by luck and parameters');
  assert.match(await text(page, '.many'), /stay as set/);
  const wide = await results(page);
  assert.notDeepEqual(wide, narrow);
  assert.match(await word(page, 'view'), /^wide(\.future-\d+)?$/);
  assert.equal(await word(page, 'capability_growth'), '3');
  const link = await page.evaluate(() => location.hash);
  await afresh(page, open, link);
  assert.deepEqual(await results(page), wide);
});

test('any of the futures can be told, and by rule', async ({ page, open, ready }) => {
  await open('#view=wide.future-777');
  assert.match(await text(page, '#future'), /^Future 777 of 1,000$/);
  const told = [];
  for (const rule of ['best', 'worst', 'strangest', 'typical']) {
    const button = await page.evaluateHandle(rule => [...document.querySelectorAll('.rules button')].find(b => b.innerText === rule), rule);
    await button.click();
    await ready();
    assert.equal(await button.evaluate(b => b.getAttribute('aria-pressed')), 'true');
    told.push(await text(page, '#future'));
  }
  assert.equal(new Set(told).size, 4, told.join());
  await page.click('[aria-label="Next future"]');
  await ready();
  const future = (await text(page, '#future')).match(/^Future ([\d,]+)/)[1].replace(',', '');
  assert.ok((await word(page, 'view')).endsWith(`future-${future}`));
});

test('the future under the pointer shows, and a click opens it', async ({ page, open, ready }) => {
  await open();
  const plot = await page.$('#developers .plot');
  await plot.scrollIntoView();
  const box = await plot.boundingBox();
  const pointed = async () => (await text(page, '#developers .readout')).match(/future ([\d,]+) \(click/)?.[1];
  // Somewhere down the right half of the chart futures pass.
  let future;
  for (let part = 0.25; part < 0.9 && !future; part += 0.05) {
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * part);
    future = await pointed();
  }
  assert.ok(future, 'a future under the pointer');
  assert.ok((await page.$eval('#developers svg.near polyline', line => line.getAttribute('points'))).length > 100);
  await page.mouse.down();
  await page.mouse.up();
  await until(async () => (await text(page, '#future')).startsWith(`Future ${future} of`), 'the future that was pointed at');
  await ready();
  assert.match(page.url(), new RegExp(`future-${future.replace(',', '')}\\b`));
});

test('more futures arrive on request, and can be stopped', { seconds: 120 }, async ({ page, open, ready }) => {
  await open('#years=3&companies=meta,open-lab');
  assert.match(await page.$eval('#size', select => select.textContent), /20,000 · \d+ MB/);
  await page.select('#size', '5000');
  await ready();
  assert.equal(await shown(page), '5,000 futures by luck');
  await page.select('#size', '20000');
  await page.waitForSelector('.arriving button:not([hidden])', { visible: true });
  await page.$eval('.arriving button', button => button.click());
  await ready();
  assert.notEqual(await shown(page), '20,000 futures by luck');
});

test('a worker that fails is replaced', async ({ page, open, ready }) => {
  await watchWorkers(page);
  await open('#leak_info=0.7&view=future-5');
  const meant = await results(page);
  await afresh(page, open, '#leak_info=0.8&view=future-5');
  const before = await page.evaluate(() => started.length);
  await page.$eval(slider('leak_info'), input => {
    input.value = '0.7';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // In the middle of its work.
    setTimeout(() => started[0].dispatchEvent(new ErrorEvent('error', { cancelable: true })), 40);
  });
  await release(page, 'leak_info');
  await ready();
  await until(() => page.evaluate(before => started.length > before, before), 'another worker');
  await ready();
  assert.deepEqual(await results(page), meant);
  assert.equal(await text(page, '.trouble'), '');
});

// Chromium alone lets a test speak to a worker.
test('a worker that throws is replaced', { browsers: ['chromium'] }, async ({ page, open, ready }) => {
  await open('#leak_info=0.7');
  await page.workers()[0].evaluate(() => { setTimeout(() => { throw new Error('a test'); }, 0); });
  await until(() => page.workers().length > 0, 'a worker');
  await move(page, 'leak_info', 0.72);
  await release(page, 'leak_info');
  await ready();
  assert.equal(await shown(page), '1,000 futures by luck');
});

test('a worker that falls silent is replaced', { seconds: 120 }, async ({ page, open, ready }) => {
  await watchWorkers(page);
  await open();
  await page.evaluate(() => started[0].terminate());
  await move(page, 'leak_info', 0.7);
  await release(page, 'leak_info');
  await ready();
  assert.equal(await shown(page), '1,000 futures by luck');
  assert.equal(await text(page, '.trouble'), '');
});

test('futures that end two workers are given up, in a sentence', async ({ page, open, ready }) => {
  await watchWorkers(page, `
    const send = this.postMessage.bind(this);
    this.postMessage = order => {
      // The second line of an order is the first of its batches.
      if (order.split('\\n')[1] === '40') setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true })), 0);
      else send(order);
    };`);
  await open();
  assert.match(await text(page, '.trouble'), /stopped at the same futures/);
  // Batches are of eight: none from the fortieth on can be there, the page's own sixty-four always are.
  const futures = Number.parseInt(await shown(page), 10);
  assert.ok(futures >= 64 && futures <= 320, `${futures} futures`);
});

test('without workers, there are sixty-four futures and a sentence', async ({ page, open, ready }) => {
  await page.evaluateOnNewDocument(() => { globalThis.Worker = class { constructor() { throw new Error('none here'); } }; });
  await open();
  assert.match(await text(page, '.trouble'), /starts no workers/);
  assert.equal(await shown(page), '64 futures by luck');
  await move(page, 'leak_info', 0.7);
  await release(page, 'leak_info');
  await ready();
  assert.equal(await shown(page), '64 futures by luck');
  assert.match(await text(page, '.outcomes'), /Shares of 64 futures/);
});

test('a worker of another build asks for a reload', async ({ page, open }) => {
  await page.evaluateOnNewDocument(() => {
    globalThis.Worker = class extends EventTarget {
      set onmessage(heard) { setTimeout(() => heard?.call(this, new MessageEvent('message', { data: [1, 1, 12, 34] })), 10); }
      postMessage() {}
      terminate() {}
    };
  });
  await open();
  assert.match(await text(page, '.trouble'), /Please reload/);
  assert.equal(await shown(page), '64 futures by luck');
});
