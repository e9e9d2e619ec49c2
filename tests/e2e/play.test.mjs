// A game in the browser: from the start form to the debrief, by keyboard alone, saved, shared, and on a phone.
import { accessibilityFaults, assert, launch, test, until, waitReady } from './harness.mjs';

/// A seed that was chosen stays: without one every game has other luck.
const START = '#v=1&preset=meta-agent&years=3&seed=amber-falcon-pilot&view=play';
const fragment = page => page.evaluate(() => location.hash.slice(1));
const word = async (page, key) => new URLSearchParams(await fragment(page)).get(key);
const text = (page, selector) => page.$eval(selector, element => element.innerText);
const focused = page => page.evaluate(() => document.activeElement.id);
const all = (page, selector) => page.$eval(selector, element => element.textContent);
const ended = page => page.$('#debrief-heading');
/// Twenty quarters against rivals that try their moves before they choose.
const LONG = 'v=1&preset=meta-agent&player=meta&rivals=looking-ahead&orders=0:assess,19:';
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

/// Presses a button by keyboard, or with the space bar a box.
async function press(page, selector, key = 'Enter') {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

/// Presses what stands wherever it stands; a mouse would press what moved there meanwhile. One test plays with the mouse.
const click = (page, selector) => page.$eval(selector, element => element.click());

/// Moves that can still be ordered.
const FREE = '.move-list input:not(:disabled):not(:checked)';

/// Orders the first of them, wherever it stands.
async function tickFree(page) {
  const value = await page.$eval(FREE, box => (box.click(), box.value));
  await until(() => page.$eval(`input[value="${value}"]`, box => box.checked), `the tick at ${value}`);
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
  assert.ok((await page.$$('.effects [scope=row]')).length > 3);
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

test('from the debrief a game goes on: from a turn, again, or from there once more', async ({ page, open, ready }) => {
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
  assert.match(await text(page, '.ended'), /The years are over/);
  // Offered first is where most hung on it.
  const [first, points] = [await page.$eval('#fork', s => s.selectedOptions[0].innerText), await page.$$eval('.points b', list => list.map(b => b.innerText))];
  assert.ok(points.includes(first.replace(/ – .*/, '')), `${first} is none of ${points}`);
  const again = async from => {
    await press(page, '#rerun');
    const told = new RegExp(`${from}: .* of 1,000 futures end worse`);
    await until(async () => told.test(await text(page, '.onward-from')), `the game again from ${from}`);
  };
  await again(first.replace(/ – .*/, ''));
  await page.select('#fork', await page.$eval('#fork option:nth-child(4)', o => o.value));
  await again('Quarter 3');
  await press(page, '#play-on');
  await until(async () => /^Quarter 3 of/.test(await text(page, '#turn-heading').catch(() => '')), 'quarter 3');
  await ready();
  assert.equal(await word(page, 'orders'), '0:assess,2:');
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
  const seed = await word(page, 'seed');
  await press(page, '#again');
  await until(() => page.$('#advance'), 'another game');
  await ready();
  const other = await word(page, 'seed');
  assert.notEqual(other, seed);
  assert.equal(await word(page, 'orders'), null);
  await open(`#v=1&preset=meta-agent&years=3&seed=${other}&player=meta&orders=0:assess,10:`);
  await press(page, '#same-luck');
  await until(() => page.$('#advance'), 'the same game');
  await ready();
  assert.equal(await word(page, 'seed'), other);
  // Two new games differ, on a page that is as it comes.
  const seeds = [];
  for (const game of ['first', 'second']) {
    await begin(page, open, '#v=1&preset=meta-agent&years=3&view=play');
    await ready();
    seeds.push(await word(page, 'seed'));
    assert.ok(seeds.at(-1), `the ${game} game has the usual seed`);
  }
  assert.notEqual(seeds[0], seeds[1]);
});

test('the advisor has something to say of every order that can be given', async ({ page, open, ready }) => {
  await begin(page, open);
  await ready();
  assert.match(await all(page, '.advisor [role=status]'), /has tried every order/);
  const silent = await page.$$eval('.move-list .order', list => list.filter(row =>
    !row.querySelector('input').disabled && !/helps|hurts|unclear|hardly/.test(row.querySelector('.estimate').innerText)).map(row => row.innerText));
  assert.deepEqual(silent, []);
  // Two moves are all there are; then the others cannot be ordered, and the reason is there in words.
  await tickFree(page);
  await tickFree(page);
  await until(async () => /Both moves of this quarter are spent/.test(await text(page, '.moves')), 'the reason');
  assert.equal(await page.$(FREE), null);
  await press(page, '#advisor', ' ');
  await until(async () => await page.$('.estimate .word') === null, 'the advisor silent');
});

/// Keeps every place at which anything that can be pressed in a turn stands, picture by picture, and what Chromium
/// counts as shifts of the layout.
const watchPlaces = page => page.evaluate(() => {
  globalThis.places = new Map();
  globalThis.shifts = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => e.value))).observe({ type: 'layout-shift' });
  }
  const top = document.querySelector('.orders');
  const look = () => {
    requestAnimationFrame(look);
    for (const e of top.querySelectorAll('.desk :is(input, summary), .desk h3, #advisor')) {
      if (!e.checkVisibility()) continue;
      const place = Math.round(e.getBoundingClientRect().top - top.getBoundingClientRect().top);
      const name = (e.name ?? '') + (e.value ?? (e.querySelector('.name') ?? e).textContent);
      if (!places.has(name)) places.set(name, new Set());
      places.get(name).add(place);
    }
  };
  look();
});

