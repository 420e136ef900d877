// Words that are hidden, looked for in every answer to those who are not shown them: in bodies, in headers, in every form of a report.
import {
  nameClaim,
  nameDocument,
  nameMinute,
  nameRuling,
  type ClaimBody,
  type Entry,
  type MinuteBody,
} from '@trucekeeper/claims'
import { letSpeak } from '@trucekeeper/people'
import {
  enterFolder,
  followFolder,
  folderRecorder,
  openFolderLedger,
  openWorkspace,
  originalsIn,
  sealedFields,
  viewsByAudience,
} from '@trucekeeper/workspace'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openTables } from '@trucekeeper/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { operationsOf } from './checked.ts'
import type { Deps } from './deps.ts'
import { fixtureDeps } from './fixture.ts'
import { ORIGIN, visitorOf } from './testing/visitor.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const NOW = Date.parse('2016-09-20T12:00:00+03:00')
const LATER = '2016-09-27T12:00+03:00'
/** Of everything that is hidden, and of nothing else: the clause and its article, a text beside, a claim, a field of a claim. */
const CANARY = /canary|fighters-leave|residents-evacuated|darayya-no-fire/i
const SIDES = ['russia', 'united-states']
const SHA = (text: string) => createHash('sha256').update(text).digest('hex')
const REPORT =
  'Canarywitness saw seven shells fall on Talbiseh. Two rockets hit Anadan, Canaryspeaker said. Fire ceased in Haritan.'
const OTHER = 'Shells fell on Talbiseh.'

let dir: string
let deps: Deps
let close: () => Promise<void>
let size = 0
let clock = NOW
let app: ReturnType<typeof createApp>
const bugs: unknown[] = []

/** The example, with other words in what is to be hidden. */
async function renamed(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(md|yaml|csv)$/.test(name) || /^(expected|scenarios)/.test(name)) continue
    const path = join(folder, name)
    const text = await readFile(path, 'utf8')
    await writeFile(
      path,
      text
        .replaceAll('first-convoy', 'canary-convoy')
        .replace('"First aid to eastern Aleppo"', '"Canarytitle"')
        .replace('### 3.1 Aid to eastern Aleppo', '### 3.1 Canaryheading')
        .replace('United Nations aid goes from', 'Canaryprose aid goes from')
        .replace(
          'duty parity "East and west alike"',
          'zone canary-zone\n  geometry     places.geojson#canary-place\n  tolerance    500 m\n  known-as     Canarytown\n\nbody canary-body\n  name         Canary Watch\n  role         monitor\n\nduty parity "East and west alike"',
        ),
    )
  }
}

/** A place that the hidden passage names, and no other. */
async function placed(folder: string): Promise<void> {
  const path = join(folder, 'places.geojson')
  const places = JSON.parse(await readFile(path, 'utf8')) as { features: { id?: string; properties: object }[] }
  const like = places.features.find(({ properties, id }) => JSON.stringify([id, properties]).includes('aleppo-city'))!
  const properties = { ...like.properties, id: 'canary-place', name: 'Canaryland' }
  const place = { ...like, ...(like.id !== undefined && { id: 'canary-place' }), properties }
  await writeFile(path, JSON.stringify({ ...places, features: [...places.features, place] }))
}

const claimOf = (doc: string, text: string, quote: string, more: Partial<ClaimBody> = {}) =>
  nameClaim({
    doc,
    doc_sha256: SHA(text),
    quote,
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
    speaker: null,
    speaker_side: 'monitor',
    via: null,
    outlet: 'Wire',
    published: '2016-09-14',
    kind: 'shelling',
    modality: 'asserted',
    negated: false,
    places: ['Talbiseh'],
    date: '2016-09-14',
    date_basis: 'explicit',
    actor_blamed: null,
    target: null,
    figures: [],
    ...more,
  })
const documentOf = (doc: string, text: string) =>
  nameDocument({ doc, sha256: SHA(text), outlet: 'Wire', published: '2016-09-14', media_type: 'text/plain' })
const FIELD_NOTE = documentOf('field-note.txt', REPORT)
const HIDDEN = claimOf('field-note.txt', REPORT, 'Canarywitness saw seven shells fall on Talbiseh.')
const NAMED = claimOf('field-note.txt', REPORT, 'Two rockets hit Anadan, Canaryspeaker said.', {
  speaker: 'Canaryspeaker',
  places: ['Anadan'],
})
const SAME_WORDS = claimOf('field-note.txt', REPORT, 'Canarywitness saw seven shells fall', { kind: 'air_strike' })
const PLAIN = claimOf('other-note.txt', OTHER, OTHER)

