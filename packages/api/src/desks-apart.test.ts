// Two desks over HTTP: whatever one of them writes, every answer to the other is to the byte what it would be without.
import { letSpeak, ROLES, type ApprovalRequest, type DeskId, type Role } from '@trucekeeper/people'
import type { Inbox, InboxDocument, TakenIn } from '@trucekeeper/workspace'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operationsOf } from './checked.ts'
import type { HeldAnswer } from './answers/releases.ts'
import type { EntriesAnswer } from './entries.ts'
import type { Operation } from './noun.ts'
import type { ReleasedAnswer } from './released.ts'
import { noteOf, NOTE, openDeskWorld, REPORT, type DeskWorld } from './testing/desk-world.ts'
import { visitorOf, type Visitor } from './testing/visitor.ts'

const ALL: readonly Role[] = ['recorder', 'reviewer', 'releaser']
/** Rules of their own, see `people.test.ts`; their names are drawn. */
const OF_PEOPLE = /^\/api\/(session|sessions|passkeys|invitations|desks|people|drafts|approvals|oidc)(\/|$)/
const NONE = { claim: `clm_${'0'.repeat(20)}`, doc: `doc_${'0'.repeat(20)}`, sha256: '0'.repeat(64), name: 'none.txt' }

const OPENING = {
  does: 'open-case',
  at: '2016-09-17T11:00+03:00',
  case: 'talbiseh',
  of: 'united-nations',
  clause: 'cessation.government',
  accused: 'government',
  summary: 'Shells.',
}
const EXTENDING = {
  power: 'extend-truce',
  stage: 'proposed',
  by: ['russia'],
  at: '2016-09-17T11:00+03:00',
  length: '48 hours',
}

let worlds: DeskWorld[] = []
let sent = 0
beforeEach(() => {
  worlds = []
})
afterEach(async () => {
  for (const world of worlds) await world.close()
})

async function desks(world: DeskWorld, ...wanted: readonly DeskId[]): Promise<readonly Visitor[]> {
  const visitors: Visitor[] = []
  for (const desk of wanted) {
    const visitor = visitorOf(world)
    expect((await visitor.comeIn(desk, ALL, `Somebody of ${desk}`))?.status).toBe(200)
    expect(await letSpeak(world.db, { organisation: `Office of ${desk}`, speaks_for: ['*'] })).toMatchObject({
      ok: true,
    })
    visitors.push(visitor)
  }
  return visitors
}

async function opened(): Promise<DeskWorld> {
  const world = await openDeskWorld()
  worlds.push(world)
  return world
}

const write = (visitor: Visitor, path: string, body: unknown, headers: Record<string, string> = {}) =>
  visitor.ask('POST', path, { body, headers: { 'idempotency-key': `key-${(sent += 1)}-of-a-test`, ...headers } })
const asFile = { 'content-type': 'application/octet-stream' }
const uploadPath = (name = 'report.txt') => `/api/documents?name=${name}&published=2016-09-16&outlet=An%20agency`

async function given<T>(response: Promise<Response>): Promise<T> {
  const answer = await response
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}

interface Theirs {
  readonly claim: string
  readonly doc: string
  readonly sha256: string
  readonly name: string
  readonly proposal: string
  readonly indexes: readonly number[]
}