for (const [screen, viewport] of [['desktop', { width: 1440, height: 900 }], ['tablet', { width: 1024, height: 768 }], ['narrow window', { width: 768, height: 1024 }], ['phone', { width: 390, height: 844 }]]) {
  test(`nothing moves while the advisor thinks and answers, ${screen}`, { viewport }, async ({ page, open, ready }) => {
    await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,1:&rivals=quantal-response');
    await page.$eval('.desk', desk => desk.scrollIntoView());
    await watchPlaces(page);
    const told = () => page.$$eval('.estimate .word', list => list.length);
    const before = await told();
    await tickFree(page);
    await until(async () => await told() < before, 'the old opinion gone');
    await ready();
    await tickFree(page);
    await ready();
    assert.ok(await told() > 0, 'the advisor says nothing');
    assert.match(await text(page, '.moves'), /no move left/);
    await page.$eval('#advisor', box => box.click());
    await until(async () => await told() === 0, 'the advisor silent');
    const [places, shifts] = await page.evaluate(() => [[...places].map(([name, all]) => [name, [...all]]), shifts]);
    assert.ok(places.length > 12, `only ${places.length} places were watched`);
    assert.deepEqual(places.filter(([, all]) => all.length > 1), [], 'something moved');
    assert.deepEqual(shifts, [], 'the layout shifted');
  });
}

test('the advisor that is switched off while it thinks stays silent', async ({ page, open }) => {
  await begin(page, open);
  const thinks = () => page.$eval('.advisor progress', bar => !bar.hidden);
  await tickFree(page);
  await until(thinks, 'the advisor thinking');
  await page.$eval('#advisor', box => box.click());
  await until(async () => !await thinks(), 'the advisor off');
  // Longer than any batch that is on its way.
  const late = await page.evaluate(() => new Promise(done => {
    const said = () => document.querySelector('.estimate .word') !== null;
    const timer = setInterval(() => said() && done(true), 10);
    setTimeout(() => (clearInterval(timer), done(said())), 1500);
  }));
  assert.equal(late, false, 'a late answer turned up');
  assert.equal(await all(page, '.advisor [role=status]'), '');
  await page.$eval('#advisor', box => box.click());
  await until(() => page.$('.estimate .word'), 'the advisor again');
});

