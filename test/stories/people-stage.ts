// Where the stories of several people play: a server that asks who is there, and browsers with a passkey each.
import { randomUUID } from 'node:crypto'
import { inviteAsOperator, openTables, type Db, type DeskId, type OpenTables, type Role } from '@trucekeeper/people'
import { Client } from 'pg'
import { startServer } from '@trucekeeper/server'
import type { SealedFields } from '@trucekeeper/workspace'
import { chromium, type BrowserContextOptions, type CDPSession, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { storyWorkspace } from './workspace.ts'

export interface Invited {
  readonly name?: string
  readonly desk?: DeskId
  readonly roles?: readonly Role[]
  readonly organisation?: string
}

const NOOR: Required<Invited> = {
  name: 'Noor',
  desk: 'un',
  roles: ['reader', 'administrator'],
  organisation: 'United Nations',
}

export interface PeopleStage {
  readonly url: string
  readonly db: Db
  /** The same page where one person has it to themselves. */
  readonly alone: string
  /** Origins beside these two that a browser may ask. */
  readonly elsewhere: Set<string>
  invitation(invited?: Invited): Promise<string>
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>
  /** Sends everybody home; gives what went wrong unnoticed. */
  rest(): Promise<string[]>
  close(): Promise<void>
}

export interface Visit {
  readonly page: Page
  readonly keys: Keys
}

/** The passkeys of one browser, made by Chromium itself in place of a finger on a sensor. */
export class Keys {
  readonly #cdp: CDPSession
  readonly #authenticator: string

  constructor(cdp: CDPSession, authenticator: string) {
    this.#cdp = cdp
    this.#authenticator = authenticator
  }

  async #all() {
    return (await this.#cdp.send('WebAuthn.getCredentials', { authenticatorId: this.#authenticator })).credentials
  }

  /** As a password manager would carry them to another device of the same person. */
  async copyTo(other: Keys): Promise<void> {
    for (const credential of await this.#all())
      await other.#cdp.send('WebAuthn.addCredential', { authenticatorId: other.#authenticator, credential })
  }

  /** Somebody who does not lay their finger on the sensor. */
  async refuse(): Promise<void> {
    await this.#cdp.send('WebAuthn.setUserVerified', { authenticatorId: this.#authenticator, isUserVerified: false })
  }
}

/** In memory; with `DATABASE_URL`, in a new database on that server, which is removed afterwards. */
async function storyTables(): Promise<OpenTables> {
  const server = process.env.DATABASE_URL
  if (server === undefined) return tablesAt(null)
  const name = `stories_${randomUUID().replaceAll('-', '')}`
  const ask = async (statement: string) => {
    const client = new Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`create database ${name}`)
  const { db, close } = await tablesAt({ url: server.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`) })
  return { db, close: () => close().then(() => ask(`drop database ${name} with (force)`)) }
}

async function tablesAt(place: Parameters<typeof openTables>[0]): Promise<OpenTables> {
  const opened = await openTables(place)
  if (!opened.ok) throw new Error(opened.refusal.message)
  return opened.value
}

/** What is served in place of the example that nobody writes into. */
export type Record = Pick<Parameters<typeof startServer>[0], 'workspace' | 'seenBy' | 'recorder'>

/** What the record withholds, for the stories. */
const sealed: SealedFields = {
  async read({ index, field, desk }) {
    return desk === 'un' && index === 7 && field === 'body.speaker' ? { found: 'a driver of the convoy' } : null
  },
}

export async function openPeopleStage(record?: Record): Promise<PeopleStage> {
  const { db, close } = await storyTables()
  const complaints: string[] = []
  const elsewhere = new Set<string>()
  const onBug = (bug: unknown) => complaints.push(`server: ${String(bug)}`)
  const workspace = record?.workspace ?? (await storyWorkspace())
  const common = { workspace, port: 0, host: '127.0.0.1', pageDir: inject('pageDir'), onBug } as const
  const started = await startServer({
    ...common,
    seenBy: () => workspace,
    ...record,
    people: { db, deviceBound: false },
    sealed,
  })
  const alone = await startServer(common)
  if (!started.ok || !alone.ok) throw new Error('a server did not start')
  const { url } = started.server
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  return {
    url,
    db,
    alone: alone.server.url,
    elsewhere,
    async invitation(wanted = {}) {
      const invited = await inviteAsOperator(db, { ...NOOR, ...wanted }, Date.now())
      if (!invited.ok) throw new Error(invited.refusal.message)
      return `/invitation#${invited.value.token}`
    },
    async visit(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options })
      context.setDefaultTimeout(30_000)
      const page = await context.newPage()
      const cdp = await context.newCDPSession(page)
      await cdp.send('WebAuthn.enable')
      const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      page.on('console', (message) => {
        // What a browser says of every refusal, expected or not.
        const refusal = /status of 40[1349]/.test(message.text())
        if (!refusal && (message.type() === 'error' || message.type() === 'warning')) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        const asked = request.url()
        if (elsewhere.has(new URL(asked).origin)) return
        if (!asked.startsWith(url) && !asked.startsWith(alone.server.url)) complaints.push(`asked ${asked}`)
        if (!asked.includes('/callback?') && /[\w-]{43}/.test(new URL(asked).search))
          complaints.push(`a secret in the address ${asked}`)
      })
      await page.goto(path.startsWith('http') ? path : `${url}${path}`)
      return { page, keys: new Keys(cdp, authenticatorId) }
    },
    async rest() {
      await Promise.all(browser.contexts().map((context) => context.close()))
      return complaints.splice(0)
    },
    async close() {
      await browser.close()
      await Promise.all([started.server.close(), alone.server.close()])
      await close()
    },
  }
}