/** Everything that a desk can write, once. The same number of entries whatever the words are. */
async function writesAll(visitor: Visitor, world: DeskWorld, words: string, report: string): Promise<Theirs> {
  const noted = await given<{ entries: { id: string; index: number }[] }>(write(visitor, '/api/claims', noteOf(words)))
  const [doc, claim] = noted.entries
  const taken = await given<TakenIn>(write(visitor, uploadPath(), report, asFile))
  const document = taken.documents[0]!
  const inbox = await visitor.json<InboxDocument>(`/api/inbox/${document.id}`)
  const proposal = inbox.claims[0]!.claim.id
  await given(write(visitor, '/api/decisions', { claim: proposal, does: 'accept' }))
  const after = await visitor.json<InboxDocument>(`/api/inbox/${document.id}`)
  const ruled = [claim!.id, after.claims[0]!.stands_as!]
  await given(write(visitor, '/api/rulings', { does: 'join', claims: ruled, reason: 'One strike.' }))
  await given(write(visitor, '/api/withdrawals', { withdraws: claim!.id, reason: 'It was a drill.' }))
  await given(
    write(visitor, '/api/releases', { releases: [doc!.id, claim!.id], to: ['un'], reason: 'The UN should know.' }),
  )
  world.clock.now += 60_000
  const { sha256 } = taken
  return {
    claim: claim!.id,
    doc: document.id,
    sha256,
    name: document.doc,
    proposal,
    indexes: noted.entries.map(({ index }) => index),
  }
}

/** What is sent to each address that takes something, about what another desk has and about what nobody has. */
function bodiesFor({
  claim,
  doc,
  proposal,
  name,
  indexes,
}: Omit<Theirs, 'sha256'>): Readonly<Record<string, readonly unknown[]>> {
  const reason = 'A test.'
  const quoting = {
    document: null,
    claims: [{ ...noteOf().claims[0], doc: name, outlet: null, published: '2016-09-17' }],
  }
  return {
    '/api/claims': [noteOf(), { ...noteOf(), for: 'desks' }, quoting],
    '/api/rulings': [{ does: 'part', claims: [claim, NONE.claim], reason }],
    '/api/withdrawals': [
      { withdraws: claim, reason },
      { withdraws: proposal, reason, for: 'desks' },
    ],
    '/api/decisions': [
      { claim: proposal, does: 'accept' },
      { claim: proposal, does: 'reject', reason, for: 'desks' },
    ],
    '/api/releases': [
      { releases: [claim], to: 'desks', reason },
      { releases: [doc, proposal], to: ['un'], reason },
      { releases: [doc], to: 'public', reason },
    ],
    '/api/sealed-reads': [...indexes, 99_999].map((entry) => ({ entry, field: 'body.quote', purpose: reason })),
    '/api/minutes': [
      { minute: { ...OPENING, claims: [claim] } },
      { minute: { ...OPENING, claims: [NONE.claim] }, for: 'desks' },
      { minute: { ...OPENING, claims: [] }, dry_run: true },
    ],
    '/api/acts': [
      { act: EXTENDING, dry_run: true },
      { act: EXTENDING, words: { doc: name, quote: 'shelled' } },
      { act: EXTENDING, words: { doc: name, quote: 'shelled' }, for: 'desks' },
    ],
    '/api/protection/:else': [{}],
    '/api/protection/:else/:more': [{}],
    '/api/protection/:else/:more/:still': [{}],
    '/api/protection/questions': [{ cells: ['sy7xq'], first_day: '2016-09-17', last_day: '2016-09-17' }],
    '/api/protection/points': [{ site: 'site_0', purpose: reason, from: '', to: '' }],
    '/api/protection/points/:request/consent': [{}],
    '/api/protection/points/:request/look': [{}],
    '/api/releases/approvals': [{ releases: [doc, claim], reason, desks: ['un', 'guarantor'] }],
  }
}
const FILES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '/api/documents': [
    ['?name=report.txt&published=2016-09-16&outlet=An%20agency', REPORT],
    ['?name=report.txt&published=2016-09-16&outlet=An%20agency&for=desks', REPORT],
  ],
  '/api/inbox/waiting': [['?name=report.txt', '']],
}

/** Which question goes to an address; without one it is asked plainly. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  '/api/status': ['', '?known_at=size:4', '?at=2016-09-17T23:00%2B03:00&known_at=2016-09-17T12:30%2B03:00'],
  '/api/entries': ['', '?after=2&limit=2', '?limit=1000'],
  '/api/releases': ['', '?limit=1'],
}

/** Places of a path that are no name of what somebody wrote. */
const PARTS: Readonly<Record<string, string>> = { ':date': '2016-09-17', ':number': '1.xml' }

