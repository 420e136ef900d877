// The JSON form of a formula, read into its tree or refused with the places that are wrong.
import { didYouMean, lineStarts, position, type Diagnostic } from '@trucekeeper/diagnostics'
import type { Formula, Interval, Relation, Term } from './formula.ts'
import { readJson, type Json, type Member } from './json.ts'

/** Operators within operators; a formula that people write stays far below it. */
export const DEEPEST_FORMULA = 500
/** An operator costs at most two brackets; the leaves have some of their own. */
const DEEPEST_JSON = 2 * DEEPEST_FORMULA + 4

type Shape = 'leaf' | 'atom' | 'arg' | 'args' | 'pair' | 'timed' | 'timed-pair' | 'pred' | 'quantifier' | 'cmp'
type Operator = Formula['op']

const SHAPES: Readonly<Record<Operator, Shape>> = {
  true: 'leaf',
  false: 'leaf',
  atom: 'atom',
  not: 'arg',
  and: 'args',
  or: 'args',
  implies: 'pair',
  iff: 'pair',
  prev: 'timed',
  next: 'timed',
  once: 'timed',
  historically: 'timed',
  since: 'timed-pair',
  eventually: 'timed',
  always: 'timed',
  until: 'timed-pair',
  pred: 'pred',
  exists: 'quantifier',
  forall: 'quantifier',
  cmp: 'cmp',
}

const KEYS: Readonly<Record<Shape, readonly string[]>> = {
  leaf: [],
  atom: ['name'],
  arg: ['arg'],
  args: ['args'],
  pair: ['left', 'right'],
  timed: ['interval', 'arg'],
  'timed-pair': ['interval', 'left', 'right'],
  pred: ['name', 'args'],
  quantifier: ['vars', 'arg'],
  cmp: ['rel', 'left', 'right'],
}

const RELATIONS: readonly Relation[] = ['=', '<', '>', '<=', '>=']
const FALSE: Formula = { op: 'false' }

/**
 * Reads a formula from the text of a JSON file; `file` is the name that diagnostics give it.
 * The formula is null exactly where there are diagnostics. An `interval` left out is [0, null].
 */
export function parseFormula(text: string, file: string): { formula: Formula | null; diagnostics: Diagnostic[] } {
  const parser = new FormulaParser(text, file)
  const formula = parser.parse()
  return { formula: parser.diagnostics.length === 0 ? formula : null, diagnostics: parser.diagnostics }
}

type Members = ReadonlyMap<string, Member>
type Place = Pick<Json, 'start' | 'end'>

class FormulaParser {
  readonly diagnostics: Diagnostic[] = []
  readonly #text: string
  readonly #file: string
  readonly #starts: readonly number[]

  constructor(text: string, file: string) {
    this.#text = text
    this.#file = file
    this.#starts = lineStarts(text)
  }

