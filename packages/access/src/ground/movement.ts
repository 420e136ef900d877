// Whether a party has begun to move: by the words that say or deny it, and by units that were seen farther off than before.
import { independent, type GroundQuestion } from './believed.ts'
import { isAssertion, type Line, type Position, type PullBackTerms } from './records.ts'
import { seriesIn, type SeriesPoint } from './series.ts'
import type { Unit } from './unit.ts'
import { wordRef, type WordRef } from './words.ts'

export interface Movement {
  readonly party: string
  /** Whether it has begun to pull back. `supported` and `refuted` say what the words say, `unknown` that there are none. */
  readonly begun: 'supported' | 'refuted' | 'contested' | 'unknown'
  readonly for: readonly WordRef[]
  readonly against: readonly WordRef[]
  readonly cannot_confirm: readonly WordRef[]
  /** Units seen to have moved away: one observer's two bands that do not meet. */
  readonly moved_away: readonly { readonly unit: string; readonly from: string; readonly to: string }[]
}

export function movementOf(
  party: string,
  { lines, depths }: PullBackTerms,
  positions: readonly Position[],
  units: readonly Unit[],
  { account }: GroundQuestion,
): Movement {
  const words = positions.filter((row) => row.party === party && row.place === null)
  const concerned = lines.filter(({ id }) => depths.some((depth) => depth.party === party && depth.line === id))
  const moved = units
    .filter((unit) => unit.party === party)
    .flatMap((unit) => concerned.flatMap((line) => awayOf(unit, line)))
  const sawThemMove = positions.filter(({ id }) => moved.some(({ to }) => to === id))
  const says = [...words.filter(isAssertion), ...sawThemMove]
  const denies = words.filter(({ stance }) => stance === 'denies')
  const [some, none] = [independent(says) >= account.sources, independent(denies) >= account.sources]
  return {
    party,
    begun: some && none ? 'contested' : some ? 'supported' : none ? 'refuted' : 'unknown',
    for: says.map(wordRef),
    against: denies.map(wordRef),
    cannot_confirm: words.filter(({ stance }) => stance === 'cannot_confirm').map(wordRef),
    moved_away: moved,
  }
}

/** The last two rows of one observer between which a unit surely went farther from the line. */
function awayOf({ name, rows }: Unit, line: Line): Movement['moved_away'][number][] {
  const observers = new Set(rows.map(({ observer }) => observer))
  return [...observers].flatMap((observer) => {
    const own = seriesIn(
      rows.filter((row) => row.observer === observer && isAssertion(row)),
      line,
    )
    const last = own.at(-1)
    const before = last && own.findLast((point) => surelyNearer(point, last))
    return last && before ? [{ unit: name, from: before.id, to: last.id }] : []
  })
}

function surelyNearer(a: SeriesPoint, b: SeriesPoint): boolean {
  return a.far_m < b.near_m && a.observed_at < b.observed_at
}