function pathsOf(operation: Operation, theirs: Theirs): readonly string[] {
  const path = operation.path.replaceAll(/:(?:date|number)\b/g, (part) => PARTS[part]!)
  if (!path.includes(':')) return [path]
  const names = [theirs.claim, theirs.doc, theirs.sha256, theirs.name, theirs.proposal, ...theirs.indexes, 'no-attacks']
  return names.map((name) => path.replaceAll(/:[a-z_A-Z0-9]+/g, encodeURIComponent(String(name))))
}

/** All of an answer but when it was given and the name drawn for it; of one without an end, what is told first. */
async function told(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id')
  const isEndless = response.headers.get('content-type') === 'text/event-stream'
  const isProof = response.headers.get('content-disposition')?.includes('tlog-proof')
  // Signed with a key that is drawn: that there is one, or is not, is what counts.
  const body = isEndless ? await beginningOf(response) : isProof ? 'PROOF' : await response.text()
  return JSON.stringify([response.status, headers, body])
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body!.getReader()
  let text = ''
  while (!/data:.*\n\n/.test(text)) text += new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
  return text
}

/** Asks at every address of the document and writes at every one that takes something; gives all answers, in order. */
async function askAll(
  visitor: Visitor,
  world: DeskWorld,
  theirs: Theirs,
): Promise<readonly (readonly [string, string])[]> {
  const me = (await visitor.json<{ person: { id: string } }>('/api/session')).person.id
  const answers: (readonly [string, string])[] = []
  const keep = async (name: string, response: Promise<Response>) => {
    const said = await told(await response)
    // Drawn anew in each world: who asks, and what is named by a drawn name or by words with such a name in them.
    answers.push([name, said.replaceAll(me, 'ME')])
  }
  const operations = operationsOf(world.deps).filter(({ path }) => !OF_PEOPLE.test(path) && path !== '/metrics')
  const bodies = bodiesFor(theirs)
  const reads = async () => {
    for (const operation of operations.filter(({ method }) => method === 'get'))
      for (const path of pathsOf(operation, theirs))
        for (const question of QUESTIONS[operation.path] ?? [''])
          await keep(`GET ${path}${question}`, visitor.get(`${path}${question}`))
  }
  await reads()
  for (const { method, path } of operations.filter((one) => one.method !== 'get')) {
    const files = FILES[path]
    for (const [question, body] of files ?? [])
      await keep(`${method} ${path}${question}`, write(visitor, `${path}${question}`, body, asFile))
    if (!files && !bodies[path]) throw new Error(`Nothing is sent to \`${method} ${path}\`: say here what is.`)
    for (const [at, body] of (bodies[path] ?? []).entries())
      await keep(`${method} ${path} ${at}`, write(visitor, path, body))
  }
  await reads()
  const metrics = await (await visitor.get('/metrics')).text()
  answers.push([
    'GET /metrics',
    metrics
      .split('\n')
      .filter((line) => line.startsWith('record_'))
      .join('\n'),
  ])
  return answers
}

