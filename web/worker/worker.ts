// Starts the dashboard without a network: the page and its parts as they were when this worker was installed. It never
// touches what the server says, and it takes over only when the page asks for it.

/** The addresses of everything that the dashboard is made of. Put in by the build. */
declare const __SHELL__: readonly string[];

/** What this file uses of a service worker; TypeScript has either its types or those of pages. */
interface Worker {
  addEventListener(
    type: 'install' | 'activate',
    act: (event: { waitUntil(done: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'message', act: (event: { data: unknown }) => void): void;
  addEventListener(
    type: 'fetch',
    act: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker;

const page = '/dashboard/chat/inbox';
/** The parts have the hash of their content in their names, so their list tells one version from another. */
const version = `wrapup ${__SHELL__.join(' ')}`;
/** A page that has not come by then is taken from the cache: a network that is there in name only. */
const patience_ms = 3_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(version).then((cache) => cache.addAll([page, ...__SHELL__])));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('message', ({ data }) => {
  if (data === 'update') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') event.respondWith(networkFirst(request));
  else if (__SHELL__.includes(new URL(request.url).pathname)) event.respondWith(cacheFirst(request));
});

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('wrapup ') && name !== version).map((name) => caches.delete(name)),
  );
}

async function cacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function networkFirst(request: Request): Promise<Response> {
  const kept = await caches.match(page);
  if (!kept) return fetch(request);
  const late = new Promise<Response>((give) => setTimeout(() => give(kept), patience_ms));
  // A server that is being restarted behind its proxy answers with an error of the proxy's.
  const answer = fetch(request).then((response) => (response.status >= 500 ? kept : response));
  return Promise.race([answer.catch(() => kept), late]);
}
