// A shape from a map that nobody named.
import type { AnyClause } from '@trucekeeper/agreement'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'map-edition-missing',
  severity: 'warning',
  engine: 'shape',
  summary: 'A zone or a line is drawn, and nothing says on which map, in which edition.',
  *check({ of, clause }) {
    const said = new Map<string, boolean>()
    /** Whether a zone says its map, or one does that it lies in. */
    const isSaid = (one: AnyClause | null): boolean => {
      if (one?.kind !== 'zone') return false
      const known = said.get(one.id)
      if (known !== undefined) return known
      // Zones that lie in one another in a circle end here.
      said.set(one.id, one.fields.edition !== undefined)
      const found = one.fields.edition !== undefined || (one.fields.within ?? []).some(({ id }) => isSaid(clause(id)))
      said.set(one.id, found)
      return found
    }
    for (const shape of [...of('line'), ...of('zone')]) {
      const { geometry, edition } = shape.fields
      if (!geometry || edition !== undefined || isSaid(shape)) continue
      yield {
        at: { range: geometry.at, heading: shape.heading },
        message: `nothing says on which map \`${shape.id}\` is drawn`,
        help: 'add `edition` with the map, its edition or its date, and who drew it',
        clauses: [shape.id],
      }
    }
  },
}
