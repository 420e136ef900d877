// Our monitors against what one would write first: each operator looks through its whole window again at every event.
import { naiveViolations } from '../../temporal/bench/naive.ts'
import { falseOnes } from './ours.ts'
import { count, mustAgree, printTable, quickest, rate, ratio } from './table.ts'
import { BOUNDS, disturbed, NAMES, PROPERTIES, questionOf, type Property } from './timed.ts'

const LENGTHS = [1_000, 10_000, 100_000, 1_000_000]
/** Looking again gets no longer trace than it can be expected to do in so many seconds. */
const PATIENCE = 0.4

export async function naive(): Promise<void> {
  const rows: string[][] = []
  const times: number[] = []
  for (const property of PROPERTIES) {
    for (const bound of BOUNDS) {
      const { cells, faster } = await line(property, bound)
      rows.push(cells)
      times.push(faster)
    }
  }
  const sorted = times.toSorted((a, b) => a - b)
  const [least, most] = [sorted[0]!, sorted.at(-1)!]
  const middle = sorted[Math.floor(sorted.length / 2)]!
  printTable({
    title: 'Looking again at every event',
    about: `Ten properties in the manner of Timescales, a verdict at each event; the naive way looks through the values it kept
      of each part. Events a second; ours best of 3 (of 20 below 100 000), the naive way best of 2 over the longest trace of
      ${LENGTHS.map(count).join(', ')} events that is expected to take it less than ${PATIENCE} s. "Faster" is told over that trace.
      Least ${least.toFixed(1)}, median ${middle.toFixed(1)}, most ${most.toFixed(0)} times.`,
    heads: ['property', 'B', ...LENGTHS.map(short), 'naive', 'over', 'faster'],
    rows,
  })
}

async function line(property: Property, bound: number): Promise<{ cells: string[]; faster: number }> {
  const formula = questionOf(property, bound)
  const rates: string[] = []
  let slow = 0
  let over = 0
  let faster = 0
  for (const length of LENGTHS) {
    const trace = disturbed(property, bound, length)
    const fast = await quickest(length < 100_000 ? 20 : 3, () => falseOnes([formula], trace, NAMES))
    rates.push(tight(rate(length, fast)))
    if (over > 0 && (slow * length) / over > PATIENCE) continue
    over = length
    mustAgree(property.name, naiveViolations(formula, trace), falseOnes([formula], trace, NAMES)[0]!.count)
    slow = await quickest(2, () => naiveViolations(formula, trace))
    faster = slow / fast
  }
  return {
    cells: [shortly(property.name), String(bound), ...rates, tight(rate(over, slow)), short(over), ratio(faster, 1)],
    faster,
  }
}

function short(length: number): string {
  return length >= 1_000_000 ? `${length / 1_000_000}M` : `${length / 1000}k`
}

function shortly(name: string): string {
  return name.replace('between q and r', 'from q to r')
}

/** `7.2M` */
function tight(rate: string): string {
  return rate.replace(' ', '')
}
