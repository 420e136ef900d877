// What is so on the ground: each required depth, each party in each reading, who moved, who waits, and who can say.
import { known, type GroundQuestion } from './believed.ts'
import { bandOf, concerns, outcomeOf } from './measure.ts'
import { movementOf, type Movement } from './movement.ts'
import { pairStatus, type PairStatus } from './pairs.ts'
import { findingInReading, lineNamed, readingsOf, type Reading } from './readings.ts'
import { wordRef, type WordRef } from './words.ts'
import type { Depth, GroundRecord, Line, LineSide, PullBackTerms, WeaponClass } from './records.ts'
import { redeploymentOf, type Redeployment } from './redeployment.ts'
import { findingOf, unitsOf, worst, type Finding, type Unit, type UnitFinding } from './unit.ts'

/** How far a row has a unit from the line, and whose word that is; `source` is `example` where it is made up. */
export interface UnitBand {
  readonly id: string
  readonly near_m: number
  readonly far_m: number
  readonly observer: string
  readonly source: string
}

export interface UnitStatus {
  readonly unit: string
  readonly weapon_class: WeaponClass | null
  readonly finding: Finding | 'elsewhere'
  readonly why: string
  /** Milliseconds since 1970; null where no position is known. */
  readonly last_seen: number | null
  /** The band of each row that counts. */
  readonly bands: readonly UnitBand[]
}

export interface DepthStatus {
  readonly depth: Depth
  readonly finding: Finding
  readonly why: string
  readonly units: readonly UnitStatus[]
  readonly kept_by_word_of: readonly WordRef[]
  readonly not_kept_by_word_of: readonly WordRef[]
  /** Those who looked and could not tell. */
  readonly cannot_confirm: readonly WordRef[]
  /** Those who may attest the clause and have said nothing of this party. */
  readonly silent: readonly string[]
}

/** All depths of one party along one line in one reading. */
export interface PartyStatus {
  readonly party: string
  readonly clause: string
  readonly line: string
  readonly reading: string
  readonly finding: Finding
  readonly units: readonly UnitStatus[]
}

export interface GroundStatus {
  readonly account: string
  readonly depths: readonly DepthStatus[]
  readonly parties: readonly PartyStatus[]
  readonly movements: readonly Movement[]
  readonly pairs: readonly PairStatus[]
  readonly redeployment: readonly Redeployment[]
}

/** Everything about the ground under one account. Pure: the same rows and the same question give the same answer. */
export function groundStatus(terms: PullBackTerms, record: GroundRecord, question: GroundQuestion): GroundStatus {
  const now = known(record, question)
  const units = unitsOf(now.positions)
  const depths = terms.depths.map((depth) => depthStatus(depth, terms, now, units, question))
  const parties = readingsOf(terms).map((reading) => partyStatus(reading, terms, units, question))
  const movements = partiesOf(terms).map((party) => movementOf(party, terms, now.positions, units, question))
  const pairs = terms.pairs.flatMap((pair) => pairStatus(pair, { terms, units, movements, waits: now.waits }, question))
  return {
    account: question.account.id,
    depths,
    parties,
    movements,
    pairs,
    redeployment: redeploymentOf(now.sites, units, question),
  }
}

function partyStatus(
  reading: Reading,
  terms: PullBackTerms,
  units: readonly Unit[],
  question: GroundQuestion,
): PartyStatus {
  const line = lineNamed(terms.lines, reading.line)
  const found = units.flatMap((unit) => {
    const finding = findingInReading(reading, terms, unit, question)
    return finding && line ? [unitStatus(unit, finding, line)] : []
  })
  return { ...reading, finding: worst(found.map(({ finding }) => finding)), units: found }
}

function depthStatus(
  depth: Depth,
  { lines, attest }: PullBackTerms,
  { positions }: GroundRecord,
  units: readonly Unit[],
  question: GroundQuestion,
): DepthStatus {
  const line = lineNamed(lines, depth.line)
  const bound = units.filter((unit) => unit.party === depth.party && concerns(depth, unit))
  const found = line
    ? bound.map((unit) => ({ unit, finding: findingOf(unit, (row) => outcomeOf(row, depth, line), question) }))
    : []
  const statuses = line ? found.map(({ unit, finding }) => unitStatus(unit, finding, line)) : []
  const finding = worst(found.map(({ finding: { finding: one } }) => one))
  const about = positions.filter((row) => row.party === depth.party && concerns(depth, row))
  const spoke = new Set(about.map(({ observer }) => observer))
  return {
    depth,
    finding,
    why: whyOf(finding, depth.side, statuses),
    units: statuses,
    kept_by_word_of: found.flatMap(({ finding: { kept } }) => kept.map(wordRef)),
    not_kept_by_word_of: found.flatMap(({ finding: { notKept } }) => notKept.map(wordRef)),
    cannot_confirm: about.filter(({ stance }) => stance === 'cannot_confirm').map(wordRef),
    silent: (attest[depth.clause] ?? []).filter((who) => !spoke.has(who) && trusts(question, who)),
  }
}

function trusts({ account }: GroundQuestion, who: string): boolean {
  return account.trusts === null || account.trusts.includes(who)
}

function whyOf(finding: Finding, side: LineSide, units: readonly UnitStatus[]): string {
  const counted = units.filter((unit) => unit.finding === finding)
  if (counted.length === 0)
    return side === 'either' ? 'nobody says where any stood' : `nobody says where any stood on the ${side} side`
  return counted.map(({ unit, why }) => `${unit || 'a unit not named'}: ${why}`).join('; ')
}

function unitStatus({ name, weaponClass }: Unit, found: UnitFinding, line: Line): UnitStatus {
  const rows = [...new Set([...found.kept, ...found.notKept, ...found.cannotTell])]
  return {
    unit: name,
    weapon_class: weaponClass,
    finding: found.finding,
    why: found.why,
    last_seen: found.lastSeen,
    bands: rows.map((row) => ({ id: row.id, ...bandOf(row, line), observer: row.observer, source: row.source })),
  }
}

function partiesOf({ depths }: PullBackTerms): string[] {
  return [...new Set(depths.map(({ party }) => party))]
}
