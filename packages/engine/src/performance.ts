// Whether an act was done so far: the question, what it is worth, and when it can have been.
import type { Duty } from '@trucekeeper/agreement'
import type { Instant, Interval } from '@trucekeeper/time'
import { deferred, type Node } from './node.ts'
import { actKinds } from './plan.ts'
import type { Run } from './run.ts'
import { joined } from './words.ts'

/** The question whether an act was done so far, and the stretch in which it was, where that is supported. */
export interface Performance {
  readonly node: Node
  readonly done: Interval | null
  readonly isUndetermined: boolean
}

/**
 * What the account takes about whether an act was done since `begins`. Where nobody spoke to it, it rests on the words
 * of a rule, if one is given.
 */
export function performanceOf(
  run: Run,
  duty: Pick<Duty, 'debtors' | 'zones' | 'acts' | 'attest'>,
  begins: Instant,
  rule: Node['rule'] = null,
): Performance {
  const performances = run.performances(duty, begins)
  const { value, done, isUndetermined } = performances.answer
  const asked = deferred('question', value, () => {
    const kinds = actKinds(duty)
    const { evidence } = performances
    const isSilent = Object.values(evidence).every(({ length }) => length === 0)
    const who = kinds.byDebtor && duty.debtors.length > 0 ? joined(duty.debtors) : 'somebody'
    return { text: `${who} ${kinds.past}`, evidence, rule: isSilent ? rule : null }
  })
  return { node: asked, done, isUndetermined }
}
