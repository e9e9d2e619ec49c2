// Serves the page offline after the first visit.
//
// The build fills in what the page consists of and a digest of all of it (tools/finish-page.mjs). Every file
// but the page itself has a name that changes with its content, or may be old without harm; so the page
// decides the version of everything it loads, and old and new can never mix:
//   the page     from the network, or when that is gone or slow, as last stored
//   its files    as stored, else from the network
// A new version is stored beside the old one, whole or not at all; the old one goes when no tab uses it.
const VERSION = 'development';
const FILES = [];
const PATIENCE_MS = 3000;

const PREFIX = 'after-the-leak ' + self.registration.scope + ' ';
const CACHE = PREFIX + VERSION;
const PAGE = new URL('./', self.registration.scope).href;
const STORED = new Set(FILES.map(name => new URL(name, self.registration.scope).href));

self.addEventListener('install', event => event.waitUntil(
  caches.open(CACHE).then(cache => cache.addAll([...STORED].map(url => new Request(url, { cache: 'no-cache' }))))));

self.addEventListener('activate', event => event.waitUntil(
  caches.keys().then(names => Promise.all(
    names.filter(name => name.startsWith(PREFIX) && name !== CACHE).map(name => caches.delete(name))))));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  url.hash = url.search = '';
  if (event.request.method !== 'GET' || !FILES.length) return;
  if (event.request.mode === 'navigate') {
    if (url.href === PAGE || url.href === PAGE + 'index.html') event.respondWith(page(event.request));
  } else if (STORED.has(url.href)) {
    event.respondWith(stored(url.href).then(found => found || fetch(event.request)));
  }
});

function stored(url) {
  return caches.open(CACHE).then(cache => cache.match(url));
}

async function page(request) {
  const fresh = fetch(request);
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([fresh, late]).catch(() => undefined);
  if (answer && answer.ok) return answer;
  return (await stored(PAGE)) || fresh;
}
