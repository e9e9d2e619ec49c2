// The page in use: sliders, links, seeds, time, charts, and what it says when it is given nonsense.
import { accessibilityFaults, assert, launch, test, until, waitReady } from './harness.mjs';

const fragment = page => page.evaluate(() => location.hash.slice(1));
const word = async (page, key) => new URLSearchParams(await fragment(page)).get(key);
const text = (page, selector) => page.$eval(selector, element => element.innerText);
const sentences = page => page.$$eval('.notes li', list => list.map(li => li.innerText));
const svg = (page, panel) => page.$eval(`#${panel} svg`, element => element.outerHTML);
const slider = key => `.field[data-key="${key}"] input[type=range]`;
const box = key => `.field[data-key="${key}"] input.number`;

async function type(page, selector, words) {
  await page.$eval(selector, input => { input.scrollIntoView({ block: 'center' }); input.focus(); input.select(); });
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('arrives with the race playing, and stops at the end', async ({ page, open }) => {
  await open();
  assert.match(await text(page, 'h1'), /One leak\. Five years\. Who sets the standard\?/);
  assert.match(await text(page, 'main'), /Conditional stories, not forecasts/);
  await until(async () => Number(await page.$eval('#timeline', t => t.value)) > 2, 'the months passing');
  await page.click('#play');
  const month = await page.$eval('#timeline', t => t.value);
  assert.equal(await page.$eval('#play', b => b.ariaLabel ?? b.getAttribute('aria-label')), 'Play');
  await page.focus('#timeline');
  await page.keyboard.press('ArrowRight');
  await until(async () => Number(await page.$eval('#timeline', t => t.value)) === Number(month) + 1, 'one month on');
  assert.match(await text(page, '.moment'), new RegExp(`^Month ${Number(month) + 1} · [A-Z][a-z]+ 20\\d\\d$`));
});

test('stands still for those who prefer it', { browsers: ['chromium'] }, async ({ page, open }) => {
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await open();
  assert.equal(await page.$eval('#timeline', t => t.value), '60');
  assert.equal(await page.$eval('#play', b => b.getAttribute('aria-label')), 'Play');
});

test('a slider by keyboard changes the charts and the link, and keeps the focus', async ({ page, open, ready }) => {
  await open();
  const before = [await svg(page, 'developers'), await fragment(page)];
  await page.$eval(slider('leak_info'), element => { element.dataset.same = 'yes'; element.focus(); });
  for (let k = 0; k < 30; k++) await page.keyboard.press('ArrowRight');
  await ready();
  assert.notEqual(await svg(page, 'developers'), before[0]);
  assert.equal(await word(page, 'leak_info'), '0.55');
  assert.notEqual(await word(page, 'fp'), new URLSearchParams(before[1]).get('fp'));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.same), 'yes', 'the focused slider is another element');
  assert.match(await page.$eval(slider('leak_info'), input => input.getAttribute('aria-valuetext')), /0\.55 share/);
  assert.ok(await page.evaluate(() => performance.getEntriesByName('median-ready').length > 0));
  // The list of changes names it, and takes it back.
  assert.match(await text(page, '.changes'), /Information in the leak\s+0\.4 share[\s\S]*0\.55 share/);
  await page.click('.changes li button');
  await ready();
  assert.equal(await fragment(page), before[1]);
});

test('undo and redo', async ({ page, open, ready }) => {
  await open();
  const before = await fragment(page);
  await type(page, box('leak_info'), '0.7');
  await ready();
  const after = await fragment(page);
  assert.notEqual(after, before);
  await page.click('[aria-label=Undo]');
  await ready();
  assert.equal(await fragment(page), before);
  await page.click('[aria-label=Redo]');
  await ready();
  assert.equal(await fragment(page), after);
});

test('typed nonsense gives the nearest valid value and a sentence', async ({ page, open, ready }) => {
  await open();
  for (const [typed, value] of [['99', '1'], ['-1e400', '0'], ['NaN', '0'], ['lots', '0'], ['0,25', '0.25'], ['', '0.25'], ['<b>1</b>', '0.25']]) {
    await type(page, box('leak_info'), typed || ' ');
    await ready();
    assert.equal(await page.$eval(box('leak_info'), input => input.value), value, `after “${typed}”`);
    assert.equal((await sentences(page)).length, typed === '0,25' ? 0 : 1, `after “${typed}”`);
  }
});

