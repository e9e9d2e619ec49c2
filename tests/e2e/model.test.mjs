// The Model mode: fetched when asked for, its links, and the way from a slider to its source and back.
import { accessibilityFaults, assert, test, until } from './harness.mjs';

const fragment = page => page.evaluate(() => location.hash.slice(1));
const word = async (page, key) => new URLSearchParams(await fragment(page)).get(key);
const mode = (page, name) => page.evaluate(name => [...document.querySelectorAll('.modes button')]
  .find(button => button.innerText === name).click(), name);
const model = page => page.waitForSelector('#model main h2');
const focused = page => page.evaluate(() => document.activeElement.id);
const press = (page, selector) => page.$eval(selector, element => element.click());

test('is fetched when it is asked for, and says what the model is', async ({ page, open, ready }) => {
  await open();
  const before = await fragment(page);
  assert.equal(await page.$('#model main'), null);
  await mode(page, 'Model');
  await model(page);
  await ready();
  assert.equal(await word(page, 'view'), 'model');
  assert.match(await page.$eval('#about', section => section.textContent), /conditional stories, not forecasts/);
  assert.match(await page.$eval('#validation', section => section.textContent), /\d+ of \d+ cases pass/);
  assert.ok(await page.$$eval('#model math', list => list.length) > 100);
  await mode(page, 'Explore');
  await ready();
  assert.equal(await fragment(page), before);
  assert.equal(await page.$eval('#model', element => element.hidden), true);
});

test('links within it move the page, not the scenario', async ({ page, open, ready }) => {
  await open('#v=1&preset=standard-war&view=model');
  await model(page);
  await ready();
  assert.equal(await page.$('.notes li'), null);
  await press(page, '#model .contents a[href="#view=model-sector-ecosystem"]');
  await until(async () => await focused(page) === 'sector-ecosystem', 'the section in focus');
  await press(page, '#sector-ecosystem a[href="#view=model-param-network_strength"]');
  await until(async () => await focused(page) === 'param-network_strength', 'the row in focus');
  const top = await page.$eval('#param-network_strength', row => row.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 200, `the row stands at ${top}`);
  assert.equal(await word(page, 'preset'), 'standard-war');
});

test('a link within it opens in another tab at its element', async ({ page, open, ready }) => {
  await open('#view=model');
  await model(page);
  const [address, kept] = await page.evaluate(() => {
    const link = document.querySelector('#param-leak_hazard a[href*="work-garwood"]');
    let kept;
    addEventListener('click', event => { kept = !event.defaultPrevented; event.preventDefault(); }, { once: true });
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    return [link.getAttribute('href'), kept];
  });
  assert.ok(kept, 'the browser opens the tab');
  await open(address);
  await until(async () => await focused(page) === 'work-garwood', 'the work in focus');
  await ready();
  assert.equal(await page.$('.notes li'), null);
  await open('#view=model-number-actions-harden-warned');
  await until(async () => await focused(page) === 'number-actions-harden-warned', 'a number out of its closed list');
});

test('a slider leads to where it comes from, and the row back to the slider', async ({ page, open, ready }) => {
  await open();
  await page.$eval('.field[data-key="leak_info"] .about', details => { details.open = true; });
  await page.$$eval('.field[data-key="leak_info"] button', list => list.find(b => b.innerText === 'Where this comes from').click());
  await until(async () => await focused(page) === 'param-leak_info', 'the row in focus');
  await press(page, '#param-gap_effect .to-control');
  await until(async () => await focused(page) === 'gap_effect', 'the slider in focus');
  await ready();
  assert.equal(await word(page, 'view'), null);
});

test('says so when it cannot be fetched', { allow: [/404/, /Failed to load/] }, async ({ page, open }) => {
  await open();
  await page.$eval('meta[name=model]', meta => { meta.content = './nothing.html'; });
  await mode(page, 'Model');
  await until(() => page.$eval('#model .state', state => /could not be fetched/.test(state.innerText)), 'a sentence');
});

for (const theme of ['light', 'dark']) {
  test(`can be used by everybody, ${theme}`, { browsers: ['chromium'] }, async ({ page, open, ready }) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await open('#view=model');
    await model(page);
    await ready();
    assert.deepEqual(await accessibilityFaults(page), []);
  });
}

test('fits a phone', { browsers: ['chromium'], viewport: { width: 390, height: 844 } }, async ({ page, open, ready }) => {
  await open('#view=model');
  await model(page);
  await ready();
  assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth]), [390]);
  await press(page, '#param-leak_info .to-control');
  await until(async () => await focused(page) === 'leak_info', 'the slider in the open sheet');
});
