// Zones of two sides that lie over one another, where only one of them can have the ground.
import type { AnyClause, Zone } from '@trucekeeper/agreement'
import { refsIn } from '../../conditions.ts'
import type { Rule, Spot } from '../../rule.ts'
import { speakersOf } from '../../speakers.ts'
import type { Subject } from '../../subject.ts'
import { overlapOf, pairsNear } from './ground.ts'
import { isAfter, opposition, stanceOf, usesByZone, type ZoneUse } from './uses.ts'

/** Strips drawn by hand along a line in pieces lie over one another at their ends by up to a tenth. */
const LEAST_SHARE = 0.15

export const rule: Rule = {
  name: 'zone-overlap-opposed',
  severity: 'warning',
  engine: 'shape',
  summary: 'Zones of two sides lie over one another, and only one side can have the ground.',
  *check(subject) {
    const zones = subject.agreement?.zones ?? []
    if (zones.length < 2) return
    const speakers = speakersOf(subject)
    const uses = usesByZone(subject, speakers)
    const used = zones.filter(({ id }) => uses.has(id))
    const isTogether = togetherIn(subject)
    const isNested = nesting(zones)
    for (const [zone, other] of pairsNear(used)) {
      const pair = opposed(uses.get(zone.id)!, uses.get(other.id)!)
      if (!pair || isNested(zone.id, other.id) || isTogether(zone.id, other.id)) continue
      if (overlapOf(zone, other) < LEAST_SHARE) continue
      const [a, b] = pair
      const [wide, narrow] = [zone, other].toSorted((x, y) => depthOf(y) - depthOf(x)) as [Zone, Zone]
      yield {
        at: extent(subject, wide),
        message: `\`${zone.id}\` of \`${a.clause.id}\` and \`${other.id}\` of \`${b.clause.id}\` lie over one another, and ${opposition(a.stance, b.stance)}`,
        help: `draw them apart, or say in both clauses whose the ground is that lies in \`${zone.id}\` and \`${other.id}\``,
        also: [
          { ...extent(subject, narrow), label: 'the other zone' },
          { range: a.zone.at, heading: a.clause.heading, label: a.who.join(', ') },
          { range: b.zone.at, heading: b.clause.heading, label: b.who.join(', ') },
        ],
        clauses: [zone.id, other.id, a.clause.id, b.clause.id],
      }
    }
  },
}

/** The first two uses that cannot both be had. */
function opposed(ones: readonly ZoneUse[], others: readonly ZoneUse[]): readonly [ZoneUse, ZoneUse] | null {
  for (const one of ones) {
    for (const other of others) {
      if (opposition(one.stance, other.stance) === null || other.who.some((id) => one.side.has(id))) continue
      if (!isSequel(one.clause, other.clause) && !isSequel(other.clause, one.clause)) return [one, other]
    }
  }
  return null
}

/** Whether one clause waits for the other, or begins only when the other is due. */
function isSequel(clause: AnyClause, other: AnyClause): boolean {
  const after = clause.kind === 'duty' ? clause.fields.after : undefined
  return isAfter(clause, other) || (after !== undefined && refsIn(after, 'met').some(({ id }) => id === other.id))
}

/** Where the extent of a zone is written. */
function extent({ clause, spot }: Subject, { id, ground }: Zone): Spot {
  return spot(clause(id)!, ground.kind === 'strip' ? 'depth' : 'geometry')
}

const depthOf = ({ ground }: Zone) => (ground.kind === 'strip' ? ground.depth_m : 0)

/** Whether one clause wants the same of both zones, whose drafter saw them side by side. */
function togetherIn({ of }: Subject): (one: string, other: string) => boolean {
  const together = new Set<string>()
  for (const clause of [...of('duty'), ...of('ban')]) {
    const ids = clause.fields.in?.map(({ id }) => id) ?? []
    if (ids.length < 2 || !stanceOf(clause)) continue
    for (const one of ids) for (const other of ids) together.add(`${one} ${other}`)
  }
  return (one, other) => together.has(`${one} ${other}`)
}

/** Whether one zone lies in the other, through however many. */
function nesting(zones: readonly Zone[]): (one: string, other: string) => boolean {
  const byId = new Map(zones.map((zone) => [zone.id, zone]))
  const around = new Map(
    zones.map(({ id, within }) => {
      const all = new Set(within)
      for (const outer of all) for (const next of byId.get(outer)?.within ?? []) all.add(next)
      return [id, all]
    }),
  )
  return (one, other) => around.get(one)!.has(other) || around.get(other)!.has(one)
}
