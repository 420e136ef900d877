// Conditions: what has to be so before a gate opens, a duty begins or a power may be used.
import type { Duration } from '@trucekeeper/time'
import type { Cursor } from './cursor.ts'
import { acts, comparison, moment, type Moment, type Threshold } from './phrases.ts'
import { duration, label, ref, type Reader, type Ref } from './values.ts'

/** What "rapid, safe, unhindered and sustained" is counted by, in the unit of each: hours, attacks, hours, days. */
export const INDICATORS = ['rapid', 'safe', 'unhindered', 'sustained'] as const
export type IndicatorName = (typeof INDICATORS)[number]

/** Evaluated as written: never simplified, never reordered. */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly args: readonly Condition[] }
  | { readonly op: 'not'; readonly arg: Condition }
  /** A measure held for so long; continuous or cumulative; put back by a power, or by nothing. */
  | {
      readonly op: 'held'
      readonly measure: Ref
      readonly length: Duration
      readonly mode: 'continuous' | 'cumulative'
      readonly reset: Ref | null
    }
  | { readonly op: 'met' | 'open' | 'in-force' | 'exercised'; readonly of: Ref }
  | { readonly op: 'passed'; readonly moment: Moment }
  | { readonly op: 'count'; readonly measure: Ref; readonly threshold: Threshold }
  /** An act was done by someone, somewhere. */
  | { readonly op: 'done'; readonly acts: readonly string[]; readonly by: Ref | null; readonly in: Ref | null }
  | { readonly op: 'indicator'; readonly indicator: IndicatorName; readonly threshold: Threshold }
  /** Two areas served alike; the group is a name of the tables. */
  | { readonly op: 'parity'; readonly group: string }
  /** No seal of a consignment broken; null for all of them. A consignment is a name of the tables. */
  | { readonly op: 'sealed'; readonly consignment: string | null }
  /** The depths that a duty asks for are kept by where weapons were seen. */
  | { readonly op: 'cleared'; readonly duty: Ref }

const ATOMS = [
  'held',
  'met',
  'open',
  'in-force',
  'exercised',
  'passed',
  'count',
  'done',
  'indicator',
  'parity',
  'sealed',
  'cleared',
] as const
const ALL = 'all'
const MOST_NESTED = 40

/** `held(calm, 7 days, continuous, reset on reset-seven-days) and met(2.4 first-convoy)` */
export const condition: Reader<Condition> = {
  expects: 'a condition such as `met(first-convoy)` or `held(calm, 7 days, continuous)`',
  words: [...ATOMS, 'not'],
  read: (cursor) => any(cursor, 0),
  write: (value) => written(value, 'top'),
}

function any(cursor: Cursor, depth: number): Condition | null {
  return list(cursor, depth, 'or', all)
}

function all(cursor: Cursor, depth: number): Condition | null {
  return list(cursor, depth, 'and', one)
}

function list(
  cursor: Cursor,
  depth: number,
  op: 'and' | 'or',
  element: (cursor: Cursor, depth: number) => Condition | null,
): Condition | null {
  const first = element(cursor, depth)
  if (!first) return null
  const args = [first]
  while (cursor.takeIf(op)) {
    const next = element(cursor, depth)
    if (!next) return null
    args.push(next)
  }
  return args.length === 1 ? first : { op, args }
}

function one(cursor: Cursor, depth: number): Condition | null {
  if (depth > MOST_NESTED) {
    return cursor.wrong(
      cursor.peek() ?? null,
      'condition-too-deep',
      `this condition nests more than ${MOST_NESTED} deep`,
      'split it: give parts of it a clause of their own',
    )
  }
  if (cursor.takeIf('not')) {
    const arg = one(cursor, depth + 1)
    return arg && { op: 'not', arg }
  }
  if (cursor.takeIf('(')) {
    const inner = any(cursor, depth + 1)
    if (!inner) return null
    return cursor.takeIf(')') ? inner : cursor.expected('`)`', [')'])
  }
  const word = cursor.takeIf(...ATOMS)
  if (!word) return cursor.expected('a condition', [...ATOMS, 'not'])
  if (!cursor.takeIf('(')) return cursor.expected('`(`', ['('])
  const atom = inside(cursor, word.text as (typeof ATOMS)[number])
  if (!atom) return null
  if (!cursor.takeIf(')')) return cursor.expected('`)`', [')'])
  if (atom.op !== 'count' && atom.op !== 'indicator') return atom
  const threshold = comparison(cursor)
  return threshold && { ...atom, threshold }
}

/** Stands until the comparison behind the parenthesis is read. */
const UNREAD: Threshold = { relation: '=', value: 0 }

