// A value for every field of the language, found by the reader that the table of kinds gives the field.
import { ACT_WORDS, EFFECTS, KIND_NAMES } from '../../packages/codes/src/index.ts'
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { condition, INDICATORS, type Condition } from '../../packages/agreement/src/condition.ts'
import {
  acts,
  certifier,
  clearance,
  countable,
  effectOn,
  group,
  moment,
  RELATIONS,
  SIDES_OF_LINE,
  spanOf,
  step,
  threshold,
  together,
  trust,
  window,
  type Group,
  type Moment,
} from '../../packages/agreement/src/phrases.ts'
import {
  day,
  duration,
  geometry,
  howMany,
  instant,
  metres,
  names,
  proseHash,
  reach,
  ref,
  refs,
  text,
  whole,
  zoneName,
  type Reader,
  type Ref,
} from '../../packages/agreement/src/values.ts'
import type { Duration } from '../../packages/time/src/index.ts'
import { anyWords } from './words.ts'

const START = { offset: 0, line: 1, column: 1 }
/** The range of what was never read from a file. */
export const NOWHERE = { start: START, end: START }

/** What a field may hold. Throws for a reader it does not know, so that no new field goes untested. */
export function readerArbitrary(
  reader: Reader<unknown>,
  refArbitrary: Arbitrary<Ref>,
  field: string,
): Arbitrary<unknown> {
  const known = arbitraries(refArbitrary).get(reader)
  if (known) return known
  // What is left are closed lists of words.
  if (reader.words && reader.words.length > 0) return fc.constantFrom(...reader.words)
  throw new Error(`no generator for the values of the field \`${field}\``)
}

function arbitraries(oneRef: Arbitrary<Ref>): Map<Reader<never> | Reader<unknown>, Arbitrary<unknown>> {
  const someRefs = fc.array(oneRef, { minLength: 1, maxLength: 4 })
  const someActs = fc.array(fc.constantFrom<string>(...ACT_WORDS, ...KIND_NAMES), { minLength: 1, maxLength: 4 })
  const relation = fc.constantFrom(...RELATIONS)
  const someMetres = fc.integer({ min: 0, max: 90_000_000 }).map((millimetres) => millimetres / 1000)
  const someThreshold = fc.record({ relation, value: fc.nat(999_999_999) })
  const someGroup: Arbitrary<Group> = fc.record({ who: someRefs, how: fc.constantFrom('jointly', 'each', 'any') })
  const someMoment = momentOf(oneRef)
  return new Map<Reader<never> | Reader<unknown>, Arbitrary<unknown>>([
    [text, anyWords],
    [names, fc.array(anyWords, { minLength: 1, maxLength: 5 })],
    [ref, oneRef],
    [refs, someRefs],
    [whole, fc.nat(999_999_999)],
    [metres, someMetres],
    [reach, fc.record({ metres: someMetres, about: fc.boolean() })],
    [howMany, fc.record({ count: fc.nat(999_999_999), about: fc.boolean(), of: anyWords })],
    [duration, someDuration],
    [instant, someInstant],
    [day, someDay],
    [zoneName, someZone],
    [geometry, fc.record({ file: fc.constant('places.geojson'), feature: someFeature, at: fc.constant(NOWHERE) })],
    [proseHash, fc.stringMatching(/^[0-9a-f]{12}$/)],
    [group, someGroup],
    [moment, someMoment],
    [
      spanOf,
      fc.oneof(
        fc.record({ kind: fc.constant('term'), term: oneRef }),
        fc.record({ kind: fc.constant('range'), from: someMoment, to: fc.option(someMoment) }),
      ),
    ],
    [acts, someActs],
    [clearance, fc.record({ metres: someMetres, side: fc.constantFrom(...SIDES_OF_LINE), line: oneRef, of: anyWords })],
    [together, fc.record({ duty: oneRef, within: someDuration })],
    [
      countable,
      fc.oneof(
        fc.record({ kind: fc.constant('breaches'), of: oneRef }),
        fc.record({ kind: fc.constant('acts'), acts: someActs }),
      ),
    ],
    [window, fc.record({ zone: someZone })],
    [threshold, someThreshold],
    [effectOn, fc.record({ effect: fc.constantFrom(...EFFECTS), targets: someRefs })],
    [
      step,
      fc.record({
        actor: someGroup,
        does: anyWords.map((words) => words.replaceAll('"', "'")),
        within: fc.option(someDuration),
      }),
    ],
    [certifier, fc.record({ who: someGroup, within: fc.option(someDuration) })],
    [trust, fc.oneof(fc.constant({ kind: 'everyone' }), fc.record({ kind: fc.constant('these'), who: someRefs }))],
    [condition, conditionOf(oneRef, someActs, someThreshold)],
  ])
}