function entries(): readonly Entry[] {
  const envelope = { received_at: '2016-09-14T20:00+03:00', recorded_by: 'desk' }
  const minute = (body: MinuteBody): Entry => ({ type: 'minute', ...envelope, body: nameMinute(body) })
  const disclose = { does: 'disclose', at: '2016-09-14T20:00+03:00', of: SIDES, embargo_until: null } as const
  const opening = { does: 'open-case', at: '2016-09-14T20:00+03:00', of: 'opposition', accused: 'government' } as const
  const reason = 'Canaryreason'
  return [
    ...[FIELD_NOTE, documentOf('other-note.txt', OTHER)].map((body): Entry => ({
      type: 'document',
      ...envelope,
      body,
    })),
    ...[HIDDEN, NAMED, SAME_WORDS, PLAIN].map((body): Entry => ({ type: 'claim', ...envelope, body })),
    {
      type: 'ruling',
      ...envelope,
      body: nameRuling({ does: 'join', claims: [HIDDEN.id, PLAIN.id], by: 'desk', reason: 'Canaryruling' }),
    },
    minute({
      ...opening,
      case: 'canary-1',
      clause: 'cessation.government',
      claims: [HIDDEN.id],
      summary: 'Canarysummary',
    }),
    minute({
      does: 'case-step',
      at: opening.at,
      case: 'canary-1',
      stage: 'received',
      step: null,
      of: 'russia',
      text: 'Canarystep',
    }),
    minute({ ...opening, case: 'canary-2', clause: 'canary-convoy', claims: [], summary: 'Canarysummary' }),
    minute({ ...disclose, subject: { clause: 'canary-convoy' }, level: 'parties', told_of: true, reason }),
    minute({ ...disclose, subject: { article: '3.1 Canaryheading' }, level: 'parties', told_of: true, reason }),
    minute({
      ...disclose,
      of: ['government', 'darayya-fighters'],
      subject: { clause: 'fighters-leave' },
      level: 'parties',
      told_of: true,
      reason,
    }),
    minute({ ...disclose, subject: { claim: HIDDEN.id, field: null }, level: 'monitors', told_of: true, reason }),
    minute({ ...disclose, subject: { claim: NAMED.id, field: 'speaker' }, level: 'monitors', told_of: true, reason }),
  ]
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'canaries-'))
  await cp(EXAMPLE, dir, { recursive: true })
  await renamed(dir)
  await placed(dir)
  const opened = await openWorkspace(dir)
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const entered = await enterFolder(ledger.value, dir, opened.workspace.agreement)
  if (!entered.ok) throw new Error(entered.refusal.message)
  for (const text of [REPORT, OTHER]) await ledger.value.evidence.put(new TextEncoder().encode(text))
  const done = await ledger.value.append(entries())
  if (!done.ok) throw new Error(done.refusal.message)
  size = ledger.value.size
  await ledger.value.close()
  const tables = await openTables(null)
  if (!tables.ok) throw new Error(tables.refusal.message)
  const folder = followFolder(dir, { beat_ms: 60_000 })
  const recorder = folderRecorder(dir, { now: () => NOW })
  deps = {
    ...fixtureDeps().deps,
    onBug: (bug) => bugs.push(bug),
    hosts: [new URL(ORIGIN).hostname],
    workspace: folder.view(),
    seenBy: viewsByAudience(folder, () => NOW),
    sealed: sealedFields(dir),
    originals: originalsIn(dir),
    recorder,
    people: { db: tables.value.db, origin: () => ORIGIN, deviceBound: false },
    // A clock that goes on, so that nothing is refused for being asked too often.
    now: () => (clock += 5_000),
  }
  app = createApp(deps)
  close = async () => {
    await recorder.close()
    await tables.value.close()
  }
}, 120_000)
afterAll(async () => {
  await close()
  await rm(dir, { recursive: true, force: true })
})

/** Everything that can be asked, about what is hidden by its names too. */
function addresses(): readonly string[] {
  const values: Record<string, readonly string[]> = {
    id: ['cessation.government', 'joint-centre', 'canary-convoy', 'darayya-no-fire', HIDDEN.id, FIELD_NOTE.id],
    sha256: [SHA(REPORT), 'field-note.txt', SHA(OTHER)],
    date: ['2016-09-16'],
    name: ['canary-1', 'canary-2'],
    number: ['1.xml'],
    index: Array.from({ length: 14 }, (_, from) => String(size - 1 - from)),
    collection: ['zones', 'lines', 'incidents', 'convoys'],
    feature: ['canary-zone', 'aleppo'],
  }
  return operationsOf(deps)
    .filter(({ method, gives }) => method === 'get' && gives.type !== 'text/event-stream')
    .flatMap(({ path, query }) => {
      const filled = path.split('/').reduce<string[]>(
        (all, part) => {
          const some = part.startsWith(':') ? (values[part.slice(1).replace(/\{.*$/, '')] ?? ['x']) : [part]
          return all.flatMap((one) => some.map((value) => `${one}/${encodeURIComponent(value)}`))
        },
        [''],
      )
      const shape = Object.keys(query?.shape ?? {})
      const at = encodeURIComponent(LATER)
      const asked = [
        '',
        ...(shape.includes('at') ? [`?at=${at}`] : []),
        ...(shape.includes('known_at') ? [`?known_at=${encodeURIComponent('2016-09-14T20:00+03:00')}`] : []),
        ...(shape.includes('agreement') ? ['?agreement=darayya-2016'] : []),
        ...(shape.includes('limit') ? ['?limit=1000', '?limit=1000&after=500'] : []),
        ...(shape.includes('clause') ? ['?clause=canary-convoy'] : []),
      ]
      return filled.flatMap((one) => asked.map((question) => `${one.slice(1)}${question}`))
    })
}

async function leaks(get: (path: string) => Promise<Response>): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of addresses()) {
    const response = await get(path)
    if (response.status === 429) throw new Error(`${path} was asked too often`)
    const body = new TextDecoder().decode(await response.arrayBuffer())
    const headers = JSON.stringify([...response.headers])
    // Whoever names something themselves is told the name they gave.
    const asked = decodeURIComponent(path)
      .split(/[/?]/)
      .filter((part) => part.length > 3)
    const said = response.ok ? body : asked.reduce((left, part) => left.replaceAll(part, ''), body)
    const at = CANARY.exec(said) ?? CANARY.exec(headers)
    if (at) found.push(`${response.status} ${path}: …${at.input.slice(Math.max(0, at.index - 90), at.index + 90)}…`)
  }
  return found
}

