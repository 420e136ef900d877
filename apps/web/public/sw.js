// Shows the page where there is no link: its shell and its files as they were kept, and nothing of what the record says.
const KEPT = 'page'
const SHELL = '/record'
/** A link that answers no sooner is taken for none. */
const PATIENCE_MS = 4_000
/** What the server answers there is no screen of the page. */
const NO_SCREEN = /^\/(?:api|ogc)\/|^\/(?:healthz|readyz|metrics|verify\.html)$/

addEventListener('install', () => self.skipWaiting())
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && !NO_SCREEN.test(pathname)) event.respondWith(screen(request))
  else if (pathname.startsWith('/assets/') || pathname === '/favicon.svg') event.respondWith(file(request))
})

async function screen(request) {
  const gone = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null))
  const answer = await Promise.race([fetch(request).catch(() => null), gone])
  if (answer !== null && answer.status < 502) return answer
  return (await caches.match(SHELL, { cacheName: KEPT })) ?? answer ?? Response.error()
}

/** The names of these files change with what is in them. */
async function file(request) {
  return (await caches.match(request, { cacheName: KEPT })) ?? fetch(request)
}