test('after a quarter the papers open with what became of the orders, and the board tells what changed', async ({ page, open, ready }) => {
  await open('#v=1&preset=meta-agent&years=3&player=meta&goal=balanced&rivals=quantal-response');
  for (const order of ['harden', 'join-standard']) {
    await page.$eval(`input[value="${order}"]`, box => box.click());
    await until(() => page.$eval(`input[value="${order}"]`, box => box.checked), order);
  }
  assert.match(await text(page, '.drafted'), /^Harden security, Join a common standard/);
  await click(page, '#advance');
  await rest(page);
  const report = () => page.$$eval('.report tr', list => list.map(row => row.innerText.replaceAll('\u{a0}', ' ')));
  const rows = await report();
  assert.match(rows.join('\n'), /^Harden security\s+done, \w+ 20\d\d\nJoin a common standard\s+done, /);
  assert.match(rows[3], /^Horizon\s+.+ → /);
  assert.match(rows[4], /^Score: balanced\s+0\.\d\d → 0\.\d\d \([+−]0\.\d{3}\)/);
  assert.equal(rows.length, 9);
  const months = await page.$$eval('.pages > .headlines .when', list => list.map(e => Date.parse(`1 ${e.firstChild.textContent}`)));
  assert.deepEqual(months, months.toSorted((a, b) => b - a), 'the latest news is not on top');
  const [launch, risk] = await page.$$eval('.board .risk', list => list.map(row => row.innerText));
  assert.match(launch, /^Chance of a launch this quarter\s+(< )?[\d.]+\s%/);
  assert.match(risk, /^Risk of a severe incident this quarter\s+(< )?[\d.]+\s%/);
  const changes = await page.$$eval('.board small:not(:empty)', list => list.map(e => e.textContent));
  assert.ok(changes.length > 5 && changes.every(words => /^, (up ▲|down ▼)/.test(words)), changes.join());
  // The player's column comes first, then the others by their score.
  const scores = await page.$$eval('.board .score td', list => list.map(cell => Number.parseFloat(cell.innerText)));
  assert.deepEqual(scores.slice(1), scores.slice(1).toSorted((a, b) => b - a));
});

test('on a tablet the papers show what became of the orders and headlines at once', { viewport: { width: 1024, height: 768 } }, async ({ page, open }) => {
  await open('#v=1&preset=meta-agent&years=3&player=meta&goal=balanced&orders=0:assess,1:harden.hold&rivals=quantal-response');
  const seen = await page.evaluate(() => {
    const box = document.querySelector('.pages').getBoundingClientRect();
    const whole = [...document.querySelectorAll('.report tr, .pages > .headlines > li')].filter(e => e.getBoundingClientRect().bottom <= Math.min(box.bottom, innerHeight));
    const count = tag => whole.filter(e => e.localName === tag).length;
    return { rows: count('tr'), all: document.querySelectorAll('.report tr').length, headlines: count('li') };
  });
  assert.ok(seen.rows === seen.all && seen.all > 7, JSON.stringify(seen));
  assert.ok(seen.headlines >= 2, JSON.stringify(seen));
});

test('moves that cannot be ordered fold with their reasons, and a dial that was never set says so', async ({ page, open, ready }) => {
  await begin(page, open);
  const shut = await page.$$eval('.shut .order', list => list.map(row => [row.querySelector('input').disabled, row.querySelector('.hint').textContent]));
  assert.ok(shut.length > 0 && shut.every(([disabled, why]) => disabled && why.endsWith('.')), shut.join());
  assert.equal(await text(page, '.shut summary'), `Not possible now (${shut.length})`);
  assert.equal(await page.$('.moves > .move-list input:disabled'), null);
  // What the reasons say is no description of the move.
  const open_ = await page.$$eval('.moves > .move-list .hint', list => list.map(e => e.textContent));
  assert.equal(shut.filter(([, why]) => open_.includes(why)).length, 0);
  await tickFree(page);
  await tickFree(page);
  await until(async () => (await text(page, '.moves > .move-list')).includes('no move left'), 'the reason on the row');
  assert.equal(await text(page, '.shut summary'), `Not possible now (${shut.length})`);
  // Each dial has one level that stands, and each level says what it is.
  await page.$$eval('.dial', list => list.forEach(dial => { dial.open = true; }));
  const dials = await page.$$eval('.dial', list => list.map(dial => [dial.querySelectorAll('input:checked').length, [...dial.querySelectorAll('fieldset .hint')].every(e => e.checkVisibility() && e.innerText.endsWith('.'))]));
  assert.deepEqual(dials.filter(([checked, told]) => checked !== 1 || !told), []);
  const unset = 'input[value=""][name]';
  const name = await page.$eval(unset, input => input.name);
  const choose = which => page.$eval(`input[name="${name}"]${which}`, input => input.click());
  await choose(':not([value=""])');
  await until(() => page.$eval('.drafted', (p, name) => /, .*, /.test(p.innerText), name), 'the level among the orders');
  await choose('[value=""]');
  await until(() => page.$eval('.drafted', p => !/, .*, /.test(p.innerText)), 'the level taken out again');
  // What something has moved since is not where the strategy has it.
  await open('#v=1&preset=meta-agent&years=3&player=meta&rivals=by-rule&orders=0:full-open,2:&script=8:meta:licence-change');
  await ready();
  assert.equal(await page.$eval('.dial summary b', e => e.firstChild.textContent), 'Between two levels');
});