/** What is asked for in a write that names what is hidden, or what is nowhere: told as of what is nowhere, without what there is. */
async function refusalsThatTell(visitor: ReturnType<typeof visitorOf>): Promise<readonly string[]> {
  const at = '2016-09-14T21:00+03:00'
  const opening = {
    does: 'open-case',
    at,
    case: 'a',
    of: 'opposition',
    accused: 'government',
    claims: [],
    summary: 'A.',
  }
  const disclosing = {
    does: 'disclose',
    at,
    of: SIDES,
    level: 'team',
    embargo_until: null,
    told_of: true,
    reason: 'A.',
  }
  const minutes = ['canary-convoy', 'darayya-no-fire', 'nowhere-at-all']
    .flatMap((clause) => [
      { ...opening, clause },
      { ...disclosing, subject: { clause } },
    ])
    .concat([
      { ...opening, of: 'nowhere-at-all', clause: 'cessation.government' } as never,
      { ...disclosing, subject: { article: 'nowhere-at-all' } } as never,
      { does: 'case-reply', at, case: 'nowhere-at-all', of: 'government', text: 'A.' } as never,
      { does: 'case-reply', at, case: 'canary-1', of: 'government', text: 'A.' } as never,
    ])
  const acts = ['canary-convoy', 'darayya-no-fire', 'nowhere-at-all'].map((power) => ({
    power,
    stage: 'exercised',
    by: ['government'],
    at,
  }))
  const found: string[] = []
  for (const [path, body] of [
    ...minutes.map((minute) => ['/api/minutes', { minute }] as const),
    ...acts.map((act) => ['/api/acts', { act, notice: 'Done.' }] as const),
  ])
    for (const more of [{}, { for: 'desks' }, { dry_run: true }]) {
      const headers = { 'idempotency-key': `key-${(clock += 1)}-of-a-test` }
      const response = await visitor.ask('POST', path, { body: { ...body, ...more }, headers })
      const said = (await response.text()).replaceAll(/(?<=[`"])(canary-convoy|canary-1|darayya-no-fire)(?=[`"])/g, '')
      if (response.ok || CANARY.test(said)) found.push(`${response.status} ${JSON.stringify(body)}: ${said}`)
    }
  return found
}

describe('what is hidden', () => {
  it('is in no answer to anybody, in no form', async () => {
    const nobody = visitorOf({ app, db: deps.people!.db, clock: { now: NOW } } as never)
    const seen = deps.seenBy!('public')
    const asPublic = createApp({ ...deps, people: undefined, recorder: undefined, workspace: seen } as never)
    expect(await leaks((path) => nobody.get(path))).toEqual([])
    expect(await leaks(async (path) => asPublic.request(`${ORIGIN}${path}`))).toEqual([])
    expect(bugs).toEqual([])
  }, 240_000)

  it('is in no answer to a desk that is not shown it, and in those of one that is', async () => {
    const world = { app, db: deps.people!.db, clock: { now: NOW } } as never
    const aid = visitorOf(world)
    await aid.comeIn('humanitarian', ['recorder', 'reviewer', 'releaser', 'administrator'])
    await letSpeak(deps.people!.db, { organisation: 'Office of humanitarian', speaks_for: ['*'] })
    expect(await leaks((path) => aid.get(path))).toEqual([])
    expect(await refusalsThatTell(aid)).toEqual([])
    const team = visitorOf(world)
    await team.comeIn('guarantor', ['recorder', 'reviewer', 'releaser', 'administrator'])
    // The same words stand in the answers of those who are shown them.
    for (const path of [
      'agreement',
      'agreement/places',
      'agreements',
      'entries?limit=1000',
      'documents/field-note.txt',
      'documents/field-note.txt/original',
      'cases',
      'matters',
      'status',
      'lens',
      'map',
      'publication',
      'clauses/canary-convoy/why',
      'reports/2016-09-16',
      'reports/2016-09-16/files/md',
    ]) {
      const response = await team.get(`/api/${path}`)
      expect([path, response.status, CANARY.test(await response.text())]).toEqual([path, 200, true])
    }
    expect(bugs).toEqual([])
  }, 240_000)
})
