// Serves the page offline after the first visit.
//
// The build fills in what the page consists of and a digest of all of it (tools/finish-page.mjs). Whatever
// the page loads has a name that changes with its content, or may be old without harm. So the page alone
// decides the version, old and new can never mix, and a new service worker may take over at any time:
//   the page     from the network, or when that is gone or slow, as last stored
//   its files    as stored, else from the network
// A version is stored whole or not at all. The one before it is kept as well, for tabs still running it.
const VERSION = 'development';
const FILES = [];
const PATIENCE_MS = 3000;

const SCOPE = self.registration.scope;
const PREFIX = `after-the-leak ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const PAGES = [SCOPE, `${SCOPE}index.html`];

self.addEventListener('install', event => event.waitUntil(store().then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil(dropOlder()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const address = request.url.replace(/[?#].*/, '');
  if (request.method !== 'GET' || !address.startsWith(SCOPE) || !FILES.length) return;
  if (request.mode !== 'navigate') {
    event.respondWith(stored(address).then(found => found || fetch(request)));
  } else if (PAGES.includes(address)) {
    event.respondWith(page(request));
  }
});

async function store() {
  const cache = await caches.open(CACHE);
  // Asks the server whether what the browser holds is still right; sends nothing twice.
  await cache.addAll(FILES.map(name => new Request(new URL(name, SCOPE), { cache: 'no-cache' })));
}

async function dropOlder() {
  const others = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map(name => caches.delete(name)));
}

async function stored(address) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) || caches.match(address);
}

async function page(request) {
  const fresh = fetch(request);
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([fresh, late]).catch(() => undefined);
  return answer?.ok ? answer : (await stored(SCOPE)) || fresh;
}
