// Conditions in English: two that stand side by side in plain words, anything more numbered, so that nothing can be joined wrongly.
import type { Condition } from '../../condition.ts'
import type { Names } from '../names.ts'
import { anyOne, compared } from './acts.ts'
import { actor, clause, place } from './names.ts'
import { ofTables } from './tables.ts'
import { duration, moment } from './times.ts'

type Atom = Exclude<Condition, { readonly op: 'and' | 'or' | 'not' }>
type Joined = Extract<Condition, { readonly op: 'and' | 'or' }>

const MOST_UNNUMBERED = 2

/** After `once`, `unless` or `until`. */
export function condition(value: Condition, names: Names): string {
  const isPlain = isJoined(value) && value.args.length <= MOST_UNNUMBERED && value.args.every(isPlainAtom)
  if (isPlain) return value.args.map((arg) => within(arg, names, '')).join(` ${value.op} `)
  return within(value, names, '')
}

function isJoined(value: Condition): value is Joined {
  return value.op === 'and' || value.op === 'or'
}

function isPlainAtom(value: Condition): boolean {
  return value.op === 'not' ? isPlainAtom(value.arg) : !isJoined(value)
}

function within(value: Condition, names: Names, label: string): string {
  if (isJoined(value)) return numbered(value, names, label)
  if (value.op !== 'not') return atom(value, names, true)
  const { arg } = value
  if (arg.op === 'not' || isJoined(arg)) return `it is not the case that ${within(arg, names, label)}`
  return atom(arg, names, false)
}

/** The labels of what lies inside begin with the label it lies under: `(b)`, `(b1)`, `(b1a)`. */
function numbered({ op, args }: Joined, names: Names, label: string): string {
  const isLettered = label === '' || /\d$/.test(label)
  const items = args.map((arg, index) => {
    const own = `${label}${isLettered ? letters(index) : index + 1}`
    return `(${own}) ${within(arg, names, own)}`
  })
  const lead = op === 'and' ? 'all of these are so' : 'at least one of these is so'
  return `${lead}: ${items.slice(0, -1).join(', ')} ${op} ${items.at(-1)}`
}

function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

function atom(value: Atom, names: Names, isSo: boolean): string {
  const is = isSo ? 'is' : 'is not'
  const has = isSo ? 'has' : 'has not'
  switch (value.op) {
    case 'met':
    case 'open':
      return `${clause(value.of, names)} ${is} ${value.op}`
    case 'in-force':
      return `${clause(value.of, names)} ${is} in force`
    case 'exercised':
      return `${clause(value.of, names)} ${has} been used`
    case 'passed':
      return `${value.moment.plus ? 'the time ' : ''}${moment(value.moment, names)} ${has} passed`
    case 'count':
      return `the day’s count of ${clause(value.measure, names)} ${is} ${compared(value.threshold)}`
    case 'held': {
      const how = value.mode === 'continuous' ? 'without a break' : 'in all'
      const reset = value.reset ? ` (counted anew each time ${clause(value.reset, names)} is used)` : ''
      return `${clause(value.measure, names)} ${has} held for ${duration(value.length)} ${how}${reset}`
    }
    case 'indicator':
    case 'parity':
    case 'sealed':
    case 'cleared':
      return ofTables(value, names, isSo)
    case 'done': {
      const by = value.by ? ` by ${actor(value.by, names)}` : ''
      return `there ${has} been ${anyOne(value.acts)}${by}${value.in ? ` in ${place(value.in, names)}` : ''}`
    }
  }
}
