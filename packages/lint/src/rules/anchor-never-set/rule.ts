// A moment that nothing and nobody ever sets.
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'anchor-never-set',
  severity: 'warning',
  engine: 'earliest',
  summary: 'A moment that others are counted from is neither fixed nor ever designated by anybody.',
  *check({ of, spot, earliest, clause }) {
    const { of: reach } = earliest('endless')!
    const designating = new Set(
      of('power').flatMap(({ fields: { effect } }) =>
        effect.effect === 'designate' ? effect.targets.map(({ id }) => id) : [],
      ),
    )
    for (const anchor of of('anchor')) {
      const { at, 'designated-by': by } = anchor.fields
      if (at !== undefined) continue
      const power = by ? clause(by.id) : null
      const isOther = power?.kind === 'power' && !power.fields.effect.targets.some(({ id }) => id === anchor.id)
      if (!designating.has(anchor.id) || isOther) {
        yield {
          at: spot(anchor, 'designated-by'),
          message: by
            ? `\`${anchor.id}\` is never set: \`${by.id}\` does not designate it`
            : `\`${anchor.id}\` is never set: it has no time, and nobody designates it`,
          help: `give it \`at\` and a time, or add a power with \`effect designate ${anchor.id}\``,
          clauses: [anchor.id],
        }
      } else if (reach(anchor.id).at === null) {
        yield {
          at: spot(anchor, 'designated-by'),
          message: `\`${anchor.id}\` is never set: the power to designate it can never be used`,
          help: 'let that power be used without waiting for what is counted from this moment',
          clauses: [anchor.id],
        }
      }
    }
  },
}
