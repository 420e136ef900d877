// A condition on tables as a leaf of the tree that a verdict is made of.
import { deferred, type Node } from '../node.ts'
import { clausesNamed } from '../plan.ts'
import type { Run } from '../run.ts'
import type { TableAnswer } from './answer.ts'
import { depthsAnswer } from './depths.ts'
import { indicatorAnswer } from './indicator.ts'
import type { TableCondition } from './known.ts'
import { parityAnswer } from './parity.ts'
import { sealsAnswer } from './seals.ts'

export function tableNode(run: Run, condition: TableCondition): Node {
  const { value, text, rows } = run.kept(condition, () => answerTo(run, condition))
  return deferred(condition.op, value, () => ({ text, rows }))
}

function answerTo(run: Run, condition: TableCondition): TableAnswer {
  const view = run.tables()
  switch (condition.op) {
    case 'indicator':
      return indicatorAnswer(condition, view)
    case 'parity':
      return parityAnswer(condition, view)
    case 'sealed':
      return sealsAnswer(condition, view)
    case 'cleared': {
      const { id } = condition.duty
      const duties = clausesNamed(run.plan, id).map((clause) => clause.id)
      return depthsAnswer(id, duties, view)
    }
  }
}
