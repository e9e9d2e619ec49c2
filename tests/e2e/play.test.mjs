// A game in the browser: from the start form to the debrief, by keyboard alone, saved, shared, and on a phone.
import { accessibilityFaults, assert, launch, test, until, waitReady } from './harness.mjs';

const START = '#v=1&preset=meta-agent&years=3&view=play';
const fragment = page => page.evaluate(() => location.hash.slice(1));
const word = async (page, key) => new URLSearchParams(await fragment(page)).get(key);
const text = (page, selector) => page.$eval(selector, element => element.innerText);
const focused = page => page.evaluate(() => document.activeElement.id);
const all = (page, selector) => page.$eval(selector, element => element.textContent);
const ended = page => page.$('#debrief-heading');
const OTHER = { chromium: 'firefox', firefox: 'chromium' };

/// Goes on or back with Tab until the focus is where it should be.
async function tabTo(page, selector) {
  const where = () => page.evaluate(s => {
    const [now, target] = [document.activeElement, document.querySelector(s)];
    if (now.matches(s)) return 'there';
    return target.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING ? 'back' : 'on';
  }, selector);
  for (let k = 0; k < 150; k++) {
    const to = await where();
    if (to === 'there') return;
    if (to === 'back') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (to === 'back') await page.keyboard.up('Shift');
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

/// Presses a button by keyboard.
async function press(page, selector) {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/// Waits until no months pass, skipping what can be skipped.
async function rest(page) {
  await until(async () => {
    const label = await text(page, '#onward');
    if (/^To /.test(label)) return true;
    await page.evaluate(() => document.getElementById('onward').focus());
    await page.keyboard.press('Enter');
    return false;
  }, 'the months having passed');
}

/// Orders the first move that can be ordered, by keyboard, and plays the turn.
async function turn(page) {
  await press(page, '#onward');
  await until(async () => await focused(page) === 'turn-heading', 'the heading of the turn in focus');
  await tabTo(page, '.move-list input:not(:disabled)');
  await page.keyboard.press(' ');
  await press(page, '#advance');
  await until(async () => await focused(page) === 'news-heading', 'the heading of the news in focus');
  await rest(page);
}

async function begin(page, open, address = START) {
  await open(address);
  await press(page, '#begin');
  await until(() => page.$('#advance'), 'the first response');
}

test('a whole game by keyboard, reloaded in its middle, is the same in the other browser', { seconds: 240 }, async ({ page, open, ready, browserName, site }) => {
  await begin(page, open);
  assert.match(await text(page, '#news-heading'), /^Briefing, October 2026$/);
  assert.match(await text(page, '.memo'), /What counts is: most valuable/);
  await turn(page);
  await turn(page);
  await ready();
  const before = [await text(page, '#turn-heading'), await text(page, '.board'), await word(page, 'orders')];
  assert.match(before[0], /^Quarter 2 of \d+: /);
  await page.reload({ waitUntil: 'load' });
  await ready();
  assert.deepEqual([await text(page, '#turn-heading'), await text(page, '.board'), await word(page, 'orders')], before);
  for (let k = 0; k < 20 && !await ended(page); k++) await turn(page);
  assert.ok(await ended(page), 'the game does not end');
  await press(page, '#onward');
  await until(async () => await focused(page) === 'debrief-heading', 'the debrief in focus');
  await waitReady(page, 90_000);
  const debrief = await all(page, '.debrief');
  assert.match(debrief, /^(You won\.|Number \d of 5\.)/);
  assert.match(debrief, /% of 1,000 futures went worse/);
  assert.match(debrief, /of \d+ other ways to play/);
  assert.equal((await page.$$('.points > li')).length, 3);
  assert.ok((await page.$$('.effects li')).length > 3);
  const link = await fragment(page);
  assert.match(link, /&fp=[0-9a-f]{8}$/);
  // Somebody else opens the link.
  const other = await launch(OTHER[browserName]);
  try {
    const theirs = await other.newPage();
    await theirs.goto(new URL(`#${link}`, site).href, { waitUntil: 'load' });
    await waitReady(theirs, 90_000);
    assert.equal(await all(theirs, '.debrief'), debrief);
    assert.match(await text(theirs, '.play-mode .verdict'), /[Rr]eproduced/);
    assert.equal(await fragment(theirs), link);
  } finally {
    await other.close();
  }
});

test('from the debrief a game goes on: from a turn, again, or the last decision once more', async ({ page, open, ready }) => {
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
  assert.match(await text(page, '.ended'), /The years are over/);
  await press(page, '#rerun');
  await until(async () => /of 1,000 futures end worse/.test(await text(page, '.onward-from')), 'the re-run');
  await page.select('#fork', await page.$eval('#fork option:nth-child(4)', o => o.value));
  await press(page, '#play-on');
  await until(async () => /^Quarter 3 of/.test(await text(page, '#turn-heading').catch(() => '')), 'quarter 3');
  await ready();
  assert.equal(await word(page, 'orders'), '0:assess,2:');
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
  const seed = await word(page, 'seed');
  await press(page, '#again');
  await until(() => page.$('#advance'), 'another game');
  await ready();
  assert.notEqual(await word(page, 'seed'), seed);
  assert.equal(await word(page, 'orders'), null);
});

test('the advisor has something to say of every order that can be given', async ({ page, open, ready }) => {
  await begin(page, open);
  await ready();
  assert.match(await text(page, '.advisor'), /opinion/);
  const silent = await page.$$eval('.move-list .order', list => list.filter(row =>
    !row.querySelector('input').disabled && !/helps|hurts|unclear|hardly/.test(row.querySelector('.estimate').innerText)).map(row => row.innerText));
  assert.deepEqual(silent, []);
  // Two moves are all there are; then the others cannot be ordered, and the reason is there in words.
  for (const k of [0, 1]) {
    const free = await page.$$('.move-list input:not(:disabled):not(:checked)');
    await free[k].click();
  }
  await until(async () => /Both moves of this quarter are spent/.test(await text(page, '.moves')), 'the reason');
  assert.equal(await page.$('.move-list input:not(:disabled):not(:checked)'), null);
  await page.click('#advisor');
  await until(async () => await page.$('.estimate .word') === null, 'the advisor silent');
});

test('months pass on the map, stop at the front page, and can be skipped', async ({ page, open }) => {
  await begin(page, open, '#v=1&preset=safety-incident&years=3&view=play');
  await page.click('#advance');
  await until(async () => /Skip|Go on/.test(await text(page, '#onward')), 'months passing');
  assert.equal(await page.$eval('.desk-room', e => getComputedStyle(e).visibility), 'hidden');
  await rest(page);
  assert.equal(await page.$eval('.desk-room', e => getComputedStyle(e).visibility), 'visible');
});

test('nothing moves for those who prefer it: the news is listed', { browsers: ['chromium'] }, async ({ page, open }) => {
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await begin(page, open);
  await page.click('#advance');
  await until(async () => await focused(page) === 'news-heading', 'the news');
  assert.equal(await text(page, '#onward'), 'To your orders');
});

test('orders that cannot be followed are told in words', async ({ page, open }) => {
  await open('#v=1&preset=meta-agent&player=meta&orders=0:dissect.nonsense,1:hold');
  const told = await page.$$eval('.play-mode .notes li', list => list.map(li => li.innerText));
  assert.ok(told.some(line => /Not done: Dissect a rival's leak\. Nothing of a rival has leaked/.test(line)), told.join('\n'));
  assert.ok(told.some(line => /there is no order “nonsense”/.test(line)), told.join('\n'));
});

test('a link beats the saved game, which can be gone on with', async ({ page, open, ready }) => {
  await begin(page, open);
  await page.click('#advance');
  await rest(page);
  await ready();
  const [mine, heading] = [await word(page, 'seed'), await text(page, '#turn-heading')];
  await open('#v=1&preset=standard-war&seed=amber-falcon-pilot&player=challenger&orders=0:assess,1:');
  assert.match(await text(page, '#turn-heading'), /^Quarter 2 /);
  await press(page, '#saved');
  await until(async () => await text(page, '#turn-heading') === heading, 'the saved game');
  await ready();
  assert.equal(await word(page, 'seed'), mine);
  // What is played on in a link's game becomes the saved one, and the other is still there.
  await open('#v=1&preset=standard-war&seed=amber-falcon-pilot&player=challenger&orders=0:assess,1:');
  await page.click('#advance');
  await rest(page);
  await open('#view=play');
  assert.match(await text(page, '.saved'), /Challenger in “Winner takes all”/);
});

test('a game works where nothing can be saved', async ({ page, open }) => {
  await page.evaluateOnNewDocument(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
  await begin(page, open);
  await page.click('#advance');
  await rest(page);
  assert.match(await text(page, '#turn-heading'), /^Quarter 1 /);
});

test('the way in and the way between the modes', async ({ page, open, ready }) => {
  await open();
  await press(page, '#door');
  await until(() => page.$('#begin'), 'the start form');
  await ready();
  assert.equal(await word(page, 'view'), 'play');
  await page.click('#today');
  await until(() => page.$('#advance'), 'today’s leak');
  await ready();
  assert.ok(await word(page, 'player'));
  await page.evaluate(() => [...document.querySelectorAll('.modes button')].find(b => b.innerText === 'Explore').click());
  await ready();
  assert.equal(await word(page, 'view'), 'explore');
  assert.equal(await page.$eval('#game', main => main.hidden), true);
});

test('a phone shows a game without scrolling sideways', { browsers: ['chromium'], viewport: { width: 390, height: 844, isMobile: true, hasTouch: true } }, async ({ page, open, ready }) => {
  const fits = async where => {
    await ready();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where} is too wide`);
    const small = await page.$$eval('.play-mode :is(button, summary, select, label:has(input))', list => list
      .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.outerHTML));
    assert.deepEqual(small, [], `${where} has small targets`);
  };
  await open(START);
  await fits('the start');
  await page.click('#begin');
  await until(() => page.$('#advance'), 'the first response');
  await fits('a turn');
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
  await fits('the debrief');
});

for (const scheme of ['light', 'dark']) {
  test(`accessible, ${scheme}`, { browsers: ['chromium'], seconds: 120 }, async ({ page, open, ready }) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await open(START);
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.click('#begin');
    await ready();
    assert.deepEqual(await accessibilityFaults(page), []);
    await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
    assert.deepEqual(await accessibilityFaults(page), []);
  });
}

test('a catastrophe can be asked for, and ends a game in which nobody wins', async ({ page, open }) => {
  await open(START);
  assert.equal(await page.$eval('#start-catastrophe', box => box.checked), false);
  await page.click('#start-catastrophe');
  await page.click('#begin');
  await until(async () => await word(page, 'player') === 'meta', 'the game in the link');
  assert.ok(Number(await word(page, 'catastrophe_probability')) > 0);
  await open('#v=1&preset=baseline&years=3&player=meta&script=3:frontier-lab:catastrophe&orders=0:');
  await until(() => ended(page), 'the debrief');
  assert.equal(await text(page, '#debrief-heading'), 'Nobody won.');
  assert.match(await text(page, '.debrief header'), /an agent of Frontier lab.*month 3/s);
});
