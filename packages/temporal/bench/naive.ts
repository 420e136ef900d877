// What one would write first: at every event each operator looks through its whole window again.
import type { Formula } from '../src/index.ts'
import { NAMES } from './timescales.ts'

/** How many time-points are false, each decided by looking back over values kept for every part of the formula. */
export function naiveViolations(formula: Formula, trace: Uint8Array): number {
  const look = looker(formula, trace)
  let violations = 0
  for (let at = 0; at < trace.length; at++) if (!look(at)) violations++
  return violations
}

type Look = (at: number) => boolean

/** To be called for 0, 1, 2, … in turn. */
function looker(formula: Formula, trace: Uint8Array): Look {
  switch (formula.op) {
    case 'atom': {
      const bit = 1 << NAMES.findIndex((name) => name === formula.name)
      return (at) => (trace[at]! & bit) !== 0
    }
    case 'not': {
      const arg = looker(formula.arg, trace)
      return (at) => !arg(at)
    }
    case 'and':
    case 'or': {
      const args = formula.args.map((arg) => looker(arg, trace))
      const deciding = formula.op === 'or'
      return (at) => args.map((arg) => arg(at)).includes(deciding) === deciding
    }
    case 'implies': {
      const [left, right] = [looker(formula.left, trace), looker(formula.right, trace)]
      return (at) => {
        const [given, then] = [left(at), right(at)]
        return !given || then
      }
    }
    case 'once':
    case 'historically': {
      const arg = looker(formula.arg, trace)
      const history: boolean[] = []
      const { from, to } = formula.interval
      const wanted = formula.op === 'once'
      return (at) => {
        history.push(arg(at))
        for (let then = Math.max(0, at - (to ?? at)); then <= at - from; then++) {
          if (history[then] === wanted) return wanted
        }
        return !wanted
      }
    }
    case 'since': {
      const [left, right] = [looker(formula.left, trace), looker(formula.right, trace)]
      const [lefts, rights]: [boolean[], boolean[]] = [[], []]
      const { from, to } = formula.interval
      return (at) => {
        lefts.push(left(at))
        rights.push(right(at))
        for (let then = at; then >= Math.max(0, at - (to ?? at)); then--) {
          if (then <= at - from && rights[then]) return true
          if (!lefts[then]) return false
        }
        return false
      }
    }
    default:
      throw new TypeError(`${formula.op} is not in this benchmark`)
  }
}
