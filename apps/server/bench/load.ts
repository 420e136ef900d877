// An operations centre at work: readers who hold a live connection and look around, and writers who record what comes in.
//
// node apps/server/bench/load.ts [--readers 300] [--writers 20] [--minutes 10] [--writes-every 10] [--folder examples/aleppo-2016]
//   [--one-address]
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { EntriesAnswer, RecordSummary, Status } from '@trucekeeper/api'

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '300' },
    writers: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '10' },
    // Seconds between two claims of one writer: who reads before writing takes longer.
    'writes-every': { type: 'string', default: '10' },
    folder: { type: 'string', default: resolve(import.meta.dirname, '../../../examples/aleppo-2016') },
    // Where a machine answers on 127.0.0.1 alone, all come from there and are paced as one.
    'one-address': { type: 'boolean', default: false },
  },
})
const READERS = Number(values.readers)
const WRITERS = Number(values.writers)
const THINKS_MS = 5_000
const WRITES_EVERY_MS = Number(values['writes-every']) * 1_000
/** Few readers watch a whole map or all of access; most look at clauses. */
const VIEWS = [
  'today',
  'today',
  'clause',
  'clause',
  'clause',
  'document',
  'access',
  'ground',
  'entries',
  'ogc',
] as const

const PLACES = ['Talbiseh', 'Rastan', 'Aleppo', 'Homs', 'Hama', 'Idlib']
const DAYS = ['2016-09-13', '2016-09-14', '2016-09-15', '2016-09-16', '2016-09-17']

const SHELLING = {
  speaker: 'a monitor',
  speaker_side: 'monitor',
  via: null,
  kind: 'shelling',
  modality: 'asserted',
  negated: false,
  date_basis: 'explicit',
  actor_blamed: null,
  target: null,
  figures: [],
}

const folder = await mkdtemp(join(tmpdir(), 'load-'))
await cp(values.folder, folder, { recursive: true })
const server = fork(join(import.meta.dirname, 'load-server.ts'), [folder])
const { url } = await new Promise<{ url: string }>((done) => server.once('message', (told) => done(told as never)))

const times = new Map<string, number[]>()
const refusals = new Map<string, number>()
const written = new Map<number, number>()
const delays: number[] = []
let connected = 0
let missed = 0
let until = Infinity
const running = () => performance.now() < until

const count = (what: string) => refusals.set(what, (refusals.get(what) ?? 0) + 1)
const parsed = <T>(bytes: Buffer | null): T | null => (bytes === null ? null : (JSON.parse(bytes.toString()) as T))

function timesOf(route: string): number[] {
  const taken = times.get(route) ?? []
  times.set(route, taken)
  return taken
}

interface Answer {
  readonly status: number
  readonly tag: string | null
  readonly bytes: Buffer
}

/** Somebody with a browser of their own: one address, connections that stay open, and what was answered before. */
class Client {
  readonly agent: Agent
  readonly #tags = new Map<string, { readonly tag: string; readonly bytes: Buffer }>()

  constructor(number: number) {
    const localAddress = values['one-address']
      ? '127.0.0.1'
      : `127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}`
    this.agent = new Agent({ keepAlive: true, localAddress })
  }

  async read(route: string, path: string): Promise<Buffer | null> {
    const known = this.#tags.get(path)
    const { status, tag, bytes } = await this.send(route, 'GET', path, known ? { 'if-none-match': known.tag } : {})
    if (status === 304) return known!.bytes
    if (status !== 200) return null
    if (tag !== null) this.#tags.set(path, { tag, bytes })
    return bytes
  }

