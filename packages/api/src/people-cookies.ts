// The cookies: one names a session, one the browser that a challenge was given to, one the browser that left to sign in.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { PeopleDeps } from './people-deps.ts'

const BROWSER_S = 600

/**
 * Over TLS their names begin with `__Host-`, so that no other host and no plain connection can set or read them. Whether it is
 * over TLS is told by the origin that the server was started for, never by a request. Without TLS a server answers on this
 * machine alone, where a browser would not take such a name.
 */
function cookies({ origin }: PeopleDeps) {
  const secure = origin().startsWith('https:')
  const prefix = secure ? '__Host-' : ''
  const options = { path: '/', httpOnly: true, secure, sameSite: 'Strict' } as const
  const names = { session: `${prefix}truce`, browser: `${prefix}truce-browser`, departure: `${prefix}truce-departure` }
  return { ...names, options }
}

export function sessionSecret(c: Context, people: PeopleDeps): string | null {
  return getCookie(c, cookies(people).session) ?? null
}

/** Gives the browser its session; what it has kept of another person's or another desk's answers goes. */
export function giveSession(c: Context, people: PeopleDeps, secret: string): void {
  const { session, options } = cookies(people)
  // Without an end of its own: it goes when the browser does, and at the latest when the server says.
  setCookie(c, session, secret, options)
  c.header('clear-site-data', '"cache"')
}

export function takeSession(c: Context, people: PeopleDeps): void {
  const { session, options } = cookies(people)
  deleteCookie(c, session, options)
  c.header('clear-site-data', '"cache"')
}

/** What a challenge is bound to before anybody is signed in. */
export function browserSecret(c: Context, people: PeopleDeps, make: () => string): string {
  const { browser, options } = cookies(people)
  const secret = getCookie(c, browser) ?? make()
  setCookie(c, browser, secret, { ...options, maxAge: BROWSER_S })
  return secret
}

/**
 * What somebody's leaving for another sign-in is bound to. They come back from another site, which no cookie that is kept
 * to this one comes along with; by itself it is worth nothing.
 */
export function departureSecret(c: Context, people: PeopleDeps, make: () => string): string {
  const { departure, options } = cookies(people)
  const secret = getCookie(c, departure) ?? make()
  setCookie(c, departure, secret, { ...options, sameSite: 'Lax', maxAge: BROWSER_S })
  return secret
}

export const departedSecret = (c: Context, people: PeopleDeps): string | null =>
  getCookie(c, cookies(people).departure) ?? null

export function takeDeparture(c: Context, people: PeopleDeps): void {
  const { departure, options } = cookies(people)
  deleteCookie(c, departure, { ...options, sameSite: 'Lax' })
}
