// For tests: small random agreements, written as text and read by the real parser.
import type { Agreement } from '@trucekeeper/agreement'
import * as fc from 'fast-check'
import { agreementOf } from './agreement.ts'

export interface SmallAgreement {
  readonly text: string
  readonly agreement: Agreement
  readonly duties: readonly string[]
  readonly gates: readonly string[]
}

/** Each is of another kind of act or of another party, so that a report of one is none of another. */
const DUTIES = [
  { id: 'd1', on: 'north', act: 'pull-back' },
  { id: 'd2', on: 'south', act: 'pull-back' },
  { id: 'd3', on: 'north', act: 'separate-forces' },
  { id: 'd4', on: 'south', act: 'separate-forces' },
] as const
const GATES = ['g1', 'g2'] as const
const POWERS = ['p1', 'p2'] as const

const days = fc.integer({ min: 0, max: 8 })
/** Offsets from the first day, which is fixed or set by a power. */
const moment = days.map((count) => (count === 0 ? 'start' : `start + ${count} days`))
const often = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 })
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
const length = fc.integer({ min: 1, max: 10 })

interface Names {
  readonly duties: readonly string[]
  readonly gates: readonly string[]
  readonly powers: readonly string[]
}

function conditionAmong({ duties, gates, powers }: Names, negations = 1): fc.Arbitrary<string> {
  const definite = [
    moment.map((at) => `passed(${at})`),
    fc.constant('in-force(spell)'),
    ...(gates.length > 0 ? [fc.constantFrom(...gates).map((id) => `open(${id})`)] : []),
  ]
  const atom = fc.oneof(
    ...definite,
    fc.constantFrom(...duties).map((id) => `met(${id})`),
    fc.constantFrom(...duties).map((id) => `met(${id})`),
    length.map((count) => `held(calm, ${count} days, continuous)`),
    ...(powers.length > 0 ? [fc.constantFrom(...powers).map((id) => `exercised(${id})`)] : []),
  )
  const negated = fc
    .oneof(
      ...definite,
      length.map((count) => `held(calm, ${count} days, continuous)`),
    )
    .map((one) => `not ${one}`)
  const one = fc.oneof({ weight: 4, arbitrary: atom }, { weight: negations, arbitrary: negated })
  return fc.oneof(
    one,
    fc.tuple(one, fc.constantFrom('and', 'or'), one).map(([a, op, b]) => `${a} ${op} ${b}`),
    fc
      .tuple(one, fc.constantFrom('and', 'or'), one, one)
      .map(([a, op, b, c]) => `${a} ${op} (${b} ${op === 'and' ? 'or' : 'and'} ${c})`),
  )
}

function lines(head: string, fields: Readonly<Record<string, string | null>>): string {
  const written = Object.entries(fields).flatMap(([field, value]) =>
    value === null ? [] : [`  ${field.padEnd(13)}${value}`],
  )
  return [head, ...written].join('\n')
}

function clausesOf(names: Names, extending: string | null): fc.Arbitrary<readonly string[]> {
  const condition = conditionAmong(names)
  const during = fc.option(fc.constant('term spell'), { nil: null })
  const duties = names.duties.map((id) => {
    const others = names.duties.filter((other) => other !== id)
    const { on, act } = DUTIES.find((duty) => duty.id === id)!
    return fc
      .record({
        from: often(moment),
        after: often(condition),
        by: seldom(moment),
        together: others.length > 0 ? seldom(fc.constantFrom(...others)) : fc.constant(null),
        during,
      })
      .map(({ together, ...fields }) =>
        lines(`duty ${id}`, { on, act, in: 'valley', ...fields, together: together && `${together} within 24 hours` }),
      )
  })
  const gates = names.gates.map((id) =>
    fc
      .record({ when: condition, certify: seldom(fc.constant('north and south jointly')), during })
      .map((fields) => lines(`gate ${id}`, { opens: 'joint-office', ...fields })),
  )
  const powers = names.powers.map((id) => {
    const effects = ['trigger spell', ...names.gates.map((gate) => `certify ${gate}`)]
    const effect = id === extending ? fc.constant('extend spell') : fc.constantFrom(...effects)
    // That a term is extended just as it ends, because it has ended, is a matter of one millisecond.
    const when = seldom(id === extending ? conditionAmong(names, 0) : condition)
    return fc
      .record({ effect, when })
      .map((fields) => lines(`power ${id}`, { 'held-by': 'north and south jointly', ...fields }))
  })
  const term = length.map((count) =>
    lines('term spell', { starts: 'start', lasts: `${count} days`, extends: extending }),
  )
  const start = fc.oneof(
    { weight: 3, arbitrary: fc.constant(lines('anchor start', { at: '2030-03-01T12:00+02:00' })) },
    {
      weight: 1,
      arbitrary: seldom(condition).map((when) =>
        [
          lines('anchor start', { 'designated-by': 'name-start' }),
          lines('power name-start', { 'held-by': 'north', effect: 'designate start', when }),
        ].join('\n\n'),
      ),
    },
  )
  const calm = [
    lines('ban no-shooting', { on: 'north and south, each', act: 'attack', during: 'term spell' }),
    lines('measure calm', {
      counts: 'breaches of no-shooting',
      per: 'calendar day, Europe/Athens',
      holds: 'while count <= 2',
      from: 'start',
      during: 'term spell',
    }),
  ]
  return fc.tuple(start, term, ...duties, ...gates, ...powers).map((clauses) => [...clauses, ...calm])
}

const first = <T>(all: readonly T[], least: number) =>
  fc.integer({ min: least, max: all.length }).map((count) => all.slice(0, count))

/** One to four duties, up to two gates, up to two powers and a term, waiting for one another and for calm days at random. */
export const smallAgreement: fc.Arbitrary<SmallAgreement> = fc
  .tuple(
    first(
      DUTIES.map(({ id }) => id),
      1,
    ),
    first(GATES, 0),
    first(POWERS, 0),
    fc.boolean(),
  )
  .chain(([duties, gates, powers, isExtended]) =>
    clausesOf({ duties, gates, powers }, isExtended ? (powers[0] ?? null) : null).map((clauses) => {
      const text = clauses.join('\n\n')
      return { text, agreement: agreementOf(text), duties, gates }
    }),
  )