  send(route: string, method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const began = performance.now()
    return new Promise((done) => {
      // What a browser would show as an error is counted as one, and is no answer.
      const failed = (error: NodeJS.ErrnoException) => {
        if (running()) count(`${error.code ?? error.message} ${route}`)
        done({ status: 0, tag: null, bytes: Buffer.alloc(0) })
      }
      const sent = request(`${url}${path}`, { method, headers, agent: this.agent }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const status = answer.statusCode!
          timesOf(route).push(performance.now() - began)
          if (status >= 400) count(`${status} ${route}`)
          done({ status, tag: answer.headers.etag ?? null, bytes: Buffer.concat(parts) })
        })
        answer.on('error', failed)
      })
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed a connection that was idle, just as it was used again: as a browser does, on another one.
        if (sent.reusedSocket && error.code === 'ECONNRESET')
          void this.send(route, method, path, headers, body).then(done)
        else failed(error)
      })
      sent.end(body)
    })
  }

  /** Gives what each event says for as long as the connection stays. */
  listen(told: (size: number) => void): () => void {
    const sent = request(`${url}/api/live`, { agent: this.agent }, (answer) => {
      if (answer.statusCode !== 200) {
        missed += 1
        return
      }
      connected += 1
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        for (const [, size] of text.matchAll(/^id: (\d+)$/gm)) told(Number(size))
      })
      answer.on('error', () => undefined)
    })
    sent.on('error', () => undefined)
    sent.end()
    return () => sent.destroy()
  }
}

async function reader(number: number): Promise<void> {
  const client = new Client(number)
  await pause(Math.random() * THINKS_MS)
  let seen = 0
  const stop = client.listen((size) => {
    if (seen > 0 && written.has(size)) delays.push(performance.now() - written.get(size)!)
    seen = size
    // What is on the screen is asked for again.
    if (running()) void today(client)
  })
  while (running()) {
    await look(client, VIEWS[Math.floor(Math.random() * VIEWS.length)]!)
    await pause(THINKS_MS * (0.5 + Math.random()))
  }
  stop()
  client.agent.destroy()
}

async function cpuUsed_s(client: Client): Promise<number> {
  const { bytes } = await client.send('/metrics', 'GET', '/metrics', {})
  return Number(/^process_cpu_used_seconds (\S+)$/m.exec(bytes.toString())![1])
}

/** The first screen. What it shows is only read where somebody goes on from it: a browser reads it on a machine of its own. */
async function today(client: Client): Promise<{ at: string; status: Buffer } | null> {
  const record = parsed<RecordSummary>(await client.read('/api/record', '/api/record'))
  if (!record) return null
  const at = encodeURIComponent(record.suggested_at)
  const status = await client.read('/api/status', `/api/status?at=${at}`)
  return status && { at, status }
}

async function look(client: Client, view: (typeof VIEWS)[number]): Promise<void> {
  const found = await today(client)
  if (!found || view === 'today') return
  const { at, status } = found
  if (view === 'access') await client.read('/api/access', `/api/access?at=${at}`)
  else if (view === 'ground') await client.read('/api/ground', `/api/ground?at=${at}`)
  else if (view === 'entries') await client.read('/api/entries', '/api/entries?limit=100')
  else if (view === 'ogc') await client.read('/ogc/…/items', '/ogc/collections/incidents/items?limit=500')
  else {
    clauses ??= parsed<Status>(status)!.clauses.map(({ id }) => id)
    const clause = clauses[Math.floor(Math.random() * clauses.length)]!
    const why = await client.read('/api/clauses/:id/why', `/api/clauses/${encodeURIComponent(clause)}/why?at=${at}`)
    const [, name] = /"doc":"([^"]+\.txt)"/.exec(why?.toString() ?? '') ?? []
    if (view === 'document' && name !== undefined)
      await client.read('/api/documents/:sha256', `/api/documents/${encodeURIComponent(name)}`)
  }
}

let clauses: readonly string[] | null = null
/** Ids of entries that the server said were safe. */
const acknowledged = new Set<string>()

async function writer(number: number): Promise<void> {
  const client = new Client(READERS + number)
  await pause(Math.random() * WRITES_EVERY_MS)
  for (let nth = 0; running(); nth++) {
    await write(client, number, nth)
    await pause(WRITES_EVERY_MS * (0.5 + Math.random()))
  }
  client.agent.destroy()
}

