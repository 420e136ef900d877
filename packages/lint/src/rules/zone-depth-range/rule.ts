// A depth that cannot be meant: none at all, hundreds of kilometres, less than its own tolerance, or out of step with its zone.
import type { Clause } from '@trucekeeper/agreement'
import { numberOf } from '../../clearances.ts'
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'

/** No strip along a line was ever agreed that is deeper: the widest of Minsk was 70 km on each side. */
const DEEPEST_M = 100_000
/** Nearer than the edge of a road to its middle. */
const LEAST_M = 10
/** Metres written for kilometres are a thousand times too few; no list of weapons has steps this far apart. */
const OUT_OF_STEP = 100

export const rule: Rule = {
  name: 'zone-depth-range',
  severity: 'warning',
  engine: 'shape',
  summary:
    'A depth cannot be meant: below 10 m, beyond 100 km, no larger than its tolerance, or at odds with its zone.',
  *check(subject) {
    for (const zone of subject.of('zone')) yield* inZone(subject, zone)
    for (const duty of subject.of('duty')) if (duty.fields.clears.length > 0) yield* inDuty(subject, duty)
  },
}

function* inZone({ spot, clause }: Subject, zone: Clause<'zone'>): Iterable<Finding> {
  const { depth, tolerance, along } = zone.fields
  if (depth === undefined) return
  const out = outOfRange(depth)
  if (out) {
    yield {
      at: spot(zone, 'depth'),
      message: `\`${zone.id}\` is ${say(depth)} deep, ${out}`,
      help: 'write the depth that was meant, and look at its unit: `m` or `km`',
      clauses: [zone.id],
    }
  } else if (tolerance !== undefined && tolerance >= depth) {
    yield {
      at: spot(zone, 'tolerance'),
      message: `the edge of \`${zone.id}\` may be off by ${say(tolerance)}, and it is only ${say(depth)} deep`,
      help: 'nobody could tell what is in it: agree on a map that is exact enough, or on a deeper zone; look at the units',
      also: [{ ...spot(zone, 'depth'), label: 'its depth' }],
      clauses: [zone.id],
    }
  } else if (tolerance === undefined && along) {
    const line = clause(along.id)
    const off = line?.kind === 'line' ? line.fields.tolerance : undefined
    if (!line || off === undefined || off < depth) return
    yield {
      at: spot(zone, 'depth'),
      message: `\`${line.id}\` may be off by ${say(off)}, and \`${zone.id}\` along it is only ${say(depth)} deep`,
      help: 'nobody could tell what is in it: agree on a map that is exact enough, or on a deeper zone; look at the units',
      also: [{ ...spot(line, 'tolerance'), label: 'how far the line may be off' }],
      clauses: [zone.id, line.id],
    }
  }
}

function* inDuty(subject: Subject, duty: Clause<'duty'>): Iterable<Finding> {
  const { spot, clause } = subject
  const said = new Set<string>()
  for (const clears of duty.fields.clears) {
    const { metres, side, line } = clears
    const named = `\`${duty.id}\` keeps ${clears.of} ${say(metres)} from \`${line.id}\``
    const strips = (duty.fields.in ?? []).flatMap(({ id }) => {
      const zone = clause(id)
      const fits = zone?.kind === 'zone' && zone.fields.along?.id === line.id && (zone.fields.side ?? 'either') === side
      return fits && zone.fields.depth !== undefined ? [zone as Clause<'zone'>] : []
    })
    const strip = strips.toSorted((a, b) => b.fields.depth! - a.fields.depth!)[0]
    const same = duty.fields.clears.filter((other) => other.line.id === line.id && other.side === side)
    const widest = Math.max(strip?.fields.depth ?? 0, ...same.map((other) => other.metres))
    const out = outOfRange(metres)
    const at = numberOf(subject, duty, clears)
    const also = strip ? [{ ...spot(strip, 'depth'), label: `the zone \`${strip.id}\`` }] : []
    const found = (message: string, help: string): Finding => ({ at, message, help, also, clauses: [duty.id] })
    if (out) yield found(`${named}, ${out}`, 'write the distance that was meant, and look at its unit: `m` or `km`')
    else if (metres * OUT_OF_STEP <= widest) {
      const help = 'write the distance that was meant, and look at its unit: `m` or `km`'
      yield found(`${named}, where others of this clause are ${say(widest)}`, help)
    } else if (strip && metres > strip.fields.depth!) {
      // Of several kinds of weapon on one side the farthest tells how deep the zone has to be.
      const farthest = Math.max(...same.map((other) => other.metres).filter((other) => !outOfRange(other)))
      if (metres < farthest || said.has(strip.id)) continue
      said.add(strip.id)
      const message = `${named}, and the zone \`${strip.id}\` for which it is owed is only ${say(strip.fields.depth!)} deep`
      yield found(
        message,
        `what stands farther out than \`${strip.id}\` reaches is not in it: make the zone deeper, or add one`,
      )
    }
  }
}

/** Why a distance cannot be meant, or null. */
function outOfRange(metres: number): string | null {
  if (metres === 0) return 'which is no depth at all'
  if (metres < LEAST_M) return `which is less than ${say(LEAST_M)}`
  return metres > DEEPEST_M ? `which is more than ${say(DEEPEST_M)}` : null
}

function say(metres: number): string {
  return metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
}
