// An operations centre at work: readers who hold a live connection and look around, and writers who record what comes in.
//
// node apps/server/bench/load.ts [--readers 300] [--writers 0] [--minutes 1] [--folder examples/aleppo-2016] [--one-address]
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { RecordSummary, Status } from '@trucekeeper/api'

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '300' },
    writers: { type: 'string', default: '0' },
    minutes: { type: 'string', default: '1' },
    folder: { type: 'string', default: resolve(import.meta.dirname, '../../../examples/aleppo-2016') },
    // Where a machine answers on 127.0.0.1 alone, all come from there and are paced as one.
    'one-address': { type: 'boolean', default: false },
  },
})
const READERS = Number(values.readers)
const WRITERS = Number(values.writers)
const THINKS_MS = 5_000
const WRITES_EVERY_MS = 2_000
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

const SHELLING = {
  speaker: 'a monitor',
  speaker_side: 'monitor',
  via: null,
  kind: 'shelling',
  modality: 'asserted',
  negated: false,
  places: ['Talbiseh'],
  date: '2016-09-17',
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

function timesOf(route: string): number[] {
  const taken = times.get(route) ?? []
  times.set(route, taken)
  return taken
}

interface Answer {
  readonly status: number
  readonly tag: string | null
  readonly text: string
}

/** Somebody with a browser of their own: one address, connections that stay open, and what was answered before. */
class Client {
  readonly agent: Agent
  readonly #tags = new Map<string, { readonly tag: string; readonly body: unknown }>()

  constructor(number: number) {
    const localAddress = values['one-address']
      ? '127.0.0.1'
      : `127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}`
    this.agent = new Agent({ keepAlive: true, localAddress })
  }

  async read<T>(route: string, path: string): Promise<T | null> {
    const known = this.#tags.get(path)
    const { status, tag, text } = await this.send(route, 'GET', path, known ? { 'if-none-match': known.tag } : {})
    if (status === 304) return known!.body as T
    if (status !== 200) return null
    const body = JSON.parse(text) as T
    if (tag !== null) this.#tags.set(path, { tag, body })
    return body
  }

  send(route: string, method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const began = performance.now()
    return new Promise((done, fail) => {
      const sent = request(`${url}${path}`, { method, headers, agent: this.agent }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const status = answer.statusCode!
          timesOf(route).push(performance.now() - began)
          if (status >= 400) refusals.set(`${status} ${route}`, (refusals.get(`${status} ${route}`) ?? 0) + 1)
          done({ status, tag: answer.headers.etag ?? null, text: Buffer.concat(parts).toString() })
        })
        answer.on('error', fail)
      })
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed a connection that was idle, just as it was used again: as a browser does, on another one.
        if (sent.reusedSocket && error.code === 'ECONNRESET')
          this.send(route, method, path, headers, body).then(done, fail)
        else fail(error)
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
    if (running()) today(client).catch(unlessOver)
  })
  while (running()) {
    await look(client, VIEWS[Math.floor(Math.random() * VIEWS.length)]!)
    await pause(THINKS_MS * (0.5 + Math.random()))
  }
  stop()
  client.agent.destroy()
}

async function cpuUsed_s(client: Client): Promise<number> {
  const { text } = await client.send('/metrics', 'GET', '/metrics', {})
  return Number(/^process_cpu_used_seconds (\S+)$/m.exec(text)![1])
}

/** Whoever leaves does not wait for answers. */
function unlessOver(error: unknown): void {
  if (running()) throw error
}

async function today(client: Client): Promise<{ at: string; status: Status } | null> {
  const record = await client.read<RecordSummary>('/api/record', '/api/record')
  if (!record) return null
  const at = encodeURIComponent(record.suggested_at)
  const status = await client.read<Status>('/api/status', `/api/status?at=${at}`)
  return status && { at, status }
}

async function look(client: Client, view: (typeof VIEWS)[number]): Promise<void> {
  const found = await today(client)
  if (!found || view === 'today') return
  const { at, status } = found
  const clause = status.clauses[Math.floor(Math.random() * status.clauses.length)]!.id
  if (view === 'access') await client.read('/api/access', `/api/access?at=${at}`)
  else if (view === 'ground') await client.read('/api/ground', `/api/ground?at=${at}`)
  else if (view === 'entries') await client.read('/api/entries', '/api/entries?limit=100')
  else if (view === 'ogc') await client.read('/ogc/…/items', '/ogc/collections/incidents/items?limit=500')
  else {
    const why = await client.read('/api/clauses/:id/why', `/api/clauses/${encodeURIComponent(clause)}/why?at=${at}`)
    const [, name] = /"doc":"([^"]+\.txt)"/.exec(JSON.stringify(why)) ?? []
    if (view === 'document' && name !== undefined)
      await client.read('/api/documents/:sha256', `/api/documents/${encodeURIComponent(name)}`)
  }
}

let acknowledged = 0

async function writer(number: number): Promise<void> {
  const client = new Client(READERS + number)
  for (let nth = 0; running(); nth++) {
    const quote = `Shells fell on Talbiseh, monitor ${number} wrote in note ${nth}.`
    const body = JSON.stringify({
      document: { name: `load-${number}-${nth}.txt`, text: quote, outlet: null, published: '2016-09-17T10:05+03:00' },
      claims: [
        {
          ...SHELLING,
          quote,
          start: 0,
          end: quote.length,
        },
      ],
    })
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin: url }
    const { status, text } = await client.send('POST /api/claims', 'POST', '/api/claims', headers, body)
    if (status === 201) {
      const { entries } = JSON.parse(text) as { entries: { index: number }[] }
      acknowledged += entries.length
      written.set(Math.max(...entries.map(({ index }) => index)) + 1, performance.now())
    }
    await pause(WRITES_EVERY_MS * (0.5 + Math.random()))
  }
  client.agent.destroy()
}

const warm = new Client(0)
const before = (await today(warm))!.status.checkpoint.size
for (const view of VIEWS) await look(warm, view)
const cpuBefore = await cpuUsed_s(warm)
times.clear()
until = performance.now() + Number(values.minutes) * 60_000
await Promise.all([
  ...Array.from({ length: READERS }, (_, number) => reader(number)),
  ...Array.from({ length: WRITERS }, (_, number) => writer(number)),
])
const after = (await warm.read<RecordSummary>('/api/record', '/api/record'))?.entries ?? 0
const answers = [...times.values()].reduce((sum, taken) => sum + taken.length, 0)
const cpu_s = (await cpuUsed_s(warm)) - cpuBefore
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
  `the server used ${cpu_s.toFixed(1)} s of a processor, ${((cpu_s * 1000) / answers).toFixed(2)} ms an answer`,
)
console.log(`entries acknowledged ${acknowledged}, record grew by ${after - before}`)
