// A depth or a side that is told from no line, and a distance from a line that none of the zones lies along.
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'zone-without-line',
  severity: 'warning',
  engine: 'shape',
  summary:
    'A zone has a side or a depth and lies along no line, or a distance is from a line that no zone of its clause lies along.',
  *check({ of, clause, spot }) {
    for (const zone of of('zone')) {
      if (zone.fields.along) continue
      const field = (['depth', 'side'] as const).find((name) => zone.fields[name] !== undefined)
      if (!field) continue
      yield {
        at: spot(zone, field),
        message: `\`${zone.id}\` has a ${field} and lies along no line to tell it from`,
        help: `add \`along\` with the line, or take \`${field}\` out where the zone is an area of its own`,
        clauses: [zone.id],
      }
    }
    for (const duty of of('duty')) {
      const lines = new Set<string>()
      let isStrips = true
      for (const { id } of duty.fields.in ?? []) {
        const zone = clause(id)
        if (zone?.kind === 'zone' && zone.fields.along) lines.add(zone.fields.along.id)
        else isStrips = false
      }
      if (!isStrips || lines.size === 0) continue
      for (const { line } of duty.fields.clears) {
        if (lines.has(line.id) || clause(line.id)?.kind !== 'line') continue
        lines.add(line.id)
        yield {
          at: { range: line.at, heading: duty.heading },
          message: `\`${duty.id}\` keeps a distance from \`${line.id}\`, and none of its zones lies along that line`,
          help: `add a zone along \`${line.id}\` to \`in\`, or name the line along which its zones lie`,
          also: [{ ...spot(duty, 'in'), label: 'its zones' }],
          clauses: [duty.id],
        }
      }
    }
  },
}