test('any seed is a seed', async ({ page, open, ready }) => {
  await open();
  await type(page, '#seed', 'no such seed at all!');
  await ready();
  assert.match((await sentences(page))[0], /seed is three words/);
  assert.match(await page.$eval('#seed', input => input.value), /^[a-z]+-[a-z]+-[a-z]+$/);
  await type(page, '#seed', '18446744073709551615');
  await ready();
  assert.equal(await word(page, 'seed'), '18446744073709551615');
  assert.deepEqual(await sentences(page), []);
  const before = await svg(page, 'valuation');
  await page.click('[aria-label="New seed"]');
  await ready();
  assert.match(await word(page, 'seed'), /^[a-z]+-[a-z]+-[a-z]+$/);
  assert.notEqual(await svg(page, 'valuation'), before);
});

test('a bad link opens the nearest scenario and says so', async ({ page, open, ready }) => {
  await open('#v=1&preset=meta-agnt&leak_info=7&colour=red&years=%zz&meta.brand=NaN&fp=nonsense');
  assert.ok((await sentences(page)).length >= 5, (await sentences(page)).join('\n'));
  assert.equal(await word(page, 'leak_info'), '1');
  await page.click('.notes button');
  await until(async () => !(await page.$('.notes')), 'the sentences being put away');
  const wild = ['#', '#%', '#=&=&=', '#v=99', '#seed=💥', `#script=${'1:meta:launch,'.repeat(200)}`, `#${'x'.repeat(20000)}`, '#companies=meta', '#years=1e9&companies=a,b,c', '#preset=../../etc', '#view=future-99', '#view=elsewhere'];
  for (const link of wild) {
    await page.evaluate(hash => { location.hash = hash; }, link);
    await until(async () => /^v=1&preset=[a-z-]+/.test(await fragment(page)), `the address after ${link.slice(0, 40)}`);
    await ready();
  }
});

test('a link put into the address bar opens, and proves itself', async ({ page, open, ready, site }) => {
  await open('#v=1&preset=standard-war&network_strength=6.5');
  const link = await fragment(page);
  assert.match(link, /fp=[0-9a-f]{8}$/);
  await page.evaluate(() => { location.hash = '#preset=baseline&years=3'; });
  await until(async () => /Three years/.test(await text(page, 'h1')), 'the new scenario');
  await ready();
  await page.evaluate(hash => { location.hash = hash; }, `#${link}`);
  await until(async () => /Reproduced exactly/.test(await text(page, '.notes-region')), 'the verdict');
  assert.equal(await page.$eval(`.preset input[value=standard-war]`, radio => radio.checked), true);
  await page.evaluate(hash => { location.hash = hash; }, `#${link.replace(/fp=.*/, 'fp=00000000')}`);
  await until(async () => /Not reproduced/.test(await text(page, '.notes-region')), 'the other verdict');
});

