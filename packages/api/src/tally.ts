// GET /api/tally: claimed, verified and reported per party and clause, by days, by weeks and over the term.
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { z } from 'zod'
import { tallyAnswer } from './answers/lookback.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { whyQuery } from './query.ts'
import { PERIODS, talliesBy, type PeriodKind, type Range, type TallyOfPeriods } from './tally-cells.ts'

interface ToldCell {
  readonly told: Range
  readonly bulk: readonly {
    readonly figure: number
    readonly sides: readonly string[]
    readonly from: string | null
    readonly to: string
    readonly within: boolean
  }[]
  readonly claimed: Range
  readonly verified: Range
  readonly days_in_force: number
  readonly days_reported: number
}

export interface TallyPeriods {
  readonly periods: readonly { readonly from: string; readonly to: string }[]
  readonly rows: readonly {
    readonly clause: string
    readonly party: string
    /** One for each period; null where the clause was not in force in it. */
    readonly cells: readonly (ToldCell | null)[]
  }[]
}

export type TallyAnswer = { readonly zone: string; readonly at: string } & Readonly<Record<PeriodKind, TallyPeriods>>

const { at, known_at } = whyQuery.shape
const tallyQuery = z.strictObject({ at, known_at })

export function tallyRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'claimed, verified and reported per party and clause, by days, by weeks and over the term',
    query: tallyQuery,
    gives: json(tallyAnswer),
    steady: true,
    pace: SLOW_PACE,
  } as const
  return new Noun('/api/tally').get('/', about, async (c, { at: asked, known_at: knownAt }) => {
    const { agreement } = await workspace.known()
    const { zone } = agreement
    const instant = asked ?? parseInstant((await workspace.record()).suggested_at)!
    const lookback = await workspace.lookback()
    const say = (one: Instant) => formatInstant(one, zone)
    const said = ({ periods, rows }: TallyOfPeriods): TallyPeriods => {
      return { periods, rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && told(cell, say)) })) }
    }
    const query = { at: instant, ...(knownAt !== undefined && { knownAt }) }
    const tallies = await lookback.told(query, (bans) => talliesBy(PERIODS, bans, zone))
    const [day, week, term] = tallies.map(said) as [TallyPeriods, TallyPeriods, TallyPeriods]
    const answer: TallyAnswer = { zone, at: say(instant), day, week, term }
    return c.json(answer)
  })
}

type Cell = NonNullable<TallyOfPeriods['rows'][number]['cells'][number]>

function told(cell: Cell, say: (instant: Instant) => string): ToldCell {
  const bulk = cell.bulk.map(({ from, to, ...rest }) => ({
    ...rest,
    from: from === null ? null : say(from),
    to: say(to),
  }))
  return { ...cell, bulk }
}