test('a dial folds to what is chosen, what is new and what the advisor would rather, and opens by keyboard', async ({ page, open, ready }) => {
  await begin(page, open);
  await press(page, '#advance');
  await rest(page);
  await ready();
  const dials = () => page.$$eval('.dial', list => list.map(dial => {
    const say = (selector, of = dial) => of.querySelector(selector)?.textContent ?? '';
    const rows = [...dial.querySelectorAll('label.order')];
    const helping = rows.filter(row => row.querySelector('.helps')).map(row => [Number(say('.figure', row)), say('b', row)]);
    return {
      name: say('.name'), open: dial.open, level: say('summary b').replace(/ new$/, ''), isNew: !dial.querySelector('.new').hidden,
      chosen: say('b', rows.find(row => row.querySelector('input').checked)), told: say('.terms'), figure: say('summary .figure'),
      best: helping.sort((a, b) => b[0] - a[0])[0], asked: rows.some(row => row.querySelector('.word')),
    };
  }));
  const folded = await dials();
  assert.ok(folded.length > 5 && folded.every(d => !d.open && d.name && d.level === d.chosen && !d.isNew), JSON.stringify(folded));
  for (const d of folded) {
    if (d.best) assert.deepEqual([d.told, Number(d.figure)], [d.best[1], d.best[0]], d.name);
    else assert.equal(d.told, d.asked ? 'no level clearly better' : '', d.name);
  }
  assert.ok(folded.some(d => d.best), 'the advisor would change nothing');
  assert.equal(await page.$$eval('.dial fieldset', list => list.some(e => e.checkVisibility({ contentVisibilityAuto: true }))), false);
  // Opened and turned by keyboard; it stays open while the advisor answers, and in the next quarter.
  await press(page, '.dial:nth-of-type(3) summary');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  const third = async () => (await dials())[2];
  await until(async () => (await third()).isNew, 'the change marked');
  await ready();
  const turned = await third();
  assert.ok(turned.open && turned.level === turned.chosen && turned.level !== folded[2].level, JSON.stringify(turned));
  const ordered = `${turned.name}: ${turned.level}`;
  assert.ok((await text(page, '.drafted')).startsWith(`${ordered}: `));
  await page.reload({ waitUntil: 'load' });
  await ready();
  assert.deepEqual(await dials().then(all => all.map(d => [d.open, d.isNew])), folded.map((_, k) => [false, k === 2]));
  await press(page, '.dial:nth-of-type(3) summary', ' ');
  await press(page, '#advance');
  await rest(page);
  await ready();
  assert.equal(await text(page, '.report th'), ordered);
  const after = await third();
  assert.deepEqual([after.open, after.isNew, after.level], [true, false, turned.level]);
});

test('a running game can be left for a new one and gone on with; a fork leads back to its debrief', async ({ page, open, ready }) => {
  await begin(page, open);
  await click(page, '#advance');
  await rest(page);
  const heading = await text(page, '#turn-heading');
  await click(page, '#new-game');
  await until(() => page.$('#begin'), 'the start form');
  await click(page, '#saved');
  await until(async () => await text(page, '#turn-heading').catch(() => '') === heading, 'the game that was left');
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
  const verdict = await text(page, '#debrief-heading');
  await click(page, '#play-on');
  await until(() => page.$('#turn-heading'), 'the fork');
  await click(page, '#return');
  await until(async () => await text(page, '#debrief-heading').catch(() => '') === verdict, 'the debrief again');
});

test('a game that is reloaded is restored with what was ticked', async ({ page, open, ready }) => {
  await begin(page, open);
  await click(page, '#advance');
  await rest(page);
  await click(page, 'input[value="harden"]');
  await until(() => page.$eval('input[value="harden"]', box => box.checked), 'the tick');
  await ready();
  await page.reload({ waitUntil: 'load' });
  await ready();
  assert.match(await text(page, '.play-mode .notes'), /Your game was restored\./);
  assert.equal(await page.$eval('input[value="harden"]', box => box.checked), true);
  assert.match(await text(page, '.drafted'), /^Harden security/);
});

