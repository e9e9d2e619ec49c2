// The last step of the page's build, called by Trunk (see Trunk.toml) with the folder it is about to publish:
//   the page, its style sheets and its scripts lose what only people read: comments and the room around them;
//   what program and script call each other by loses its digests, which nothing can compress;
//   a worker gets a start script beside the program, named after its content like the program itself;
//   the page of the model is made by the program, and named after its content likewise;
//   the page gets a content security policy: scripts from this build and nothing from or to elsewhere;
//   the service worker gets the list of all files and a digest of them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.TRUNK_STAGING_DIR ?? process.argv[2];
const digest = (texts, form) => texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest(form);
const read = name => readFileSync(join(folder, name));

function replaceOnce(text, from, to, what) {
  if (text.split(from).length !== 2) throw new Error(`${what}: expected ${from} exactly once`);
  return text.replace(from, () => to);
}

// Names stay: they are of the content before, which decides what is left.
function cut() {
  for (const name of readdirSync(folder)) {
    const text = () => read(name).toString();
    if (name.endsWith('.css')) {
      writeFileSync(join(folder, name), cutStyle(text()));
    } else if (/^web-[0-9a-f]+\.js$/.test(name)) {
      writeFileSync(join(folder, name), text().replaceAll(/\/\*\*[^]*?\*\//g, '').replaceAll(/\n\s+/g, '\n'));
    } else if (['index.html', 'sw.js'].includes(name)) {
      const said = text().replaceAll(/<!--[^]*?-->/g, '').replaceAll(/^\s*\/\/.*$/gm, '');
      const styled = said.replace(/(?<=<style>)[^]*?(?=<\/style>)/, cutStyle);
      writeFileSync(join(folder, name), styled.replaceAll(/\n\s+/g, '\n'));
    }
  }
}

function cutStyle(text) {
  const words = text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\s+/g, ' ');
  return words.replaceAll(/ ?([{};]) ?/g, '$1').replaceAll(';}', '}');
}

// wasm-bindgen ends the names of what crosses between program and script with digests. Each name becomes a counted
// one of its own length, so that nothing in the program moves.
function countNames() {
  const script = theScript();
  const program = script.replace(/\.js$/, '_bg.wasm');
  let text = read(script).toString();
  let binary = read(program).toString('latin1');
  const names = [...new Set(text.match(/\b\w+_h?[0-9a-f]{16}(?:_\d+)?\b/g))];
  const counted = new Map(names.map((name, k) => [name, `x${k.toString(36)}`.padStart(name.length, '_')]));
  // The longest first: one may be the beginning of another.
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    text = text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), counted.get(name));
    binary = replaceOnce(binary, name, counted.get(name), program);
  }
  writeFileSync(join(folder, script), text);
  writeFileSync(join(folder, program), binary, 'latin1');
}

function theScript() {
  const [script, ...others] = readdirSync(folder).filter(name => /^web-[0-9a-f]+\.js$/.test(name));
  if (!script || others.length) throw new Error('expected one web-….js in the page');
  return script;
}

// The worker is the page's own program, which sees where it has been started: so a visit fetches one engine, not
// two, and a worker never meets a newer page.
function writeWorker() {
  const program = theScript();
  const name = program.replace(/\.js$/, '-worker.js');
  const wasm = program.replace(/\.js$/, '_bg.wasm');
  writeFileSync(join(folder, name), `import start from './${program}';
await start({ module_or_path: new URL('${wasm}', import.meta.url) });
`);
  return `./${name}`;
}

function makeModel() {
  const made = join(folder, 'model.html');
  execFileSync('cargo', ['run', '--locked', '--quiet', '--', 'docs', '--out', made], { stdio: 'inherit' });
  const name = `model-${digest([read('model.html')], 'hex').slice(0, 16)}.html`;
  renameSync(made, join(folder, name));
  return `./${name}`;
}

function finishPage(worker, model) {
  let page = read('index.html').toString();
  page = replaceOnce(page, '<meta name="worker" content="./worker.js">',
    `<meta name="worker" content="${worker}">`, 'index.html');
  page = replaceOnce(page, '<meta name="model" content="./model.html">',
    `<meta name="model" content="${model}">`, 'index.html');
  const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)];
  const scripts = inline.map(([, text]) => `'sha256-${digest([text], 'base64')}'`);
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${scripts.join(' ')}`,
    // yew sets style attributes; charts become pictures by way of blob: and data: addresses.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "base-uri 'self'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
  page = replaceOnce(page, '<meta charset="utf-8">',
    `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`, 'index.html');
  writeFileSync(join(folder, 'index.html'), page);
}

function fillServiceWorker() {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length).replace(/^[\\/]/, '').replaceAll('\\', '/'))
    .filter(name => name !== 'sw.js')
    .sort();
  const version = digest(files.flatMap(name => [name, '\0', read(name)]), 'hex').slice(0, 16);
  // The page is asked for by its folder.
  const list = files.map(name => (name === 'index.html' ? './' : name));
  let worker = read('sw.js').toString();
  worker = replaceOnce(worker, "const VERSION = 'development';", `const VERSION = '${version}';`, 'sw.js');
  worker = replaceOnce(worker, 'const FILES = [];', `const FILES = ${JSON.stringify(list)};`, 'sw.js');
  writeFileSync(join(folder, 'sw.js'), worker);
}

cut();
countNames();
finishPage(writeWorker(), makeModel());
fillServiceWorker();
