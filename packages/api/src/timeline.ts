// GET /api/timeline: windows, acts, gates, incidents and documents over time, and how each clause stood by an account.
import type { Standpoint, StandingState, Status, Timing, Verdict } from '@trucekeeper/engine'
import { addDays, civilDay, dayNumber, formatInstant, parseInstant, startOfDay, type Instant } from '@trucekeeper/time'
import { timelineAnswer } from './answers/lookback.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { quoted, Refused } from './problems.ts'
import { whyQuery } from './query.ts'

/** How a clause stood from one instant to another. */
export interface Stretch {
  readonly from: string
  readonly to: string
  readonly verdict: Verdict | null
  readonly standing: StandingState
  readonly timing: Timing
}

export interface TimelineAnswer {
  readonly zone: string
  readonly at: string
  readonly account: string | null
  readonly from: string
  readonly to: string
  readonly every_days: number
  readonly terms: readonly (Pick<Status['terms'][number], 'id' | 'title' | 'standing' | 'starts' | 'ends'> & {
    readonly steps: readonly { readonly at: string; readonly what: string }[]
  })[]
  readonly acts: readonly {
    readonly power: string
    readonly title: string | null
    readonly effect: string
    readonly at: string
    readonly stage: string
    readonly by: readonly string[]
    readonly doc: string
    readonly start: number
    readonly end: number
  }[]
  readonly gates: readonly {
    readonly id: string
    readonly title: string | null
    readonly days: readonly { readonly day: string; readonly verdict: Verdict }[]
    readonly resets: readonly { readonly at: string; readonly why: string }[]
  }[]
  readonly incidents: readonly {
    readonly id: string
    readonly kind: string
    readonly from: string
    readonly to: string
    readonly places: readonly string[]
    /** Ids of the clauses that speak of it. */
    readonly clauses: readonly string[]
  }[]
  readonly incidents_left_out: number
  readonly documents: readonly {
    readonly sha256: string
    readonly doc: string
    readonly outlet: string | null
    readonly published: string
    readonly received_at: string
  }[]
  readonly clauses: readonly {
    readonly id: string
    readonly title: string | null
    readonly heading: string
    readonly parties: readonly string[]
    readonly stretches: readonly Stretch[]
  }[]
}

const MINUTE_MS = 60_000
const MOST_DAYS_READ = 200
const MOST_INCIDENTS = 5_000

export function timelineRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'windows, acts, gates, incidents and documents over time, and how each clause stood',
    query: whyQuery,
    gives: json(timelineAnswer),
    problems: ['404.4'],
    pace: SLOW_PACE,
  } as const
  return new Noun('/api/timeline').get('/', about, async (c, { at, known_at: knownAt, account }) => {
    const known = knownAt === undefined ? {} : { knownAt }
    const suggested = parseInstant((await workspace.record()).suggested_at)!
    const status = await workspace.status({ at: at ?? suggested, ...known })
    if (account !== undefined && !status.accounts.some(({ id }) => id === account)) {
      throw new Refused(
        '404.4',
        `the agreement has no account ${quoted(account)}`,
        'leave `account` out to read each clause by the account that decides it',
      )
    }
    const { zone } = status.agreement
    const lookback = await workspace.lookback()
    const documents = await lookback.documents(known)
    const acts = actsIn(status)
    const range = rangeOf(status, acts, documents)
    const { instants, every } = readings(range.begun, parseInstant(status.at)!, acts, zone)
    const read = await lookback.standpoints({ instants, ...known })
    const say = (instant: Instant) => formatInstant(instant, zone)
    const incidents = status.incidents.flatMap(({ id, kind, from, to, places, scope }) => {
      const clauses = scope.flatMap(({ clause, decision }) => (decision === 'covered' ? [clause] : []))
      return from === null || to === null ? [] : [{ id, kind, from, to, places, clauses }]
    })
    const answer: TimelineAnswer = {
      zone,
      at: status.at,
      account: account ?? null,
      from: say(range.from),
      to: say(range.to),
      every_days: every,
      terms: status.terms.map(({ id, title, standing, starts, ends, steps }) => ({
        id,
        title,
        standing,
        starts,
        ends,
        steps: steps.map((step) => ({ at: step.at, what: step.what })),
      })),
      acts,
      gates: status.gates.map(({ id, title, days, resets }) => ({
        id,
        title,
        days: days.map(({ day, verdict }) => ({ day, verdict })),
        resets,
      })),
      incidents: incidents.slice(-MOST_INCIDENTS),
      incidents_left_out: status.incidents.length - Math.min(incidents.length, MOST_INCIDENTS),
      documents: documents.map(({ sha256, doc, outlet, published, received_at }) => ({
        sha256,
        doc,
        outlet,
        published,
        received_at,
      })),
      clauses: status.clauses.flatMap(({ id, title, heading, parties, decided_by: decides }) => {
        const points = read.map((one) => standpointOf(one, id, account ?? decides))
        const stretches = stretchesOf([range.begun, ...instants].map(say), points)
        const isTold = stretches.some(({ verdict }) => verdict !== null)
        return isTold ? [{ id, title, heading, parties, stretches }] : []
      }),
    }
    return c.json(answer)
  })
}