test('months pass on the map, stop at the front page, and can be skipped', async ({ page, open }) => {
  await begin(page, open, '#v=1&preset=safety-incident&seed=amber-falcon-pilot&years=3&view=play');
  await page.click('#advance');
  await until(async () => /Skip|Go on/.test(await text(page, '#onward')), 'months passing');
  assert.equal(await page.$eval('.desk-room', e => getComputedStyle(e).visibility), 'hidden');
  await rest(page);
  assert.equal(await page.$eval('.desk-room', e => getComputedStyle(e).visibility), 'visible');
});

test('auto-play: quarter follows quarter, and the same button pauses it, by keyboard too', { seconds: 90 }, async ({ page, open }) => {
  await begin(page, open);
  const says = () => text(page, '#auto');
  const date = () => page.$eval('.play-mode .map .date', e => e.textContent);
  await click(page, '.onward input');
  await press(page, '#auto');
  assert.equal(await says(), 'Pause');
  assert.match(await text(page, '#auto-hint'), /sends what is ticked.*standing policy, no moves, to the end/);
  assert.equal(await page.$eval('.standing', e => getComputedStyle(e).visibility), 'visible');
  // The answer to the leak, one quarter, and into the next; the focus waits where it can pause.
  await until(async () => /^Quarter 2 of/.test(await text(page, '.onward [role=status]')), 'the second quarter');
  assert.equal(await focused(page), 'auto');
  await page.keyboard.press(' ');
  await until(async () => await says() === 'Auto-play', 'the pause');
  assert.equal(await text(page, '.onward [role=status]'), 'Paused.');
  const then = [await date(), await page.$eval('.play-mode .map svg', svg => svg.outerHTML)];
  await page.evaluate(() => new Promise(done => setTimeout(done, 1500)));
  assert.deepEqual([await date(), await page.$eval('.play-mode .map svg', svg => svg.outerHTML)], then, 'time passes in a pause');
  await page.keyboard.press(' ');
  await until(async () => await date() !== then[0], 'time passing again');
  await page.keyboard.press(' ');
  await until(async () => await says() === 'Auto-play', 'the second pause');
  await rest(page);
  // It was the policy that stood: no orders were given.
  assert.match(await text(page, '#turn-heading'), /^Quarter [34] of /);
  await until(async () => /^[23]:$/.test(await word(page, 'orders')), 'the orders in the link');
});

test('auto-play stops at front-page news and says so, and at the end', { seconds: 150 }, async ({ page, open, ready }) => {
  await begin(page, open, '#v=1&preset=safety-incident&seed=amber-falcon-pilot&years=3&view=play');
  await click(page, '#auto');
  await until(async () => /^(Stopped at|The quarter ends with) front-page news/.test(await text(page, '.onward [role=status]')), 'the stop');
  assert.equal(await text(page, '#auto'), 'Auto-play');
  assert.ok(await page.$('.pages > .headlines li:first-child.w3'), 'what stopped the game does not stand on top');
  assert.ok(await page.$('.quarter .headlines .w3'), 'nothing on the front page');
  await click(page, '.onward input');
  await click(page, '#auto');
  for (let k = 0; k < 40 && !await ended(page); k++) {
    await page.evaluate(() => [...document.querySelectorAll('#onward')].filter(b => b.innerText === 'Skip').forEach(b => b.click()));
  }
  await until(async () => /^To the debrief/.test(await text(page, '#onward')), 'the end', 60_000);
  assert.equal(await page.$eval('#auto', button => button.hidden), true);
  assert.equal(await focused(page), 'news-heading');
  await ready(60_000);
});

test('under reduced motion auto-play steps from month to month', { browsers: ['chromium'] }, async ({ page, open }) => {
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await begin(page, open);
  await page.evaluate(() => {
    globalThis.began = Infinity;
    globalThis.pictures = new Map();
    const look = () => {
      requestAnimationFrame(look);
      // Before, the map is of a shorter game, and may have shorter axes.
      if (performance.now() < globalThis.began + 300) return;
      const map = document.querySelector('.play-mode .map svg');
      const date = map.querySelector('.date').textContent;
      if (!pictures.has(date)) pictures.set(date, new Set());
      pictures.get(date).add(map.outerHTML);
    };
    look();
  });
  await click(page, '.onward input');
  await page.evaluate(() => {
    document.querySelector('#auto').click();
    globalThis.began = performance.now();
  });
  await until(() => page.evaluate(() => pictures.size >= 4), 'months passing');
  await click(page, '#auto');
  const seen = await page.evaluate(() => [...pictures].map(([date, all]) => [date, all.size]));
  assert.deepEqual(seen.filter(([, count]) => count > 1), [], 'something moves within a month');
});