  parse(): Formula {
    const read = readJson(this.#text, DEEPEST_JSON)
    if (read.ok) return this.#formula(read.value, 1)
    const { code, message, help } = read.fault
    this.#refuse(read.fault, code, message, help)
    return FALSE
  }

  #formula(json: Json, depth: number): Formula {
    if (depth > DEEPEST_FORMULA) {
      this.#refuse(json, 'too-deep', `operators stand more than ${DEEPEST_FORMULA} deep`, 'write the formula flatter')
      return FALSE
    }
    if (json.kind !== 'object') {
      this.#refuse(
        json,
        'not-a-formula',
        `expected a formula, found ${named(json)}`,
        'write an object such as {"op":"atom","name":"p"}',
      )
      return FALSE
    }
    const members: Members = new Map(json.members.map((member) => [member.key.text, member]))
    const op = this.#operator(json, members)
    if (op === null) return FALSE
    this.#refuseStrangers(op, members)
    return this.#built(op, json, members, depth)
  }

  #built(op: Operator, json: Json, members: Members, depth: number): Formula {
    const under = (key: string): Formula => {
      const value = this.#required(op, json, members, key)
      return value === null ? FALSE : this.#formula(value, depth + 1)
    }
    switch (op) {
      case 'true':
      case 'false':
        return { op }
      case 'atom':
        return { op, name: this.#name(op, json, members) }
      case 'not':
        return { op, arg: under('arg') }
      case 'and':
      case 'or':
        return { op, args: this.#list(op, json, members, 'args').map((item) => this.#formula(item, depth + 1)) }
      case 'implies':
      case 'iff':
        return { op, left: under('left'), right: under('right') }
      case 'since':
      case 'until':
        return { op, interval: this.#interval(members), left: under('left'), right: under('right') }
      case 'pred':
        return {
          op,
          name: this.#name(op, json, members),
          args: this.#list(op, json, members, 'args').map((item) => this.#term(item)),
        }
      case 'exists':
      case 'forall':
        return { op, vars: this.#variables(op, json, members), arg: under('arg') }
      case 'cmp': {
        const side = (key: string) => this.#term(this.#required(op, json, members, key))
        return { op, rel: this.#relation(op, json, members), left: side('left'), right: side('right') }
      }
      default:
        return { op, interval: this.#interval(members), arg: under('arg') }
    }
  }

  #operator(json: Json, members: Members): Operator | null {
    const value = members.get('op')?.value
    if (value === undefined) {
      this.#refuse(
        json,
        'missing-operator',
        'a formula without an `op`',
        `say which: ${Object.keys(SHAPES).join(', ')}`,
      )
      return null
    }
    if (value.kind === 'string' && Object.hasOwn(SHAPES, value.value)) return value.value as Operator
    const written = value.kind === 'string' ? value.value : this.#text.slice(value.start, value.end)
    const meant = didYouMean(written, Object.keys(SHAPES))
    this.#refuse(
      value,
      'unknown-operator',
      `unknown operator \`${short(written)}\``,
      meant ? `did you mean \`${meant}\`?` : `there are: ${Object.keys(SHAPES).join(', ')}`,
    )
    return null
  }

  #refuseStrangers(op: Operator, members: Members): void {
    const known = ['op', ...KEYS[SHAPES[op]]]
    for (const { key } of members.values()) {
      if (known.includes(key.text)) continue
      const meant = didYouMean(key.text, known)
      const help = meant ? `did you mean \`${meant}\`?` : `it has: ${known.map((one) => `\`${one}\``).join(', ')}`
      this.#refuse(key, 'unknown-key', `\`${op}\` has no \`${short(key.text)}\``, help)
    }
  }

  #required(op: Operator, json: Json, members: Members, key: string): Json | null {
    const member = members.get(key)
    if (member) return member.value
    this.#refuse(
      json,
      'missing-key',
      `\`${op}\` without its \`${key}\``,
      `\`${op}\` needs ${KEYS[SHAPES[op]]
        .filter((one) => one !== 'interval')
        .map((one) => `\`${one}\``)
        .join(' and ')}`,
    )
    return null
  }

  #name(op: Operator, json: Json, members: Members): string {
    const value = this.#required(op, json, members, 'name')
    if (value === null || value.kind === 'string') return value?.value ?? ''
    this.#refuse(value, 'not-a-name', `expected a name, found ${named(value)}`, 'write the name in double quotes')
    return ''
  }

  #list(op: Operator, json: Json, members: Members, key: string): readonly Json[] {
    const value = this.#required(op, json, members, key)
    if (value === null) return []
    if (value.kind !== 'array') {
      this.#refuse(
        value,
        'not-a-list',
        `\`${key}\` of \`${op}\` must be a list, found ${named(value)}`,
        'put it in square brackets',
      )
      return []
    }
    if (value.items.length === 0 && op !== 'pred') {
      this.#refuse(
        value,
        'empty-list',
        `\`${op}\` of nothing`,
        op === 'exists' || op === 'forall'
          ? 'name a variable'
          : 'give it at least one argument, or write `true` or `false`',
      )
    }
    return value.items
  }

  #interval(members: Members): Interval {
    const value = members.get('interval')?.value
    if (value === undefined) return { from: 0, to: null }
    if (value.kind !== 'array' || value.items.length !== 2) {
      this.#refuse(
        value,
        'not-an-interval',
        'an interval must be two bounds',
        'write [a,b], or [a,null] where it has no end',
      )
      return { from: 0, to: null }
    }
    const [first, second] = value.items as [Json, Json]
    const from = this.#bound(first) ?? 0
    const to = second.kind === 'literal' && second.value === null ? null : this.#bound(second)
    if (to !== null && to < from) {
      this.#refuse(
        value,
        'empty-interval',
        `the interval [${from},${to}] ends before it begins`,
        `write [${to},${from}], or [${from},null] where it has no end`,
      )
    }
    return { from, to }
  }

  #bound(json: Json): number | null {
    if (json.kind === 'number' && Number.isSafeInteger(json.value) && json.value >= 0) return json.value + 0
    const written = short(this.#text.slice(json.start, json.end))
    const why =
      json.kind !== 'number'
        ? 'is no number'
        : json.value < 0
          ? 'is negative'
          : Number.isInteger(json.value)
            ? 'is too large'
            : 'is no whole number'
    this.#refuse(
      json,
      'bad-bound',
      `the bound \`${written}\` ${why}`,
      'bounds are whole numbers from 0 in the unit of the trace; only the second may be null',
    )
    return null
  }

  #variables(op: Operator, json: Json, members: Members): readonly string[] {
    const names: string[] = []
    for (const item of this.#list(op, json, members, 'vars')) {
      if (item.kind !== 'string')
        this.#refuse(item, 'not-a-name', `expected a variable, found ${named(item)}`, 'write its name in double quotes')
      else if (names.includes(item.value))
        this.#refuse(item, 'duplicate-variable', `\`${short(item.value)}\` is bound twice here`, 'keep one of them')
      else names.push(item.value)
    }
    return names
  }

  #relation(op: Operator, json: Json, members: Members): Relation {
    const value = this.#required(op, json, members, 'rel')
    const found = value?.kind === 'string' ? RELATIONS.find((one) => one === value.value) : undefined
    if (value !== null && found === undefined) {
      this.#refuse(
        value,
        'unknown-relation',
        `unknown relation \`${short(this.#text.slice(value.start, value.end))}\``,
        `there are: ${RELATIONS.join(' ')}`,
      )
    }
    return found ?? '='
  }

  #term(json: Json | null): Term {
    const nothing: Term = { kind: 'const', value: 0 }
    if (json === null) return nothing
    const member = json.kind === 'object' && json.members.length === 1 ? json.members[0]! : null
    if (member?.key.text === 'var' && member.value.kind === 'string') return { kind: 'var', name: member.value.value }
    if (member?.key.text === 'const' && (member.value.kind === 'string' || member.value.kind === 'number')) {
      return { kind: 'const', value: member.value.value }
    }
    this.#refuse(
      json,
      'not-a-term',
      'expected a variable or a constant',
      'write {"var":"c"}, {"const":1} or {"const":"word"}',
    )
    return nothing
  }

  #refuse({ start, end }: Place, code: string, message: string, help: string): void {
    const range = { start: position(this.#starts, start), end: position(this.#starts, end) }
    this.diagnostics.push({
      code,
      severity: 'error',
      message,
      help,
      spans: [{ file: this.#file, range, heading: [], label: '' }],
    })
  }
}

function named({ kind }: Json): string {
  return kind === 'literal' ? 'a literal' : kind === 'object' || kind === 'array' ? `an ${kind}` : `a ${kind}`
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
