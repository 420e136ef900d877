// Whether a request that changes something comes from this server's own page, or from no page at all.
import type { Context } from 'hono'
import { quoted, Refused } from './problems.ts'

const HELP = 'ask from the page of this server; a program leaves `Origin` and `Sec-Fetch-Site` out'

/**
 * Refuses what another site's page asks through a visitor's browser. Browsers send both headers and let no page choose
 * them; what sends neither is no browser, and has nobody's session to misuse.
 */
export function refuseCrossSite(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin')
    throw new Refused('403.1', `this was asked from ${quoted(site)}, not from the same origin`, HELP)
  const origin = c.req.header('origin')
  if (origin !== undefined && hostOf(origin) !== (c.req.header('host') ?? new URL(c.req.url).host))
    throw new Refused('403.1', `this was asked from the page of ${quoted(origin)}`, HELP)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
