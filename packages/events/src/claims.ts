// Claims of one's own record as events: what they say was done, on which days, where and by whom, each happening once.
import { civilDay, datedInterval, dayNumber, parseDating } from '@trucekeeper/time'
import type { Imported, Skipped } from './import.ts'
import { tableBuilder } from './table.ts'

/** What is read of a claim; a claim of the record is one of these. */
export interface ReportedClaim {
  readonly id: string
  readonly kind: string
  readonly places: readonly string[]
  readonly date: string | null
  readonly actor_blamed: string | null
  readonly target: string | null
  readonly figures: readonly {
    readonly what: string
    readonly value: number | null
    readonly low?: number | null | undefined
    readonly high?: number | null | undefined
  }[]
}

/** What only the caller knows: the agreement's names, and what kinds and stances mean. */
export interface ClaimReading<C extends ReportedClaim> {
  /** The IANA zone in which days are read. */
  readonly zone: string
  /** Why a claim tells of no single act of violence, or null where it does. */
  refusal(claim: C): { readonly why: string; readonly help: string } | null
  /** The one that words name, by a name the agreement knows; null where they name none or leave it open. */
  who(words: string): string | null
  /** Longitude and latitude of a place, null where no map has it as a point. */
  where(place: string): readonly [longitude: number, latitude: number] | null
}

const SOURCE = 'claims of the record, as they were reported'

/**
 * One event for each happening that claims assert. Claims of the same kind, days, places and doer tell of the same;
 * the first stands for them. `row` of what is left out is the number of the claim, the first being 1.
 */
export function eventsOfClaims<C extends ReportedClaim>(
  claims: readonly C[],
  { zone, refusal, who, where }: ClaimReading<C>,
): Extract<Imported, { ok: true }> {
  const builder = tableBuilder()
  const skipped: Skipped[] = []
  const told = new Map<string, string>()
  for (const [index, claim] of claims.entries()) {
    const leaveOut = (why: string, help: string) => skipped.push({ row: index + 1, column: 1, why, help })
    const refused = refusal(claim)
    const dating = claim.date === null ? null : parseDating(claim.date)
    if (refused) leaveOut(refused.why, refused.help)
    else if (dating === null) leaveOut('it says no day', 'enter a claim that gives the day')
    else {
      const { from, to } = datedInterval(dating, zone)
      const doer = claim.actor_blamed === null ? null : who(claim.actor_blamed)
      const days = [civilDay(from, zone), civilDay(to - 1, zone)] as const
      const key = JSON.stringify([claim.kind, days, claim.places.toSorted(), doer])
      const first = told.get(key)
      if (first !== undefined) {
        leaveOut(`it tells of what \`${first}\` told already`, 'nothing needs doing: a happening counts once')
        continue
      }
      told.set(key, claim.id)
      const [longitude, latitude] = claim.places.map(where).find((found) => found !== null) ?? [Number.NaN, Number.NaN]
      builder.add({
        id: claim.id,
        from: dayNumber(days[0]),
        to: dayNumber(days[1]),
        sideA: doer,
        sideB: claim.target === null ? null : who(claim.target),
        oneSided: true,
        longitude,
        latitude,
        placePrecision: 0,
        ...deaths(claim),
      })
    }
  }
  return { ok: true, format: 'claims', table: builder.table(SOURCE), skipped }
}

/** None are known of where a claim gives no figure. */
function deaths({ figures }: ReportedClaim) {
  const killed = figures.find(({ what }) => what === 'killed')
  const best = killed?.value ?? 0
  return { deathsLow: killed?.low ?? best, deathsBest: best, deathsHigh: killed?.high ?? best }
}
