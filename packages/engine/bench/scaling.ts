// How the cost of our monitors grows: with the trace, with the window, with the number of formulas.
import { madeUpRules, formulaOf } from './rules.ts'
import { masks } from './made-up.ts'
import { falseOnes } from './ours.ts'
import { count, milliseconds, mustAgree, printTable, quickest, rate, ratio } from './table.ts'
import { BOUNDS, NAMES, PROPERTIES, propertyNamed, questionOf, traceOf } from './timed.ts'
import type { Formula } from '../../temporal/src/index.ts'

const ASKED = ['AbsentBR', 'AlwaysBQR', 'RecurGLB', 'RespondBQR'].map(propertyNamed)
const LENGTHS = [10_000, 100_000, 1_000_000]
const SETS = [1, 2, 4, 8, 16, 32]
const TIMES = 5

export async function scaling(): Promise<void> {
  await lengths()
  await windows()
  await sets()
}

async function lengths(): Promise<void> {
  const rows: string[][] = []
  for (const property of ASKED) {
    const formula = questionOf(property, 100)
    const seconds: number[] = []
    for (const length of LENGTHS) {
      const trace = traceOf(property, 100, length)
      seconds.push(await quickest(length < 1_000_000 ? 20 : TIMES, () => falseOnes([formula], trace, NAMES)))
    }
    const perEvent = seconds.map((one, at) => (one / LENGTHS[at]!) * 1e9)
    rows.push([property.name, ...perEvent.map((one) => `${one.toFixed(1)} ns`), ratio(perEvent[2]!, perEvent[0]!)])
  }
  printTable({
    title: 'Length of the trace',
    about: `Time an event over so many events, bound 100; best of ${TIMES} (of 20 below a million). 1.00× in the last column is growth in proportion.`,
    heads: ['property', ...LENGTHS.map(count), 'last/first'],
    rows,
  })
}

async function windows(): Promise<void> {
  const length = 1_000_000
  const rows: string[][] = []
  for (const property of ASKED) {
    const seconds: number[] = []
    for (const bound of BOUNDS) {
      const formula = questionOf(property, bound)
      const trace = traceOf(property, bound, length)
      seconds.push(await quickest(TIMES, () => falseOnes([formula], trace, NAMES)))
    }
    const cells = seconds.map((one) => `${((one / length) * 1e9).toFixed(1)} ns`)
    rows.push([property.name, ...cells, ratio(seconds[2]!, seconds[0]!)])
  }
  printTable({
    title: 'Length of the window',
    about: `Time an event, ${count(length)} events; best of ${TIMES}. 1.00× in the last column is no growth at all.`,
    heads: ['property', ...BOUNDS.map((bound) => `B = ${bound}`), 'last/first'],
    rows,
  })
}

async function sets(): Promise<void> {
  const length = 100_000
  const timed = Array.from({ length: 32 }, (_, at) => questionOf(PROPERTIES[at % 10]!, 10 + 10 * Math.floor(at / 10)))
  const trace = traceOf(propertyNamed('RespondGLB'), 100, length)
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const rows = [
    ...(await setRows('timed', timed, trace, NAMES)),
    ...(await setRows('without time', madeUpRules(32, names).map(formulaOf), masks(length, 8), names)),
  ]
  printTable({
    title: 'Number of formulas',
    about: `Formulas side by side, each its own monitor, ${count(length)} events handed to all of them one by one; best of ${TIMES}.
      Events a second decided by all of them; 1.00× in the last column is growth in proportion.`,
    heads: ['formulas', 'number', 'time', 'events/s', 'per formula', 'to one'],
    rows,
  })
}

async function setRows(
  what: string,
  formulas: readonly Formula[],
  trace: Uint8Array,
  names: readonly string[],
): Promise<string[][]> {
  const alone = formulas.flatMap((formula) => falseOnes([formula], trace, names))
  mustAgree(what, alone.join(' '), falseOnes(formulas, trace, names).join(' '))
  const rows: string[][] = []
  let first = 0
  for (const number of SETS) {
    const some = formulas.slice(0, number)
    const seconds = await quickest(TIMES, () => falseOnes(some, trace, names))
    const each = seconds / number
    first ||= each
    rows.push([
      what,
      String(number),
      milliseconds(seconds),
      rate(trace.length, seconds),
      milliseconds(each),
      ratio(each, first),
    ])
  }
  return rows
}