/// Keeps what the page says while it replays, and how long it was deaf.
const watchReplay = page => page.evaluateOnNewDocument(() => {
  globalThis.said = new Set();
  globalThis.deaf = [];
  globalThis.onReplay = () => {};
  new MutationObserver(() => {
    const heading = document.getElementById('replaying');
    if (!heading) return;
    said.add(heading.textContent);
    onReplay(heading.textContent);
  }).observe(document, { subtree: true, childList: true, characterData: true });
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (document.getElementById('replaying')) deaf.push(now - last);
    last = now;
  }, 4);
});

test('a long game against rivals that look ahead is replayed turn by turn, and the page hears all the while', { seconds: 90 }, async ({ page, open, ready }) => {
  await watchReplay(page);
  await open();
  const began = Date.now();
  await page.evaluate(link => { location.hash = link; }, LONG);
  await until(async () => /^May 2031 to Jul 2031$/.test(await text(page, '#news-heading').catch(() => '')), 'the end of the game');
  const [said, deaf] = await page.evaluate(() => [[...said], Math.max(...deaf)]);
  const took = Date.now() - began;
  console.log(`        replay of 20 quarters: ${took} ms, ${said.length} steps told, at most ${deaf.toFixed(0)} ms without an answer`);
  assert.ok(said.length >= 15 && said.includes('Replaying: quarter 7 of 18'), said.join(', '));
  assert.ok(deaf < took / 3, `of ${took} ms the page was deaf for ${deaf} at a time`);
  await ready(60_000);
});

test('a replay can be stopped and played on from, and a newer link replaces it', { seconds: 90 }, async ({ page, open, ready }) => {
  await watchReplay(page);
  await open('#v=1&preset=standard-war');
  await page.evaluate(link => {
    onReplay = heading => { if (/quarter 3 /.test(heading)) document.getElementById('halt').click(); };
    location.hash = link;
  }, LONG);
  await until(() => page.$('#turn-heading'), 'the game where it was stopped');
  await ready();
  assert.match(await text(page, '#turn-heading'), /^Quarter [34] of 18: /);
  assert.match(await text(page, '.play-mode .notes'), /The replay was stopped here/);
  assert.equal(await word(page, 'orders'), '0:assess,19:');
  await click(page, '#advance');
  await rest(page);
  await until(async () => /^0:assess,[34]:$/.test(await word(page, 'orders')), 'the shorter game in the link');
  await page.evaluate(link => {
    onReplay = heading => { if (/quarter 3 /.test(heading)) location.hash = 'v=1&preset=standard-war&player=challenger&orders=1:'; };
    location.hash = link;
  }, LONG);
  await until(async () => /^Quarter 2 of/.test(await text(page, '#turn-heading').catch(() => '')), 'the newer game');
  await ready();
  assert.equal(await word(page, 'player'), 'challenger');
});

/// Keeps files that the page offers instead of saving them.
const keepFiles = page => page.evaluateOnNewDocument(() => {
  globalThis.files = [];
  globalThis.blobs = [];
  const address = URL.createObjectURL;
  URL.createObjectURL = blob => (blobs.push(blob), address(blob));
  HTMLAnchorElement.prototype.click = function () { files.push([this.download, this.href]); };
});

/// What a PNG that was offered shows: its size, whether its corners are opaque, and how many colours it has.
const shows = page => page.evaluate(async () => {
  const image = new Image();
  image.src = files.at(-1)[1];
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const colours = new Set(new Uint32Array(data.buffer));
  return { size: [image.width, image.height], corners: [data[3], data.at(-1)], many: colours.size > 50 };
});

test('the result is a picture to share, and a chart to keep, as PNG and as SVG', async ({ page, open }) => {
  await keepFiles(page);
  const expected = { size: [1504, 904], corners: [255, 255], many: true };
  const save = async (within, kind) => {
    await page.$$eval(`${within} button`, (list, kind) => list.find(b => b.innerText === `Save ${kind}`).click(), kind);
    await until(() => page.evaluate(kind => files.at(-1)?.[0].endsWith(`.${kind}`), kind.toLowerCase()), `the ${kind}`);
    return page.evaluate(() => files.at(-1)[0]);
  };
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
  assert.equal(await save('.doors', 'PNG'), 'after-the-leak-game.png');
  assert.deepEqual(await shows(page), expected);
  assert.equal(await save('.doors', 'SVG'), 'after-the-leak-game.svg');
  assert.match(await text(page, '.pictures'), /Saved/);
  await until(async () => !/Saved/.test(await text(page, '.pictures')), 'it being said no more');
  const drawing = await page.evaluate(() => blobs.at(-1).text());
  assert.match(drawing, /<style>[^<]*--chart-paper:/, 'a picture takes its colours along');
  await open('#v=1&preset=meta-agent&years=3');
  await page.$eval('#trust .table summary', summary => summary.click());
  await until(() => page.$('#trust table'), 'the menu of the chart');
  assert.equal(await save('#trust', 'PNG'), 'after-the-leak-trust.png');
  assert.deepEqual(await shows(page), expected);
});

