// How long verdicts take to take in one claim more, or one less, among many: only what it touches is worked out again.
import { join } from 'node:path'
import { openWorkspace } from '../../workspace/src/index.ts'
import { foldRecord } from '../../ledger/src/index.ts'
import { Evaluation } from '../src/index.ts'
import { claimsOfAleppo } from './reports-of-aleppo.ts'
import { shareLate } from './share-late.ts'
import { count, milliseconds, mustAgree, printTable, ratio } from './table.ts'

const AT = Date.UTC(2016, 8, 18, 20)
const SIZES = [1000, 10_000, 100_000]
const LATE = 2000

export async function late(): Promise<void> {
  await oneMore()
  await shareLate()
}

async function oneMore(): Promise<void> {
  const opened = await openWorkspace(join(import.meta.dirname, '../../../examples/aleppo-2016'))
  if (!opened.ok) throw new Error('the example does not open')
  const { agreement } = opened.workspace
  const { acts, rulings } = foldRecord(opened.workspace.current().entries)
  const rows = SIZES.map((size) => {
    const base = claimsOfAleppo(size)
    const more = claimsOfAleppo(LATE, 17)
    const evaluation = new Evaluation(agreement)
    const whole = timed(() => {
      evaluation.follow({ claims: base, acts, rulings })
      evaluation.verdicts(AT)
    })
    const learning = more.map((claim) =>
      timed(() => {
        evaluation.learn([claim])
        evaluation.verdicts(AT)
      }),
    )
    const again = new Evaluation(agreement)
    again.follow({ claims: [...more, ...base], acts, rulings })
    mustAgree('late and from the start', JSON.stringify(evaluation.verdicts(AT)), JSON.stringify(again.verdicts(AT)))
    const withdrawing = more.slice(0, LATE / 2).map(({ id }) =>
      timed(() => {
        evaluation.withdraw([id])
        evaluation.verdicts(AT)
      }),
    )
    const [middle, most] = [quantile(learning, 0.5), quantile(learning, 0.99)]
    return [
      count(size),
      milliseconds(whole),
      milliseconds(middle),
      milliseconds(most),
      milliseconds(Math.max(...learning)),
      milliseconds(quantile(withdrawing, 0.99)),
      ratio(whole, middle),
    ]
  })
  printTable({
    title: 'A late claim: the example of 2016',
    about: `Every clause by all seven accounts, brought up to date after each of ${LATE} late claims and ${LATE / 2}
      withdrawals; the last column says how much longer it takes from scratch.`,
    heads: ['claims', 'all at once', 'late', 'p99', 'most', 'withdrawn p99', 'from scratch'],
    rows,
  })
}

/** Seconds that work takes, once. */
function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(part * (times.length - 1))]!
}
