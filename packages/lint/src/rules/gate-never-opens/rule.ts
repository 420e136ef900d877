// A gate whose condition can never be met, whatever everybody does.
import { chainOf, sayChain, spotOfName } from '../../earliest/index.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'gate-never-opens',
  severity: 'warning',
  engine: 'earliest',
  summary: 'A gate can never open, even if everybody does all that is owed and every day is calm.',
  *check(subject) {
    const earliest = subject.earliest('extended')!
    const endless = subject.earliest('endless')!
    for (const gate of subject.of('gate')) {
      const { at, undecided } = earliest.of(gate.id)
      if (undecided) {
        yield {
          at: subject.spot(gate, 'when'),
          severity: 'note',
          message: `whether \`${gate.id}\` ever opens cannot be told: what it waits for rests on its own opposite`,
          help: 'take one `not` out of the circle',
          clauses: [gate.id],
        }
        continue
      }
      // That nobody can certify it is said by a rule of its own, and that its time is too short by another.
      if (at !== null || endless.of(gate.id).at !== null || isUncertified(subject.agreement!.ruled, gate)) continue
      const chain = chainOf(endless, gate.id)
      const [first] = chain
      yield {
        at: first ? spotOfName(subject, gate, first, 'when') : subject.spot(gate, 'when'),
        message: first
          ? `\`${gate.id}\` can never open: it waits for ${sayChain(chain)}`
          : `\`${gate.id}\` can never open: no moment meets all of its condition`,
        help: 'give what it waits for a way to come about without this gate',
        clauses: [gate.id],
        ...subject.show({ is: 'open', clause: gate.id }, 'stuck'),
      }
    }
  },
}

type Ruled = NonNullable<Parameters<Rule['check']>[0]['agreement']>['ruled']

function isUncertified(ruled: Ruled, { id, fields }: { id: string; fields: { certify?: unknown } }): boolean {
  if (fields.certify === undefined) return false
  return !ruled.some((clause) => clause.kind === 'power' && clause.effect === 'certify' && clause.targets.includes(id))
}