test('nothing moves for those who prefer it: the news is listed', { browsers: ['chromium'] }, async ({ page, open }) => {
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await begin(page, open);
  await click(page, '#advance');
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
  await click(page, '#advance');
  await rest(page);
  await ready();
  const [mine, heading] = [await word(page, 'seed'), await text(page, '#turn-heading')];
  await open('#v=1&preset=standard-war&seed=amber-falcon-pilot&player=challenger&orders=0:assess,1:');
  assert.match(await text(page, '#turn-heading'), /^Quarter 2 /);
  await press(page, '#saved');
  await until(async () => await text(page, '#turn-heading').catch(() => '') === heading, 'the saved game');
  await ready();
  assert.equal(await word(page, 'seed'), mine);
  // What is played on in a link's game becomes the saved one, and the other is still there.
  await open('#v=1&preset=standard-war&seed=amber-falcon-pilot&player=challenger&orders=0:assess,1:');
  await click(page, '#advance');
  await rest(page);
  await open('#view=play');
  assert.match(await text(page, '.saved'), /Challenger in “Winner takes all”/);
});

test('a game works where nothing can be saved', async ({ page, open }) => {
  await page.evaluateOnNewDocument(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
  await begin(page, open);
  await click(page, '#advance');
  await rest(page);
  assert.match(await text(page, '#turn-heading'), /^Quarter 1 /);
});

test('the way in and the way between the modes', async ({ page, open, ready }) => {
  await open();
  await press(page, '#door');
  await until(() => page.$('#begin'), 'the start form');
  await ready();
  assert.equal(await word(page, 'view'), 'play');
  await click(page, '#today');
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
  await click(page, '#begin');
  await until(() => page.$('#advance'), 'the first response');
  await fits('a turn');
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,1:&rivals=quantal-response');
  await fits('a later turn');
  const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  assert.ok(screens < 4.5, `a turn takes ${screens.toFixed(1)} screens`);
  await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
  await fits('the debrief');
  // The mode that was tapped, over which a pointer seems to rest, is as readable as before.
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.tap('.modes button:nth-child(2)');
    await page.tap('.modes button:nth-child(1)');
    const ground = await page.$eval('.modes [aria-current]', e => [getComputedStyle(e).backgroundColor, getComputedStyle(document.documentElement).color]);
    assert.equal(ground[0], ground[1], `the mode tapped, ${scheme}`);
  }
});

for (const scheme of ['light', 'dark']) {
  test(`accessible, ${scheme}`, { browsers: ['chromium'], seconds: 120 }, async ({ page, open, ready }) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await open(START);
    assert.deepEqual(await accessibilityFaults(page), []);
    await click(page, '#begin');
    await ready();
    assert.deepEqual(await accessibilityFaults(page), []);
    await open('#v=1&preset=meta-agent&years=3&player=meta&orders=0:assess,10:');
    assert.deepEqual(await accessibilityFaults(page), []);
  });
}

test('a catastrophe can be asked for, and ends a game in which nobody wins', async ({ page, open }) => {
  await open(START);
  assert.equal(await page.$eval('#start-catastrophe', box => box.checked), false);
  await click(page, '#start-catastrophe');
  await click(page, '#begin');
  await until(async () => await word(page, 'player') === 'meta', 'the game in the link');
  assert.ok(Number(await word(page, 'catastrophe_probability')) > 0);
  await open('#v=1&preset=baseline&years=3&player=meta&script=3:frontier-lab:catastrophe&orders=0:');
  await until(() => ended(page), 'the debrief');
  assert.equal(await text(page, '#debrief-heading'), 'Nobody won.');
  assert.match(await text(page, '.debrief header'), /month 3.*the safety gap of Frontier lab/s);
});
