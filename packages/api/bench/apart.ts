// Whether the time an answer takes tells "not yours" from "not there": both are asked in turn, and the turns compared.
import { performance } from 'node:perf_hooks'
import type { DeskId } from '@trucekeeper/people'
import type { TakenIn } from '@trucekeeper/workspace'
import { noteOf, openDeskWorld, REPORT, type DeskWorld } from '../src/testing/desk-world.ts'
import { visitorOf, type Visitor } from '../src/testing/visitor.ts'

const TURNS = Number(process.argv[2] ?? 400)
const WARM_TURNS = 40
/** Beyond so many standard errors the difference of the turns would be no chance (two-sided, about one in 16,000). */
const NOISE = 4

interface Pair {
  readonly what: string
  readonly theirs: string
  readonly nobodys: string
  /** Where it is sent to, and what of an id. */
  readonly sent?: readonly [string, (id: string) => unknown]
}

let keys = 0
const world = await openDeskWorld()
try {
  const a = await seated(world, 'party-a')
  const b = await seated(world, 'party-b')
  const noted = (await (await send(a, '/api/claims', noteOf())).json()) as { entries: readonly { id: string }[] }
  // The document that it stands in comes first.
  const claim = noted.entries[1]!.id
  const upload = '/api/documents?name=report.txt&published=2016-09-16&outlet=An%20agency'
  const file = { 'content-type': 'application/octet-stream' }
  const taken = (await (await send(a, upload, REPORT, file)).json()) as TakenIn
  const draft = (await (await a.post('/api/drafts', { body: 'Not yet said.' })).json()) as { id: string }

  console.log(
    `| asked by another desk | not yours, ms | not there, ms | standard errors apart (noise below ${NOISE}) |`,
  )
  console.log('|---|---|---|---|')
  for (const pair of pairs({ claim, draft: draft.id, sha256: taken.sha256, inbox: taken.documents[0]!.id }))
    console.log(await compared(b, pair))
} finally {
  await world.close()
}

type Ids = Readonly<Record<'claim' | 'draft' | 'sha256' | 'inbox', string>>

function pairs({ claim, draft, sha256, inbox }: Ids): readonly Pair[] {
  const reason = 'A measurement.'
  return [
    {
      what: 'a document, by its digest',
      theirs: `/api/documents/${sha256}`,
      nobodys: `/api/documents/${other(sha256)}`,
    },
    { what: 'a document of the inbox', theirs: `/api/inbox/${inbox}`, nobodys: `/api/inbox/${other(inbox)}` },
    { what: 'a draft', theirs: `/api/drafts/${draft}`, nobodys: `/api/drafts/${other(draft)}` },
    {
      what: 'a withdrawal of a claim',
      theirs: claim,
      nobodys: other(claim),
      sent: ['/api/withdrawals', (withdraws) => ({ withdraws, reason })],
    },
    {
      what: 'a release of a claim',
      theirs: claim,
      nobodys: other(claim),
      sent: ['/api/releases', (id) => ({ releases: [id], to: 'desks', reason })],
    },
  ]
}

async function compared(visitor: Visitor, pair: Pair): Promise<string> {
  const differences: number[] = []
  const [mine, none]: [number[], number[]] = [[], []]
  for (let turn = -WARM_TURNS; turn < TURNS; turn++) {
    // Who goes first changes with every turn, so that being first is no difference.
    const first = turn % 2 === 0 ? pair.theirs : pair.nobodys
    const second = turn % 2 === 0 ? pair.nobodys : pair.theirs
    const took = [await timed(visitor, pair, first), await timed(visitor, pair, second)]
    if (turn < 0) continue
    const [theirs, nobodys] = turn % 2 === 0 ? took : took.toReversed()
    mine.push(theirs!)
    none.push(nobodys!)
    differences.push(Math.sign(theirs! - nobodys!))
    world.clock.now += 1000
  }
  // A sign test: it asks only which of the two was slower, so that a pause of the machine weighs no more than any turn.
  const apart = Math.abs(differences.reduce((sum, sign) => sum + sign, 0)) / Math.sqrt(differences.length)
  return `| ${pair.what} | ${middle(mine)} | ${middle(none)} | ${apart.toFixed(1)} |`
}

async function timed(visitor: Visitor, { sent }: Pair, asked: string): Promise<number> {
  const from = performance.now()
  const response = await (sent ? send(visitor, sent[0], sent[1](asked)) : visitor.get(asked))
  await response.arrayBuffer()
  if (response.status < 400) throw new Error(`\`${asked}\` was answered with ${response.status}: it is not kept apart`)
  return performance.now() - from
}

async function seated(there: DeskWorld, desk: DeskId): Promise<Visitor> {
  const visitor = visitorOf(there)
  await visitor.comeIn(desk, ['recorder', 'reviewer', 'releaser'], `Somebody of ${desk}`)
  return visitor
}

function send(visitor: Visitor, path: string, body: unknown, headers: Record<string, string> = {}) {
  return visitor.ask('POST', path, { body, headers: { 'idempotency-key': `measured-${(keys += 1)}`, ...headers } })
}

/** The same name with another last digit. */
function other(id: string): string {
  return id.slice(0, -1) + (id.endsWith('0') ? '1' : '0')
}

function middle(times: readonly number[]): string {
  return times.toSorted((x, y) => x - y)[times.length >> 1]!.toFixed(2)
}
