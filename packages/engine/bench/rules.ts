// Rules without time, written once and handed to both: as conditions of json-rules-engine and as formulas of ours.
import type { TopLevelCondition } from 'json-rules-engine'
import type { Formula } from '../../temporal/src/index.ts'

export type Rule =
  | string
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }

export function conditionsOf(rule: Rule): TopLevelCondition {
  return typeof rule === 'string' ? { all: [holds(rule)] } : combined(rule)
}

function combined(rule: Exclude<Rule, string>): TopLevelCondition {
  if ('all' in rule) return { all: rule.all.map(nested) }
  if ('any' in rule) return { any: rule.any.map(nested) }
  return { not: nested(rule.not) }
}

function nested(rule: Rule) {
  return typeof rule === 'string' ? holds(rule) : combined(rule)
}

const holds = (fact: string) => ({ fact, operator: 'equal', value: true })

export function formulaOf(rule: Rule): Formula {
  if (typeof rule === 'string') return { op: 'atom', name: rule }
  if ('all' in rule) return { op: 'and', args: rule.all.map(formulaOf) }
  if ('any' in rule) return { op: 'or', args: rule.any.map(formulaOf) }
  return { op: 'not', arg: formulaOf(rule.not) }
}

/** Rules of seven conditions over eight atoms, all of one shape: (a and b and not c) or (d and not (e or f)) or (g and a). */
export function madeUpRules(rules: number, atoms: readonly string[]): Rule[] {
  return Array.from({ length: rules }, (_, number) => {
    const atom = (place: number) => atoms[(number + place * (1 + 2 * (number % 4))) % atoms.length]!
    return {
      any: [
        { all: [atom(0), atom(1), { not: atom(2) }] },
        { all: [atom(3), { not: { any: [atom(4), atom(5)] } }] },
        { all: [atom(6), atom(0)] },
      ],
    }
  })
}
