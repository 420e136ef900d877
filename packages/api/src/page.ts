// The built page: its files, and index.html for every address that a person might open.
import { Hono, type Context } from 'hono'
import type { Page, PageFile } from './deps.ts'
import { quoted, Refused } from './problems.ts'

/** Vite puts a hash of the content into these names, so what they hold never changes. */
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/

export function pageRoutes(page: Page): Hono {
  return new Hono().get('*', async (c) => {
    const path = c.req.path.slice(1)
    const file = path === '' ? null : await page.get(path)
    if (file) return send(c, file, HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (!isNavigation(c)) {
      throw new Refused('404.1', `there is nothing at ${quoted(c.req.path)}`, 'start at `/`, or at `/api/status`')
    }
    const index = await page.get('index.html')
    if (!index) throw new Refused('404.5', 'there is no `index.html` to show', 'run `npm run build`, then start again')
    return send(c, index, 'no-cache')
  })
}

/** A browser opening an address asks for HTML; a script, image or stylesheet that is missing must not get it. */
function isNavigation(c: Context): boolean {
  return c.req.header('accept')?.includes('text/html') ?? false
}

/** A page in one file brings a policy that names the very bytes that run in it, and is bound by no other. */
const OWN_POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/
const HEAD_BYTES = 4096

/** The smaller first. */
const CODINGS = ['br', 'gzip'] as const

/** Whether it is among what the asker takes, and not with a weight of nothing. */
function takes(c: Context, coding: string): boolean {
  const accepted = (c.req.header('accept-encoding') ?? '').split(',').map((one) => one.trim().split(/\s*;\s*q=/))
  return accepted.some(([name, weight]) => name === coding && Number(weight ?? 1) > 0)
}

function send(c: Context, { bytes, type, coded }: PageFile, cacheControl: string): Response {
  const own = type.startsWith('text/html')
    ? OWN_POLICY.exec(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)))
    : null
  const coding = CODINGS.find((one) => coded?.[one] !== undefined && takes(c, one))
  return c.body(coding ? coded![coding]! : bytes, 200, {
    'content-type': type,
    'cache-control': cacheControl,
    ...(coded && { vary: 'Accept-Encoding' }),
    ...(coding && { 'content-encoding': coding }),
    // Frames can be forbidden by a header alone.
    ...(own && { 'content-security-policy': `${own[1]}; frame-ancestors 'none'` }),
  })
}