test('Copy link opens in the other browser with the same outcome', { browsers: ['chromium'] }, async ({ page, open, ready, site, context }) => {
  await context.overridePermissions(new URL(site).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  await open('#preset=ai-winter&years=4&open-lab.strategy=full-open');
  await page.click('#copy-link');
  await until(async () => (await text(page, '#copy-link')).trim() === 'Copied', 'the word Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(new URL(link).hash.slice(1), await fragment(page));
  const firefox = await launch('firefox');
  try {
    const there = await firefox.newPage();
    await there.goto(link);
    await waitReady(there);
    await until(async () => /Reproduced exactly/.test(await text(there, '.notes-region')), 'the verdict in Firefox');
    assert.equal(await fragment(there), await fragment(page));
  } finally {
    await firefox.close();
  }
});

test('every headline has its month, and moves time to it', async ({ page, open, ready }) => {
  await open();
  await page.click('#play');
  await page.focus('#timeline');
  await page.keyboard.press('End');
  await ready();
  const months = await page.$$eval('.headlines .when', list => list.map(e => e.firstChild.textContent));
  assert.ok(months.length > 3);
  for (const month of months) assert.match(month, /^[A-Z][a-z]{2} 20\d\d$/);
  assert.ok((await page.$$eval('.headlines .topic', list => list.map(e => e.innerText))).includes('Leak'));
  await page.$eval('.headlines li:last-child button', button => button.click());
  await until(async () => Number(await page.$eval('#timeline', t => t.value)) < 60, 'the month of the headline');
});

test('another future can be chosen, and the link holds it', async ({ page, open, ready }) => {
  await open();
  const typical = await text(page, '#future');
  await page.click('[aria-label="Next future"]');
  await ready();
  assert.notEqual(await text(page, '#future'), typical);
  const view = await word(page, 'view');
  assert.match(view, /^future-\d+$/);
  await open(`#view=${view}`);
  assert.match(await text(page, '#future'), new RegExp(`^Future ${view.slice(7)} of 1,000$`));
});

test('charts are read by keyboard', async ({ page, open }) => {
  await open();
  await page.$eval('#trust .plot', plot => plot.focus());
  await page.keyboard.press('Home');
  for (let k = 0; k < 3; k++) await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowLeft');
  await until(async () => (await page.$eval('#trust .plot', plot => plot.getAttribute('aria-valuenow'))) === '35', 'month 35');
  assert.match(await page.$eval('#trust .plot', plot => plot.getAttribute('aria-valuetext')), /^June 2029: Meta 0\.\d\d, nine in ten 0\.\d\d – 0\.\d\d/);
  assert.match(await text(page, '#trust .readout'), /June 2029/);
  // The cursor is everywhere.
  assert.equal(await page.$eval('#cash .plot', plot => plot.getAttribute('aria-valuenow')), '35');
});

test('the numbers of a chart are a table', async ({ page, open }) => {
  await open('#years=3');
  await page.$eval('#cash .table summary', summary => summary.click());
  await until(() => page.$('#cash table'), 'the table');
  assert.equal(await page.$$eval('#cash tbody tr', rows => rows.length), 37);
});

test('companies come and go', async ({ page, open, ready }) => {
  await open();
  await page.select('#add-company', '7');
  await ready();
  assert.match(await word(page, 'companies'), /,startup$/);
  assert.equal(await page.$$eval('.chip', chips => chips.length), 6);
  await page.$eval('.company:last-of-type summary', summary => summary.click());
  await until(() => page.$('.company[open] .quiet'), 'the editor');
  await page.$eval('.company[open] .quiet', button => button.click());
  await ready();
  assert.equal(await word(page, 'companies'), null);
});

test('parameters are found by word', async ({ page, open }) => {
  await open();
  await page.type('#search', 'METR doubling');
  await until(async () => /^[1-9]\d* found$/.test(await text(page, '.found')), 'what was found');
  await until(() => page.$(slider('capability_growth')), 'the slider');
  await page.$eval('.field[data-key=capability_growth] .about summary', summary => summary.click());
  assert.match(await text(page, '.field[data-key=capability_growth] .about'), /Range[\s\S]*Default[\s\S]*Likely[\s\S]*Source[\s\S]*METR[\s\S]*V, verified/);
});

for (const [width, height] of [[390, 844], [1024, 768], [1440, 900]]) {
  test(`fits a window of ${width} px`, { viewport: { width, height } }, async ({ page, open }) => {
    await open('#years=10&companies=meta,frontier-lab,challenger,cloud-giant,open-lab,state-lab,device-maker,startup');
    const [inside, outside] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(inside <= outside, `the page is ${inside} px wide in a window of ${outside} px`);
    const small = await page.$$eval('button, summary, input, select', list => list
      .filter(e => e.offsetParent && e.getBoundingClientRect().height > 1)
      .map(e => [e.outerHTML.slice(0, 90), Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height)])
      .filter(([html, side]) => side < 24 && !/type="(checkbox|radio)"/.test(html)));
    assert.deepEqual(small, [], 'too small to touch');
  });
}

test('on a phone the controls are a sheet', { viewport: { width: 390, height: 844 } }, async ({ page, open, ready }) => {
  await open();
  assert.equal(await page.$eval('#controls', e => getComputedStyle(e).display), 'none');
  await page.click('.sheet-button button');
  await until(() => page.evaluate(() => document.activeElement.id === 'controls'), 'the sheet having the focus');
  await page.$eval(slider('leak_info'), element => element.focus());
  await page.keyboard.press('End');
  await ready();
  assert.equal(await word(page, 'leak_info'), '1');
  await page.keyboard.press('Escape');
  await until(() => page.$eval('#controls', e => getComputedStyle(e).display === 'none'), 'the sheet being away');
});

for (const scheme of ['light', 'dark']) {
  test(`has no accessibility faults when everything is open, ${scheme}`, { browsers: ['chromium'], seconds: 120 }, async ({ page, open, ready }) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await open('#leak_info=9&network_strength=4&years=4');
    await page.$$eval('details.group > summary', list => list.filter(s => !s.parentElement.open).slice(0, 4).forEach(s => s.click()));
    await page.$$eval('.company summary', list => list[1].click());
    await page.$$eval('#cash .table summary, .race .table summary, .field[data-key=leak_info] .about summary', list => list.forEach(s => s.click()));
    await until(() => page.$('#cash table'), 'the table');
    assert.deepEqual(await accessibilityFaults(page), []);
  });
}

test('everything is reached by the keyboard, in order', { browsers: ['chromium'] }, async ({ page, open }) => {
  await open();
  const seen = [];
  for (let k = 0; k < 120; k++) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => {
      const e = document.activeElement;
      return e.id || e.getAttribute('aria-label') || e.innerText || e.tagName;
    }));
  }
  assert.match(seen[0], /Skip/);
  const order = ['seed', 'copy-link', 'play', 'timeline', 'search', 'years'].map(id => seen.indexOf(id));
  assert.ok(order.every(place => place >= 0), `${order}\n${seen.join('\n')}`);
});
