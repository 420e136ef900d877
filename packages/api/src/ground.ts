// GET /api/ground: who pulled back how far, by whose word, and bands of distance; never where anything stood.
import {
  groundStatus,
  publicGround,
  type Depth,
  type DepthStatus,
  type GroundQuestion,
  type GroundStatus,
  type Movement,
  type PairStatus,
  type PublicBand,
  type PublicGround,
  type WordRef,
} from '@trucekeeper/access/ground'
import { formatInstant, type Instant } from '@trucekeeper/time'
import { groundAnswer } from './answers/tables.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { passagesOf, type Passage } from './passages.ts'
import { quoted, Refused } from './problems.ts'
import { groundQuery } from './query.ts'
import { remembering } from './remembered.ts'
import { flawsIn, type TableFlaw } from './table-flaws.ts'

export interface GroundWord extends WordRef {
  readonly passage: Passage | null
}

type Words<T, Keys extends keyof T> = Omit<T, Keys> & { readonly [Key in Keys]: readonly GroundWord[] }

/** A depth without its units: their bands are exact. */
export type DepthFinding = Words<
  Omit<DepthStatus, 'units'>,
  'kept_by_word_of' | 'not_kept_by_word_of' | 'cannot_confirm'
> & { readonly depth: Depth }

export type MovementFinding = Words<Omit<Movement, 'moved_away'>, 'for' | 'against' | 'cannot_confirm'>

/** Two parties that are to move together; readings in which the same is to be said are told once. */
export interface PairFinding extends Pick<PairStatus, 'state' | 'why' | 'would_break' | 'tolerance_h'> {
  readonly parties: readonly [string, string]
  readonly readings: readonly (readonly [string, string])[]
  readonly follow_by: string | null
  readonly says: readonly GroundWord[]
}

export interface Band extends Omit<PublicBand, 'window_from' | 'window_to'> {
  readonly window_from: string
  readonly window_to: string
}

export interface GroundTold {
  readonly tables: 'read'
  readonly at: string
  readonly known_at: string | null
  readonly account: string
  readonly lines: readonly { readonly id: string; readonly name: string }[]
  readonly depths: readonly DepthFinding[]
  readonly movements: readonly MovementFinding[]
  readonly pairs: readonly PairFinding[]
  readonly published: { readonly policy: PublicGround['policy']; readonly bands: readonly Band[] }
}

/** `absent`: the folder has no positions. `refused`: something is wrong with a table, so none was read. */
export type GroundAnswer =
  | GroundTold
  | { readonly tables: 'absent' }
  | { readonly tables: 'refused'; readonly flaws: readonly TableFlaw[] }

const MINUTE_MS = 60_000

export function groundRoutes(workspace: Workspace, now: () => Instant): Noun {
  const about = {
    summary: 'who pulled back how far, by whose word, and bands of distance',
    query: groundQuery,
    gives: json(groundAnswer),
    problems: ['404.4'],
    pace: SLOW_PACE,
  } as const
  // It follows from the tables and the question: many look at the same instant.
  const worked = remembering<object, { published: ReturnType<typeof publicGround>; status: GroundStatus }>()
  return new Noun('/api/ground').get('/', about, async (c, { at: asked, known_at: knownAt, account: id }) => {
    const tables = await workspace.tables()
    if (tables.ground === null) {
      const flaws = flawsIn(tables, 'ground')
      const answer: GroundAnswer = flaws.length > 0 ? { tables: 'refused', flaws } : { tables: 'absent' }
      return c.json(answer)
    }
    const { terms, record } = tables.ground
    const { accounts, decidedBy, zone } = (await workspace.known()).agreement
    const deciding = accounts.find((account) => account.id === decidedBy)!
    const account = id === undefined ? deciding : accounts.find((one) => one.id === id)
    if (!account) {
      const there = accounts.map((one) => quoted(one.id)).join(', ')
      throw new Refused('404.4', `the agreement has no account ${quoted(id!)}`, `there are: ${there}`)
    }
    const recorded = [...record.positions, ...record.waits, ...record.sites].map(({ recordedAt }) => recordedAt)
    const at = asked ?? Math.max(0, ...recorded)
    const question: GroundQuestion = { at, account, ...(knownAt !== undefined && { knownAt }) }
    // A time still to come would undo the delay, and an account of few would tell who observed.
    const clock = now()
    // Minutes long past are enough for what is published late, and many ask within one.
    const until = at <= clock ? at : clock - (clock % MINUTE_MS)
    const { published, status } = worked(tables.ground, JSON.stringify([question, until]), () => ({
      published: publicGround(terms, record, { ...question, at: until, account: deciding }),
      status: groundStatus(terms, record, question),
    }))
    if (!published.ok) throw new Error(published.message)
    const say = (instant: Instant) => formatInstant(instant, zone)
    const answer: GroundAnswer = {
      tables: 'read',
      at: say(at),
      known_at: knownAt === undefined ? null : say(knownAt),
      account: account.id,
      lines: terms.lines.map(({ id: line, name }) => ({ id: line, name })),
      ...findingsOf(status, await passagesOf(workspace, [...record.positions, ...record.waits]), say),
      published: {
        policy: published.ground.policy,
        bands: published.ground.bands.map((band) => ({
          ...band,
          window_from: say(band.window_from),
          window_to: say(band.window_to),
        })),
      },
    }
    return c.json(answer)
  })
}

type PassageOf = Awaited<ReturnType<typeof passagesOf>>

function findingsOf(
  { depths, movements, pairs }: GroundStatus,
  passageOf: PassageOf,
  say: (at: Instant) => string,
): Pick<GroundTold, 'depths' | 'movements' | 'pairs'> {
  const words = (refs: readonly WordRef[]): GroundWord[] => refs.map((ref) => ({ ...ref, passage: passageOf(ref) }))
  return {
    depths: depths.map(({ depth, finding, why, kept_by_word_of, not_kept_by_word_of, cannot_confirm, silent }) => ({
      depth,
      finding,
      why,
      kept_by_word_of: words(kept_by_word_of),
      not_kept_by_word_of: words(not_kept_by_word_of),
      cannot_confirm: words(cannot_confirm),
      silent,
    })),
    movements: movements.map(({ party, begun, for: says, against, cannot_confirm }) => ({
      party,
      begun,
      for: words(says),
      against: words(against),
      cannot_confirm: words(cannot_confirm),
    })),
    pairs: pairsTold(pairs, passageOf, say),
  }
}

/** Without hours between movements, which would tell when somebody was seen. */
function pairsTold(pairs: readonly PairStatus[], passageOf: PassageOf, say: (at: Instant) => string): PairFinding[] {
  const alike = Map.groupBy(pairs, ({ a, b, state, why, follow_by }) =>
    JSON.stringify([a.party, b.party, state, why, follow_by]),
  )
  return [...alike.values()].map((same) => {
    const { a, b, state, why, follow_by, would_break, tolerance_h } = same[0]!
    return {
      parties: [a.party, b.party],
      readings: same.map((pair) => [pair.a.reading, pair.b.reading]),
      state,
      why,
      tolerance_h,
      follow_by: follow_by === null ? null : say(follow_by),
      would_break,
      says: [a, b].flatMap(({ party, says }) =>
        says.map((ref) => ({ ...ref, observer: party, passage: passageOf(ref) })),
      ),
    }
  })
}
