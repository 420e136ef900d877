// Keeps the page itself in the browser, so that it opens without a link: its shell and its files, never an answer of the API.

const KEPT = 'page'
const SHELL = '/record'

/** Resolves to whether the page will open without a link. */
export async function keepPage(): Promise<boolean> {
  // Without the worker, and wherever the address is not secure, there is nothing to keep it in.
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return false
  try {
    await navigator.serviceWorker.register('/sw.js')
    await navigator.serviceWorker.ready
    await keepFiles()
    // The browser may throw away what nobody asked it to keep.
    await navigator.storage.persist?.()
    return true
  } catch {
    return (await caches.match(SHELL, { cacheName: KEPT })) !== undefined
  }
}

async function keepFiles(): Promise<void> {
  const shell = await fetch(SHELL, { headers: { accept: 'text/html' }, cache: 'no-store' })
  if (!shell.ok) throw new Error('The page cannot be had.')
  const html = await shell.clone().text()
  const named = [...html.matchAll(/"(\/(?:assets\/[^"]+|favicon\.svg))"/g)].map((found) => found[1]!)
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  const wanted = new Set([...named, ...loaded])
  const kept = await caches.open(KEPT)
  const there = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname))
  await kept.addAll([...wanted].filter((path) => !there.has(path)))
  await kept.put(SHELL, shell)
  // Files of a page that is no more, but for those that this window still stands on.
  await Promise.all([...there].filter((path) => path !== SHELL && !wanted.has(path)).map((path) => kept.delete(path)))
}