describe('two desks of one record', () => {
  it('are answered the same whatever the other has written: at every address, read and written', async () => {
    const transcripts: (readonly (readonly [string, string])[])[] = []
    let theirs: Theirs | null = null
    // The other desk writes what this one asks for and writes itself, or as many entries about something else.
    for (const [words, report] of [
      [NOTE, REPORT],
      ['A calm day at Rastan.', 'Government forces shelled Rastan on Friday, an opposition commander said.'],
    ] as const) {
      const world = await opened()
      const [un, a, b] = await desks(world, 'un', 'party-a', 'party-b')
      await given(write(un!, '/api/claims', { ...noteOf('A shell fell on Homs.', 'homs.txt'), for: 'desks' }))
      const written = await writesAll(a!, world, words, report)
      theirs ??= written
      expect(written.indexes).toEqual(theirs.indexes)
      sent = 1_000
      transcripts.push(await askAll(b!, world, theirs))
      expect(world.bugs).toEqual([])
    }
    const [first, second] = transcripts
    expect(first!.length).toBeGreaterThan(150)
    expect(first!.map(([name]) => name)).toEqual(second!.map(([name]) => name))
    const [mine, other] = [digestsIn(first!), digestsIn(second!)]
    for (const [at, [name, answer]] of first!.entries())
      // What names a ruling or a withdrawal is made of who made it, whose own name is drawn.
      expect(plain(answer, mine), name).toBe(plain(second![at]![1], other))
  }, 120_000)

  it('see each other’s released things with the receipt of the release, and the public none of them', async () => {
    const world = await opened()
    const [un, a, b] = await desks(world, 'un', 'party-a', 'party-b')
    const nobody = visitorOf(world)
    const { claim } = await writesAll(a!, world, NOTE, REPORT)
    const ids = async (visitor: Visitor) =>
      (await visitor.json<EntriesAnswer>('/api/entries?limit=1000')).entries.map(({ id }) => id)
    expect(await ids(un!)).toContain(claim)
    expect(await ids(b!)).not.toContain(claim)
    expect((await nobody.get('/api/released')).status).toBe(200)
    expect(JSON.stringify(await nobody.json('/api/released'))).not.toContain('report-')
    const held = await a!.json<HeldAnswer>('/api/releases')
    expect(held.held.find(({ id }) => id === claim)).toMatchObject({ released_to: ['un'], summary: NOTE })
    expect((await b!.json<HeldAnswer>('/api/releases')).held).toEqual([])
    const inbox = await a!.json<Inbox>('/api/inbox')
    expect((await b!.json<Inbox>('/api/inbox')).documents.length).toBe(inbox.documents.length - 1)
  })

  it('let the public have what two others approved, with a proof of it, and of nothing before', async () => {
    const world = await opened()
    const [un, guarantor, a] = await desks(world, 'un', 'guarantor', 'party-a')
    const nobody = visitorOf(world)
    const released = () => nobody.json<ReleasedAnswer>('/api/released')
    const proof = async (index: number) => (await nobody.get(`/api/released/receipts/${index}`)).status
    const before = (await released()).documents.length
    const taken = await given<TakenIn>(write(a!, uploadPath(), REPORT, asFile))
    const { id, index } = taken.entries[0]!
    const wanted = { releases: [id], to: 'public', reason: 'Everybody should know.' }
    expect([(await released()).documents.length, await proof(index)]).toEqual([before, 404])
    expect((await write(a!, '/api/releases', wanted)).status).toBe(409)
    const asked = { releases: [id], reason: wanted.reason, desks: ['un', 'guarantor'] }
    const request = await given<ApprovalRequest>(write(a!, '/api/releases/approvals', asked))
    expect(request.text).toContain('report-')
    for (const visitor of [un!, guarantor!]) {
      expect((await write(a!, '/api/releases', wanted)).status).toBe(409)
      const { digest } = request
      expect((await visitor.post(`/api/approvals/${request.id}/approve`, { digest })).status).toBe(200)
    }
    expect((await write(a!, '/api/releases', { ...wanted, releases: [taken.entries[1]!.id] })).status).toBe(422)
    await given(write(a!, '/api/releases', wanted))
    // Approved once is done once.
    expect((await write(a!, '/api/releases', wanted)).status).toBe(409)
    expect((await released()).documents.find((one) => one.index === index)).toMatchObject({ outlet: 'An agency' })
    expect([await proof(index), await proof(index + 1)]).toEqual([200, 404])
  })

  it('are told of growth that they see, and of no other', async () => {
    const world = await opened()
    const [a, b] = await desks(world, 'party-a', 'party-b')
    const size = async (visitor: Visitor) =>
      Number(/data: .*"size":(\d+)/.exec(await beginningOf(await visitor.get('/api/live')))![1])
    await given(write(b!, '/api/claims', { ...noteOf('A shell fell on Homs.', 'homs.txt'), for: 'desks' }))
    const before = [await size(a!), await size(b!)]
    await given(write(a!, '/api/claims', noteOf()))
    expect([await size(a!), await size(b!)]).toEqual([before[0]! + 2, before[1]!])
  })

  it('use a key of a request each for themselves', async () => {
    const world = await opened()
    const [a, b] = await desks(world, 'party-a', 'party-b')
    const headers = { 'idempotency-key': 'the-same-key' }
    const first = await write(a!, '/api/claims', noteOf(), headers)
    const second = await write(b!, '/api/claims', noteOf('Something else.', 'other.txt'), headers)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await (await write(a!, '/api/claims', noteOf(), headers)).text()).toBe(await first.text())
  })
})

