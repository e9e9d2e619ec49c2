// A static file server for this machine only: what ./play opens, and what the browser tests load.
//
//   node tools/serve.mjs [folder] [port]
//
// It serves exactly the files that would be published, as a plain web host would: no reload script, no
// invented pages, 404 for what is not there. Every answer may be kept but must be asked for again, so that
// a page built anew is the page seen.
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 50;
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/// Serves `folder` under the path `under` ('/' or '/some/where/'), as if the files whose path matches `without`
/// were not there. Port 0 takes any free one.
/// Resolves to { url, port, close() }; rejects with EADDRINUSE when the port is taken.
export async function serve(folder, { port = 0, under = '/', without } = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) =>
    answer(root, under, without, request, response).catch(() => response.destroy()));
  await new Promise((done, failed) => server.once('error', failed).listen(port, HOST, done));
  return {
    port: server.address().port,
    url: `http://${HOST}:${server.address().port}${under}`,
    close: () => new Promise(done => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

async function answer(root, under, without, request, response) {
  const send = (status, type, body, more = {}) => {
    response.writeHead(status, {
      'content-type': type, 'content-length': body.length, 'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff', ...more,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const plain = (status, sentence, more) => send(status, 'text/plain; charset=utf-8', Buffer.from(sentence + '\n'), more);

  if (!['GET', 'HEAD'].includes(request.method)) return plain(405, 'Only GET and HEAD.', { allow: 'GET, HEAD' });
  const path = await fileFor(root, under, request.url);
  if (!path || without?.test(path)) return plain(404, 'There is nothing here.');
  const body = await readFile(path);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag, 'cache-control': 'no-cache' });
    return response.end();
  }
  send(200, TYPES[extname(path)] ?? 'application/octet-stream', body, { etag });
}

async function fileFor(root, under, address) {
  try {
    const name = decodeURIComponent(new URL(address, 'http://localhost').pathname);
    if (!name.startsWith(under) || name.includes('\0')) return undefined;
    let path = resolve(join(root, name.slice(under.length)));
    if (path !== root && !path.startsWith(root + sep)) return undefined;
    if (name.endsWith('/')) path = join(path, 'index.html');
    return (await stat(path)).isFile() ? path : undefined;
  } catch {
    return undefined; // not an address, or not a file
  }
}

async function serveForPeople(folder, first) {
  for (let port = first; port < first + PORTS_TO_TRY; port++) {
    try {
      return await serve(folder, { port });
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(error.code)) throw error;
      console.log(`Port ${port} is taken; trying ${port + 1}.`);
    }
  }
  throw new Error(`None of the ports ${first} to ${first + PORTS_TO_TRY - 1} is free.`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', port = '8080'] = process.argv.slice(2);
  const server = await serveForPeople(folder, Number(port));
  console.log(`\nAfter the Leak is at\n\n    ${server.url}\n\nCtrl-C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => server.close().then(() => {
      console.log('\nStopped.');
      process.exit(0);
    }));
  }
}