function inside(cursor: Cursor, op: (typeof ATOMS)[number]): Condition | null {
  switch (op) {
    case 'met':
    case 'open':
    case 'in-force':
    case 'exercised': {
      const of = ref.read(cursor)
      return of && { op, of }
    }
    case 'passed': {
      const when = moment.read(cursor)
      return when && { op, moment: when }
    }
    case 'count': {
      const measure = ref.read(cursor)
      return measure && { op, measure, threshold: UNREAD }
    }
    case 'indicator': {
      const word = cursor.takeIf(...INDICATORS)
      if (!word) return cursor.expected('an indicator', INDICATORS)
      return { op, indicator: word.text as IndicatorName, threshold: UNREAD }
    }
    case 'parity': {
      const group = label.read(cursor)
      return group === null ? null : { op, group }
    }
    case 'sealed': {
      const consignment = label.read(cursor)
      return consignment === null ? null : { op, consignment: consignment === ALL ? null : consignment }
    }
    case 'cleared': {
      const duty = ref.read(cursor)
      return duty && { op, duty }
    }
    case 'held':
      return held(cursor)
    case 'done': {
      const done = acts.read(cursor)
      if (!done) return null
      const by = cursor.takeIf('by') ? ref.read(cursor) : null
      const place = cursor.takeIf('in') ? ref.read(cursor) : null
      return cursor.misreadings.length > 0 ? null : { op, acts: done, by, in: place }
    }
  }
}

function held(cursor: Cursor): Condition | null {
  const measure = ref.read(cursor)
  if (!measure) return null
  if (!cursor.takeIf(',')) return cursor.expected('a comma and how long')
  const [count, unit] = [cursor.peek(), cursor.peek(1)]
  const length = duration.read(cursor)
  if (!length) return null
  if (length.unit !== 'day' && length.unit !== 'week') {
    return cursor.wrong(
      count && unit ? { start: count.start, end: unit.end } : null,
      'unit-mix',
      `\`${duration.write(length)}\` is not a number of calendar days, and a measure is counted per calendar day`,
      'write days or weeks, such as `7 days`',
    )
  }
  if (!cursor.takeIf(',')) return cursor.expected('a comma and `continuous` or `cumulative`')
  const mode = cursor.takeIf('continuous', 'cumulative')
  if (!mode) return cursor.expected('how the days are counted', ['continuous', 'cumulative'])
  let reset: Ref | null = null
  if (cursor.takeIf(',')) {
    if (!cursor.takeIf('reset')) return cursor.expected('`reset on` and a power', ['reset'])
    if (!cursor.takeIf('on')) return cursor.expected('`on` and a power', ['on'])
    reset = ref.read(cursor)
    if (!reset) return null
  }
  return { op: 'held', measure, length, mode: mode.text as 'continuous' | 'cumulative', reset }
}

function written(value: Condition, under: 'top' | 'or' | 'and' | 'not'): string {
  switch (value.op) {
    case 'and':
    case 'or': {
      const joined = value.args.map((arg) => written(arg, value.op)).join(` ${value.op} `)
      const bare = under === 'top' || (under === 'or' && value.op === 'and')
      return bare ? joined : `(${joined})`
    }
    case 'not':
      return `not ${written(value.arg, 'not')}`
    case 'held': {
      const reset = value.reset ? `, reset on ${ref.write(value.reset)}` : ''
      return `held(${ref.write(value.measure)}, ${duration.write(value.length)}, ${value.mode}${reset})`
    }
    case 'passed':
      return `passed(${moment.write(value.moment)})`
    case 'count':
      return `count(${ref.write(value.measure)}) ${value.threshold.relation} ${value.threshold.value}`
    case 'done': {
      const by = value.by ? ` by ${ref.write(value.by)}` : ''
      return `done(${acts.write(value.acts)}${by}${value.in ? ` in ${ref.write(value.in)}` : ''})`
    }
    case 'indicator':
      return `indicator(${value.indicator}) ${value.threshold.relation} ${value.threshold.value}`
    case 'parity':
      return `parity(${label.write(value.group)})`
    case 'sealed':
      return `sealed(${value.consignment === null ? ALL : label.write(value.consignment)})`
    case 'cleared':
      return `cleared(${ref.write(value.duty)})`
    default:
      return `${value.op}(${ref.write(value.of)})`
  }
}

/** Every name a condition rests on, with what it has to be. */
export function refsOf(
  value: Condition,
): { ref: Ref; as: 'measure' | 'clause' | 'duty' | 'gate' | 'term' | 'power' | 'anchor' | 'party' | 'zone' }[] {
  switch (value.op) {
    case 'and':
    case 'or':
      return value.args.flatMap(refsOf)
    case 'not':
      return refsOf(value.arg)
    case 'held':
      return [
        { ref: value.measure, as: 'measure' },
        ...(value.reset ? [{ ref: value.reset, as: 'power' as const }] : []),
      ]
    case 'count':
      return [{ ref: value.measure, as: 'measure' }]
    case 'passed':
      return value.moment.anchor ? [{ ref: value.moment.anchor, as: 'anchor' }] : []
    case 'done':
      return [
        ...(value.by ? [{ ref: value.by, as: 'party' as const }] : []),
        ...(value.in ? [{ ref: value.in, as: 'zone' as const }] : []),
      ]
    case 'met':
      return [{ ref: value.of, as: 'clause' }]
    case 'open':
      return [{ ref: value.of, as: 'gate' }]
    case 'in-force':
      return [{ ref: value.of, as: 'term' }]
    case 'exercised':
      return [{ ref: value.of, as: 'power' }]
    case 'cleared':
      return [{ ref: value.duty, as: 'duty' }]
    case 'indicator':
    case 'parity':
    case 'sealed':
      return []
  }
}
