// GET /api/released: what anybody may see, and the proof of each entry that it rests on.
import { asksTables, type StandingState, type Verdict } from '@trucekeeper/engine'
import type { DisclosureLevel } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { z } from 'zod'
import { releasedAnswer } from './answers/lookback.ts'
import type { WhatIsKnown, KnownAt, Workspace } from './deps.ts'
import { json, Noun, text } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { quoted, Refused } from './problems.ts'
import { whyQuery } from './query.ts'

export interface ReleasedAnswer {
  readonly agreement: {
    readonly id: string
    readonly title: string
    readonly hash: string
    readonly zone: string
  }
  readonly at: string
  readonly known_at: string | null
  /** How many entries of the record this follows from. */
  readonly size: number
  readonly log_key: string | null
  readonly clauses: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string | null
    readonly heading: string
    readonly parties: readonly string[]
    readonly sentence: string
    readonly account: string
    readonly released: boolean
    readonly standing: StandingState | null
    readonly verdict: Verdict | null
    /** Entries of the record that the verdict rests on. */
    readonly receipts: readonly { readonly index: number; readonly doc: string; readonly outlet: string }[]
  }[]
  /** Versions of the text that were committed to, each with the place of the entry that did. */
  readonly versions: readonly {
    readonly version: string
    readonly lang: string
    readonly root: string
    readonly index: number
  }[]
  /** Passages of the text that are not public, as far as that is told: without their words and names. */
  readonly withheld: readonly { readonly level: DisclosureLevel; readonly until: string | null }[]
  readonly documents: readonly {
    readonly doc: string
    readonly outlet: string
    readonly published: string
    readonly index: number
  }[]
}

/** A clause that rests on more lists the first of them; all are on the desk's own screens. */
const MOST_RECEIPTS = 50

const { at, known_at } = whyQuery.shape
const releasedQuery = z.strictObject({ at, known_at })

