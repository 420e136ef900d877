// What is found of one unit: kept, not kept, contested, or why nobody can say.
import { comparable, FRESH_H, HOUR_MS, independent, type GroundQuestion } from './believed.ts'
import { isPlaced, type Outcome, type Placed } from './measure.ts'
import { isAssertion, type Position, type WeaponClass } from './records.ts'
import type { Instant } from '@trucekeeper/time'

export const FINDINGS = ['not_kept', 'contested', 'cannot_tell', 'not_observed', 'kept'] as const
export type Finding = (typeof FINDINGS)[number]

/** A unit of a party with weapons of one class. */
export interface Unit {
  readonly key: string
  readonly party: string
  readonly name: string
  readonly weaponClass: WeaponClass | null
  readonly rows: readonly Placed[]
}

export interface UnitFinding {
  readonly finding: Finding | 'elsewhere'
  readonly why: string
  readonly lastSeen: Instant | null
  /** Rows that say so, that say the contrary, and of which nobody can tell. */
  readonly kept: readonly Placed[]
  readonly notKept: readonly Placed[]
  readonly cannotTell: readonly Placed[]
}

/** Units in the order in which the rows first name them; a row that names none is a unit of its own. */
export function unitsOf(rows: readonly Position[]): Unit[] {
  const units = new Map<string, Unit & { rows: Placed[] }>()
  for (const row of rows.filter(isPlaced)) {
    const { id, party, unit: name, weaponClass } = row
    const key = [party, name === '' ? `row ${id}` : name, weaponClass ?? ''].join('\n')
    const unit = units.get(key) ?? { key, party, name, weaponClass, rows: [] }
    unit.rows.push(row)
    units.set(key, unit)
  }
  return [...units.values()]
}

export function findingOf({ rows }: Unit, outcome: (row: Placed) => Outcome, question: GroundQuestion): UnitFinding {
  const now = comparable(rows, question)
  const placed = now.rows.filter(isPlaced)
  const found = settled(placed, outcome, question.account.sources)
  const base = { lastSeen: now.latest, kept: found.kept, notKept: found.notKept, cannotTell: found.cannotTell }
  if (now.latest === null) return { ...base, finding: 'elsewhere', why: 'nobody says where it stood' }
  if (question.at - now.latest <= (question.fresh_h ?? FRESH_H) * HOUR_MS) return { ...base, ...found }
  // What was beyond when last seen may be left in peace; what was not has to be seen again before anybody says kept.
  const beyond = found.finding === 'kept' || found.finding === 'elsewhere'
  return { ...base, finding: beyond ? 'elsewhere' : 'not_observed', why: 'it was not seen again' }
}

/** The table of evidence: some for and none against, the other way round, both, or neither. Never an average. */
function settled(rows: readonly Placed[], outcome: (row: Placed) => Outcome, needed: number): Settled {
  const of = (wanted: Outcome, asserted: boolean) =>
    rows.filter(
      (row) => isAssertion(row) === asserted && (asserted || row.stance === 'denies') && outcome(row) === wanted,
    )
  const [inside, elsewhere, cannotTell] = [of('not_kept', true), of('elsewhere', true), of('cannot_tell', true)]
  const beyond = of('kept', true)
  const [deniedInside, deniedBeyond] = [of('not_kept', false), of('kept', false)]
  const enough = (some: readonly Placed[]) => some.length > 0 && independent(some) >= needed
  // Who says it stood on another side, or denies that it stood here, contradicts that it was too near, and nothing else.
  const notKept = beyond.length > 0 ? [...inside, ...deniedBeyond] : inside
  const kept = inside.length > 0 ? [...beyond, ...elsewhere, ...deniedInside] : beyond
  const lists = { kept, notKept, cannotTell }
  if (enough(kept) && enough(notKept))
    return { ...lists, finding: 'contested', why: 'reports of the same time disagree' }
  if (enough(notKept)) return { ...lists, finding: 'not_kept', why: 'it stood nearer than that' }
  if (enough(kept)) return { ...lists, finding: 'kept', why: 'it stood beyond' }
  if (cannotTell.length > 0)
    return { ...lists, finding: 'cannot_tell', why: 'the error of the position reaches over the depth or the line' }
  if (elsewhere.length > 0 && kept.length + notKept.length === 0)
    return { ...lists, finding: 'elsewhere', why: 'it stood on another side of the line' }
  return { ...lists, finding: 'not_observed', why: `fewer than ${needed} independent sources say so` }
}

type Settled = Pick<UnitFinding, 'finding' | 'why' | 'kept' | 'notKept' | 'cannotTell'>

/** The worst of several findings; where there are none, nobody observed anything. */
export function worst(findings: readonly (Finding | 'elsewhere')[]): Finding {
  return FINDINGS.find((finding) => findings.includes(finding)) ?? 'not_observed'
}