/** Names of tables are whatever a desk wrote, as long as it is one word. */
const someLabel = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}_./-]{0,9}$/u)

const someFeature = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/)

const someZone = fc.constantFrom('Asia/Damascus', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC')

const someDuration: Arbitrary<Duration> = fc.record({
  count: fc.integer({ min: 1, max: 999_999 }),
  unit: fc.constantFrom('minute', 'hour', 'day', 'week'),
})

const someDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const someInstant = fc
  .tuple(someDay, fc.constantFrom('T19:00', 'T00:00:00', 'T23:59:59.5'), fc.constantFrom('Z', '+03:00', '-05:30'))
  .map((parts) => parts.join(''))

function momentOf(oneRef: Arbitrary<Ref>): Arbitrary<Moment> {
  const plus = fc.option(someDuration)
  return fc.oneof(
    fc.record({ anchor: oneRef, instant: fc.constant(null), plus }),
    fc.record({ anchor: fc.constant(null), instant: someInstant, plus }),
  )
}

function conditionOf(
  oneRef: Arbitrary<Ref>,
  someActs: Arbitrary<readonly string[]>,
  someThreshold: Arbitrary<{ relation: (typeof RELATIONS)[number]; value: number }>,
): Arbitrary<Condition> {
  const days = fc.record({
    count: fc.integer({ min: 1, max: 400 }),
    unit: fc.constantFrom('day' as const, 'week' as const),
  })
  const { any } = fc.letrec<{ any: Condition; atom: Condition; several: Condition; not: Condition }>((tie) => ({
    atom: fc.oneof(
      fc.record({
        op: fc.constant('held' as const),
        measure: oneRef,
        length: days,
        mode: fc.constantFrom('continuous' as const, 'cumulative' as const),
        reset: fc.option(oneRef),
      }),
      fc.record({
        op: fc.constantFrom('met' as const, 'open' as const, 'in-force' as const, 'exercised' as const),
        of: oneRef,
      }),
      fc.record({ op: fc.constant('passed' as const), moment: momentOf(oneRef) }),
      fc.record({ op: fc.constant('count' as const), measure: oneRef, threshold: someThreshold }),
      fc.record({ op: fc.constant('done' as const), acts: someActs, by: fc.option(oneRef), in: fc.option(oneRef) }),
      fc.record({
        op: fc.constant('indicator' as const),
        indicator: fc.constantFrom(...INDICATORS),
        threshold: someThreshold,
      }),
      fc.record({ op: fc.constant('parity' as const), group: someLabel }),
      fc.record({
        op: fc.constant('sealed' as const),
        consignment: fc.option(someLabel.filter((one) => one !== 'all')),
      }),
      fc.record({ op: fc.constant('cleared' as const), duty: oneRef }),
    ),
    several: fc.record({
      op: fc.constantFrom('and' as const, 'or' as const),
      args: fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
    }),
    not: fc.record({ op: fc.constant('not' as const), arg: tie('any') }),
    any: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('atom'), tie('several'), tie('not')),
  }))
  return any
}