function actsIn({ powers }: Status): TimelineAnswer['acts'] {
  return powers
    .flatMap(({ id, title, effect, notices }) =>
      notices.map(({ at, stage, by, doc, start, end }) => {
        return { power: id, title, effect, at, stage, by, doc, start, end }
      }),
    )
    .toSorted((a, b) => parseInstant(a.at)! - parseInstant(b.at)!)
}

/** From the first thing of which anything is told to the last; `begun` is when the first term or, without one, the record did. */
function rangeOf(
  { at, terms }: Status,
  acts: TimelineAnswer['acts'],
  documents: readonly { readonly received_at: string }[],
): { from: Instant; to: Instant; begun: Instant } {
  const now = parseInstant(at)!
  const of = (texts: readonly (string | null)[]) =>
    texts.flatMap((text) => (text === null ? [] : [parseInstant(text)!]))
  const starts = of(terms.map(({ starts }) => starts))
  const received = of(documents.map(({ received_at }) => received_at))
  const all = [...starts, ...of(terms.map(({ ends }) => ends)), ...of(acts.map((act) => act.at)), ...received, now]
  const least = (instants: readonly Instant[]) => instants.reduce((a, b) => Math.min(a, b), now)
  const begun = least(starts.length > 0 ? starts : received)
  return { from: least(all), to: all.reduce((a, b) => Math.max(a, b), now), begun }
}

/** The last minute of every day, or of every so many days, each act, and the instant asked about. */
function readings(
  begun: Instant,
  at: Instant,
  acts: TimelineAnswer['acts'],
  zone: string,
): { instants: Instant[]; every: number } {
  const first = civilDay(begun, zone)
  const days = dayNumber(civilDay(at, zone)) - dayNumber(first)
  const every = Math.max(1, Math.ceil(days / MOST_DAYS_READ))
  const found = new Set([at, ...acts.map((act) => parseInstant(act.at)!)])
  for (let passed = every; passed <= days; passed += every)
    found.add(startOfDay(addDays(first, passed), zone) - MINUTE_MS)
  const instants = [...found].filter((instant) => instant > begun && instant <= at)
  return { instants: instants.toSorted((a, b) => a - b), every }
}

function standpointOf(all: readonly Standpoint[], clause: string, account: string): Standpoint {
  return all.find((one) => one.clause === clause && one.account === account)!
}

/** Readings that say the same, one after the other, as one stretch; each says how it stood at its end. */
function stretchesOf(edges: readonly string[], points: readonly Standpoint[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, { verdict, standing, timing }] of points.entries()) {
    const before = stretches.at(-1)
    const [from, to] = [edges[index]!, edges[index + 1]!]
    if (before && before.verdict === verdict && before.standing === standing && before.timing === timing)
      stretches[stretches.length - 1] = { ...before, to }
    else stretches.push({ from, to, verdict, standing, timing })
  }
  return stretches
}