async function write(client: Client, number: number, nth: number): Promise<void> {
  const place = PLACES[(number + nth) % PLACES.length]!
  const date = DAYS[nth % DAYS.length]!
  const quote = `Shells fell on ${place}, monitor ${number} wrote in note ${nth}.`
  const document = { name: `load-${number}-${nth}.txt`, text: quote, outlet: null, published: `${date}T20:05+03:00` }
  const claim = { ...SHELLING, places: [place], date, quote, start: 0, end: quote.length }
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin: url }
  const body = JSON.stringify({ document, claims: [claim] })
  const { status, bytes } = await client.send('POST /api/claims', 'POST', '/api/claims', headers, body)
  if (status !== 201) return
  const { entries } = parsed<{ entries: { index: number; id: string }[] }>(bytes)!
  for (const { id } of entries) acknowledged.add(id)
  written.set(Math.max(...entries.map(({ index }) => index)) + 1, performance.now())
}

/** The ids of all that the record holds, read page by page. */
async function idsHeld(client: Client): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let next: string | null = '/api/entries?limit=500'; next !== null;) {
    const page: EntriesAnswer | null = parsed(await client.read('', next))
    if (page === null) {
      // Asked for too often: this goes through all of it, as no person does.
      await pause(1_000)
      continue
    }
    for (const { id } of page.entries) ids.add(id)
    next = page.next
  }
  return ids
}

const warm = new Client(0)
// The first to write begins the ledger of the folder and enters its reports; what follows is the working day.
await write(warm, WRITERS, 0)
for (const view of VIEWS) await look(warm, view)
const before = parsed<RecordSummary>(await warm.read('/api/record', '/api/record'))!.entries
const cpuBefore = await cpuUsed_s(warm)
times.clear()
const ownDelay = monitorEventLoopDelay({ resolution: 5 })
ownDelay.enable()
server.send('begin')
until = performance.now() + Number(values.minutes) * 60_000
await Promise.all([
  ...Array.from({ length: READERS }, (_, number) => reader(number)),
  ...Array.from({ length: WRITERS }, (_, number) => writer(number)),
])
ownDelay.disable()
const load = loadavg()[0]!
const cpu_s = (await cpuUsed_s(warm)) - cpuBefore
const waited = await new Promise<{ p99_ms: number; most_ms: number }>((done) => {
  server.once('message', (told) => done(told as never))
  server.send('end')
})
const answers = [...times.values()].reduce((sum, taken) => sum + taken.length, 0)
const held = await idsHeld(warm)
times.delete('')
const found = [...acknowledged].filter((id) => held.has(id)).length
warm.agent.destroy()
server.disconnect()
await new Promise((done) => server.once('exit', done))
await rm(folder, { recursive: true, force: true })

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
const say = (name: string, taken: readonly number[]) => {
  const sorted = taken.toSorted((a, b) => a - b)
  const [p50, p99, most] = [at(sorted, 0.5), at(sorted, 0.99), sorted.at(-1)!].map((ms) => ms.toFixed(1).padStart(9))
  console.log(`${name.padEnd(26)}${String(taken.length).padStart(8)}${p50}${p99}${most}`)
}
console.log(`${READERS} readers, ${WRITERS} writers, ${values.minutes} min; milliseconds to the end of the answer`)
console.log(
  `${'route'.padEnd(26)}${['answers', 'p50', 'p99', 'most'].map((word, i) => word.padStart(i === 0 ? 8 : 9)).join('')}`,
)
for (const [route, taken] of [...times].toSorted(([a], [b]) => (a < b ? -1 : 1))) say(route, taken)
say('all', [...times.values()].flat())
if (delays.length > 0) say('told of a new entry after', delays)
console.log(
  `${connected} live connections, ${missed} refused; refusals: ${JSON.stringify(Object.fromEntries(refusals))}`,
)
// On a machine that others use as well this says more than how long answers took.
console.log(
  `the server used ${cpu_s.toFixed(1)} s of a processor, ${((cpu_s * 1000) / answers).toFixed(2)} ms an answer; load ${load.toFixed(1)}`,
)
console.log(
  `it was busy for ${waited.p99_ms.toFixed(0)} ms at most in 99 of 100 cases, ${waited.most_ms.toFixed(0)} ms at most; whoever measures: ${(ownDelay.percentile(99) / 1e6).toFixed(0)} and ${(ownDelay.max / 1e6).toFixed(0)} ms`,
)
console.log(
  `entries acknowledged ${acknowledged.size}, found ${found}, lost ${acknowledged.size - found}; the record held ${before} and holds ${held.size}`,
)
if (found < acknowledged.size) process.exitCode = 1
