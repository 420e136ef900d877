// Whether weapons are where they were to go.
import { metresBetween } from '@trucekeeper/geo'
import type { GroundQuestion } from './believed.ts'
import type { Outcome, Placed } from './measure.ts'
import type { Site } from './records.ts'
import { findingOf, type Finding, type Unit } from './unit.ts'

/** `at_site` takes the place of `kept`, and `not_at_site` that of `not_kept`. */
export interface Redeployment {
  readonly party: string
  readonly unit: string
  readonly finding: 'at_site' | 'not_at_site' | Exclude<Finding, 'kept' | 'not_kept'>
  /** The sites named for its party and weapons; any of them will do. */
  readonly sites: readonly string[]
  readonly why: string
}

export function redeploymentOf(
  sites: readonly Site[],
  units: readonly Unit[],
  question: GroundQuestion,
): Redeployment[] {
  return units.flatMap((unit) => {
    const { party, name, weaponClass } = unit
    const own = sites.filter(
      (site) => site.party === party && weaponClass !== null && site.weapons.includes(weaponClass),
    )
    if (own.length === 0) return []
    const { finding, why } = findingOf(unit, (row) => atOneOf(row, own), question)
    const answers = { kept: 'at_site', not_kept: 'not_at_site', elsewhere: 'not_observed' } as const
    const found = finding === 'kept' || finding === 'not_kept' || finding === 'elsewhere' ? answers[finding] : finding
    const where = { at_site: 'it stood at the site', not_at_site: 'it stood outside the sites' } as const
    const because = found === 'at_site' || found === 'not_at_site' ? where[found] : why
    return [{ party, unit: name, finding: found, sites: own.map(({ id }) => id), why: because }]
  })
}

function atOneOf({ place, errorRadius_m }: Placed, sites: readonly Site[]): Outcome {
  const outcomes = sites.map((site) => {
    const metres = metresBetween(place, site.place)
    if (metres + errorRadius_m <= site.radius_m) return 'kept'
    return metres - errorRadius_m > site.radius_m ? 'not_kept' : 'cannot_tell'
  })
  return (['kept', 'cannot_tell'] as const).find((one) => outcomes.includes(one)) ?? 'not_kept'
}
