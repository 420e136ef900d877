// Somebody with a browser: keeps cookies, says where its page is from, holds a passkey.
import {
  DESKS,
  openTables,
  inviteAsOperator,
  type Db,
  type DeskId,
  type OpenTables,
  type Role,
} from '@trucekeeper/people'
import { softPasskey, type Lies } from '../../../people/src/testing/authenticator.ts'
import type { SealedFields } from '@trucekeeper/workspace'
import { checkedApp } from '../checked.ts'
import { fixtureDeps } from '../fixture.ts'

export const ORIGIN = 'https://truce.example'

export interface World {
  readonly db: Db
  readonly deps: ReturnType<typeof fixtureDeps>['deps']
  readonly bugs: unknown[]
  readonly app: ReturnType<typeof checkedApp>
  readonly clock: { now: number }
  close(): Promise<void>
}

export interface WorldOptions {
  readonly origin?: string
  /** Tables of their own, in memory, where none are given. */
  readonly tables?: OpenTables
  readonly sealed?: SealedFields
}

export async function openWorld({ origin = ORIGIN, tables, sealed }: WorldOptions = {}): Promise<World> {
  const { db, close } = tables ?? (await ownTables())
  const fixture = fixtureDeps()
  const clock = { now: Date.parse('2026-11-22T12:00:00Z') }
  const people = { db, origin: () => origin, deviceBound: false }
  const hosts = [new URL(origin).hostname]
  const seenBy = () => fixture.deps.workspace
  const deps = { ...fixture.deps, hosts, people, seenBy, now: () => clock.now, ...(sealed && { sealed }) }
  return { db, deps, bugs: fixture.bugs, app: checkedApp(deps), clock, close }
}

async function ownTables(): Promise<OpenTables> {
  const opened = await openTables(null)
  if (!opened.ok) throw new Error(opened.refusal.message)
  return opened.value
}

/** `raw` is sent as it stands, `body` as JSON. */
export type Ask = { readonly body?: unknown; readonly raw?: string; readonly headers?: Record<string, string> }

/** A browser that nobody is signed in with yet. */
export function visitorOf({ app, db, clock }: Pick<World, 'app' | 'db' | 'clock'>, origin = ORIGIN) {
  const jar = new Map<string, string>()
  const passkey = softPasskey(origin)

  async function ask(method: string, path: string, { body, raw, headers = {} }: Ask = {}): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(`${origin}${path}`, {
      method,
      headers: {
        ...(cookie && { cookie }),
        ...(method !== 'GET' && { origin, 'sec-fetch-site': 'same-origin' }),
        ...((body ?? raw) !== undefined && { 'content-type': 'application/json' }),
        host: new URL(origin).host,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...headers,
      },
      ...((body ?? raw) !== undefined && { body: raw ?? JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) jar.delete(name!)
      else jar.set(name!, value!)
    }
    return response
  }

  const post = (path: string, body: unknown = {}) => ask('POST', path, { body })

  return {
    ask,
    post,
    jar,
    passkey,
    get: (path: string) => ask('GET', path),
    async json<T = Record<string, never>>(path: string): Promise<T> {
      return (await (await ask('GET', path)).json()) as T
    },
    /** Comes in by an invitation of whoever has the machine. */
    async comeIn(desk: DeskId, roles: readonly Role[] = ['recorder', 'administrator'], name = 'Amal') {
      const wanted = { desk, roles, name, organisation: `Office of ${desk}` }
      const invited = await inviteAsOperator(db, wanted, clock.now)
      if (!invited.ok) throw new Error(invited.refusal.message)
      return this.accept(invited.value.token)
    },
    async accept(token: string, lies: Lies = {}) {
      const asked = (await (await post('/api/invitations/accept/options', { token })).json()) as {
        options?: Parameters<typeof passkey.create>[0]
      }
      if (!asked.options) return null
      return post('/api/invitations/accept', { token, response: passkey.create(asked.options, lies) })
    },
    async signIn(lies: Lies = {}) {
      const { options } = (await (await post('/api/passkeys/sign-in/options')).json()) as {
        options: Parameters<typeof passkey.get>[0]
      }
      return post('/api/passkeys/sign-in', { response: passkey.get(options, lies) })
    },
  }
}

export type Visitor = ReturnType<typeof visitorOf>

/** A desk each, except that of the public, at which nobody sits. */
export const SEATED = DESKS.filter((desk) => desk !== 'public')