export function releasedRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'what anybody may see: verdicts by the deciding account, documents of outlets, entries to prove',
    query: releasedQuery,
    gives: json(releasedAnswer),
    pace: SLOW_PACE,
  }
  const proof = {
    summary: 'the proof that a released entry is in the record (C2SP tlog-proof)',
    parts: { index: 'the place of the entry in the record, from 0' },
    gives: text(),
    problems: ['404.7'],
    pace: SLOW_PACE,
  } as const
  return new Noun('/api/released')
    .get('/', about, async (c, { at: instant, known_at: knownAt }) =>
      c.json(
        await releasedBy(workspace, {
          ...(instant !== undefined && { at: instant }),
          ...(knownAt !== undefined && { knownAt }),
        }),
      ),
    )
    .get('/receipts/:index', proof, async (c) => {
      const name = c.req.param('index')
      const found = /^\d{1,9}$/.test(name) ? await proofOf(workspace, Number(name)) : null
      if (!found) {
        throw new Refused(
          '404.7',
          `no released entry is named ${quoted(name)}`,
          'see `/api/released` for those that are; a folder without a log has none',
        )
      }
      return c.body(found.slice().buffer, 200, {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="entry-${name}.tlog-proof"`,
      })
    })
}

async function releasedBy(
  workspace: Workspace,
  query: { readonly at?: number; readonly knownAt?: KnownAt },
): Promise<ReleasedAnswer> {
  const status = await workspace.status(query)
  const lookback = await workspace.lookback()
  const known = query.knownAt === undefined ? {} : { knownAt: query.knownAt }
  const [documents, sources, logKey] = await Promise.all([
    lookback.documents(known),
    lookback.sources(known),
    lookback.logKey(),
  ])
  const outlets = outletsOf(documents)
  const { agreement, record, not_shown: notShown = null } = await workspace.known(query.knownAt)
  const held = onTables(agreement)
  const names = new Map(status.accounts.map(({ id, name }) => [id, name]))
  const found = status.clauses.map((clause) => {
    const { id, kind, title, heading, parties, sentence, standing, decided_by: decides, verdicts } = clause
    const released = !held.has(id)
    const own = released ? verdicts[decides] : undefined
    const claims = own ? [...own.for, ...own.against, ...own.cannot_confirm, ...own.undetermined] : []
    const receipts = claims.flatMap((claim) => {
      const source = sources.get(claim)
      const outlet = source && outlets.get(source.doc)
      return source && outlet !== undefined ? [{ index: source.index, doc: source.doc, outlet }] : []
    })
    return {
      id,
      kind,
      title,
      heading,
      parties,
      sentence,
      account: names.get(decides) ?? decides,
      released,
      standing: released ? standing : null,
      verdict: own?.verdict ?? null,
      receipts: logKey === null ? [] : receipts.toSorted((a, b) => a.index - b.index).slice(0, MOST_RECEIPTS),
    }
  })
  const places = [...agreement.ruled, ...(notShown?.undecided ?? [])]
  const placeOf = new Map(places.map(({ id, source }) => [id, source.clauseStart]))
  return {
    agreement: status.agreement,
    at: status.at,
    known_at: status.known_at,
    size: status.checkpoint.size,
    log_key: logKey,
    clauses: [...found, ...(notShown?.undecided ?? []).map((clause) => undecided(clause, names))].toSorted(
      (a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0),
    ),
    versions: versionsIn(record, parseInstant(status.at)!),
    withheld: notShown?.passages ?? [],
    documents: documents.flatMap(({ doc, outlet, published, index }) =>
      outlet === null ? [] : [{ doc, outlet, published, index }],
    ),
  }
}

/** By an instant, the first to commit to each. */
function versionsIn({ minutes, received }: WhatIsKnown['record'], at: number): ReleasedAnswer['versions'] {
  const found = new Map<string, ReleasedAnswer['versions'][number]>()
  for (const minute of minutes) {
    if (minute.does !== 'commit-text' || parseInstant(minute.at)! > at) continue
    const { version, lang, root, id } = minute
    const { index, leaf = index } = received.get(id)!
    const key = JSON.stringify([version, lang])
    if (!found.has(key)) found.set(key, { version, lang, root, index: leaf })
  }
  return [...found.values()]
}

type Undecided = NonNullable<WhatIsKnown['not_shown']>['undecided'][number]

/** A clause that waits for what is not public: its words are shown, and nothing is found of it. */
function undecided(clause: Undecided, names: ReadonlyMap<string, string>): ReleasedAnswer['clauses'][number] {
  const { id, kind, title, source } = clause
  const decides = 'decidedBy' in clause ? clause.decidedBy : ''
  return {
    id,
    kind,
    title,
    heading: source.heading.join(' › '),
    parties: 'debtors' in clause ? clause.debtors : 'holders' in clause ? clause.holders : [],
    sentence: source.sentence,
    account: names.get(decides) ?? decides,
    released: false,
    standing: null,
    verdict: null,
    receipts: [],
  }
}

/** What an outlet printed is public; what has none is a desk's own, and its name stays with the desk. */
function outletsOf(
  documents: readonly { readonly doc: string; readonly outlet: string | null }[],
): ReadonlyMap<string, string> {
  return new Map(documents.flatMap(({ doc, outlet }) => (outlet === null ? [] : [[doc, outlet] as const])))
}

/** The clauses that rest on tables, and those that wait for these: what they say tells of rows that are not released. */
function onTables(agreement: WhatIsKnown['agreement']): ReadonlySet<string> {
  const texts = new Map(agreement.ruled.map((clause) => [clause.id, JSON.stringify({ ...clause, source: null })]))
  const held = new Set(
    agreement.ruled.filter((clause) => asksTables({ ...agreement, ruled: [clause] })).map(({ id }) => id),
  )
  for (const id of held) for (const [other, said] of texts) if (said.includes(JSON.stringify(id))) held.add(other)
  return held
}

async function proofOf(workspace: Workspace, index: number): Promise<Uint8Array | null> {
  const lookback = await workspace.lookback()
  const documents = await lookback.documents({})
  const outlets = outletsOf(documents)
  const isDocument = documents.some((one) => one.index === index && one.outlet !== null)
  const isClaim = [...(await lookback.sources({})).values()].some((one) => one.index === index && outlets.has(one.doc))
  const { record } = await workspace.known()
  const isRoot = versionsIn(record, Infinity).some((one) => one.index === index)
  return isDocument || isClaim || isRoot ? lookback.proof(index) : null
}
