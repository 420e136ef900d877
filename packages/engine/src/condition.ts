// Evaluates the conditions of gates, duties and powers, as they are written and never simplified.
import type { Condition, Moment } from '@trucekeeper/agreement'
import { formatDuration } from '@trucekeeper/time'
import { and, truth } from './algebra.ts'
import { heldNode } from './held.ts'
import { countNode } from './measure.ts'
import { allOf, anyOf, deferred, node, notOf, type Node } from './node.ts'
import { performanceOf } from './performance.ts'
import { clausesNamed } from './plan.ts'
import type { Run } from './run.ts'
import { tableNode } from './tables/index.ts'
import { joined, sayInstant } from './words.ts'

export function evaluate(run: Run, condition: Condition): Node {
  switch (condition.op) {
    case 'and':
      return allOf(
        'all of these',
        condition.args.map((arg) => evaluate(run, arg)),
      )
    case 'or':
      return anyOf(
        'any of these',
        condition.args.map((arg) => evaluate(run, arg)),
      )
    case 'not':
      return notOf('not this', evaluate(run, condition.arg))
    case 'met':
      return metNode(run, condition.of.id)
    case 'held':
      return heldNode(run, condition)
    case 'count':
      return countNode(run, condition.measure.id, condition.threshold)
    case 'open':
    case 'in-force':
    case 'exercised':
      return standsNode(run, condition.op, condition.of.id)
    case 'passed':
      return passedNode(run, condition.moment)
    case 'done':
      return doneNode(run, condition)
    case 'indicator':
    case 'parity':
    case 'sealed':
    case 'cleared':
      return tableNode(run, condition)
  }
}

/** Whether a clause is met: each part of it, where it binds several. */
function metNode(run: Run, id: string): Node {
  const parts = clausesNamed(run.plan, id).map((clause) => {
    const { verdict, told } = run.decide(clause)
    return deferred('clause', verdict ?? 'unknown', () => {
      const { reason, tree } = told()
      return { text: `${clause.id}: ${reason}`, children: [tree] }
    })
  })
  return parts.length === 1
    ? parts[0]!
    : node('and', `${id} is met by everyone it binds`, and(parts.map(({ value }) => value!)), { children: parts })
}

function standsNode(run: Run, op: 'open' | 'in-force' | 'exercised', id: string): Node {
  const clause = run.plan.clauses.get(id)!
  const { standing, told } = run.decide(clause)
  if (op === 'exercised') {
    const uses = run.timeline.uses(id)
    return node('power', uses.length > 0 ? `${id} was exercised` : `${id} was not exercised`, truth(uses.length > 0), {
      acts: uses.flatMap(({ acts }) => acts),
      rule: uses.length > 0 ? null : clause,
    })
  }
  // A gate in force is one that is open.
  return deferred(op === 'open' ? 'gate' : 'term', truth(standing === 'in_force'), () => ({
    text: `${id}: ${told().standingReason}`,
    rule: clause,
  }))
}

function passedNode(run: Run, moment: Moment): Node {
  const instant = run.timeline.moment(moment)
  const { agreement } = run.plan
  const rule = agreement.anchors.find(({ id }) => id === moment.anchor?.id) ?? agreement.ruled[0] ?? null
  const name = `${moment.anchor?.id ?? moment.instant}${moment.plus ? ` + ${formatDuration(moment.plus)}` : ''}`
  const text = instant === null ? `${name} has not been set` : `${name} is ${sayInstant(instant, agreement.zone)}`
  return node('clock', text, truth(instant !== null && run.at >= instant), { rule })
}

/** Whether some act was done at all, since the agreement began to count. */
function doneNode(run: Run, { acts, by, in: place }: Extract<Condition, { op: 'done' }>): Node {
  const owner = run.plan.agreement.ruled[0]!
  const asked = { debtors: by ? [by.id] : [], acts, zones: place ? [place.id] : [], attest: [] }
  const { node: found } = performanceOf(run, asked, -Infinity)
  return deferred(found.op, found.value, () => ({
    text: `${by?.id ?? 'somebody'} did ${joined(acts)}`,
    evidence: found.evidence,
    rule: found.value === 'unknown' ? owner : null,
  }))
}