/** Digests of what was seen, by which answers name their record: made of ids, in some of which is a drawn name. */
const digestsIn = (transcript: readonly (readonly [string, string])[]): readonly string[] => [
  ...new Set(
    transcript.flatMap(([, answer]) =>
      [...answer.matchAll(/"checkpoint\\":\{\\"size\\":\d+,\\"digest\\":\\"([0-9a-f]{64})/g)].map(
        ([, digest]) => digest!,
      ),
    ),
  ),
]

/** With the key of the log, and names of content that holds a drawn name, put in one form. */
const plain = (answer: string, digests: readonly string[]) =>
  // Reports name the record by its digest or the beginning of it.
  digests
    .reduce((text, digest) => text.replaceAll(digest, 'DIGEST').replaceAll(digest.slice(0, 16), 'DIGEST'), answer)
    .replaceAll(/bundle--[0-9a-f-]{36}/g, 'BUNDLE')
    .replaceAll(/\b(?:rul|wdr|rel)_[0-9a-f]{20}/g, 'NAMED')
    .replaceAll(/(?<=\["etag",")\\"[0-9a-f]{64}\\"/g, 'TAG')
    .replaceAll(/(?<="checkpoint\\":\{\\"size\\":\d+,\\"digest\\":\\")[0-9a-f]{64}/g, 'DIGEST')
    .replaceAll(/trucekeeper\/desk-world-[\w-]+\+[0-9a-f]+\+[\w+/=]+/g, 'KEY')

describe('a role', () => {
  const ruling = { does: 'join', claims: [NONE.claim, NONE.claim], reason: 'One strike.' }
  const release = { releases: [NONE.claim], to: 'desks', reason: 'They should know.' }
  const attempts: readonly (readonly [string, unknown, readonly Role[]])[] = [
    ['/api/claims', noteOf(), ['recorder']],
    ['/api/decisions', { claim: NONE.claim, does: 'accept' }, ['reviewer']],
    ['/api/rulings', ruling, ['reviewer']],
    ['/api/withdrawals', { withdraws: NONE.claim, reason: 'Wrong.' }, ['recorder', 'reviewer']],
    ['/api/releases', release, ['releaser']],
    ['/api/releases/approvals', { ...release, to: undefined, desks: ['guarantor'] }, ['releaser']],
  ]

  it('writes what is its own and is refused the rest', async () => {
    const world = await opened()
    for (const role of ROLES) {
      const visitor = visitorOf(world)
      await visitor.comeIn('un', [role], `Somebody who is ${role}`)
      for (const [path, body, roles] of attempts) {
        const { status } = await write(visitor, path, body)
        expect([role, path, status === 403]).toEqual([role, path, !roles.includes(role)])
      }
      for (const path of [uploadPath(), '/api/inbox/waiting?name=none.txt']) {
        const { status } = await write(visitor, path, REPORT, asFile)
        expect([role, path, status === 403]).toEqual([role, path, role !== 'recorder'])
      }
    }
  })
})
