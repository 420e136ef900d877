// The verdict table of the example of Syria in September 2016, with more and more reports of shelling in its record.
import { join } from 'node:path'
import { nameClaim, type Claim } from '../../claims/src/index.ts'
import { foldRecord } from '../../ledger/src/index.ts'
import { openWorkspace } from '../../workspace/src/index.ts'
import { statusOf } from '../src/index.ts'
import { growing, printTable, quickest } from './table.ts'

const EVENING = Date.UTC(2016, 8, 16, 20)
const MORE = [0, 500, 1000, 2000]
const TIMES = 3

export async function statusOfExample(): Promise<void> {
  const opened = await openWorkspace(join(import.meta.dirname, '../../../examples/aleppo-2016'))
  if (!opened.ok) throw new Error('the example does not open')
  const { agreement } = opened.workspace
  const { entries } = opened.workspace.current()
  const grown = growing()
  for (const number of MORE) {
    const more = Array.from({ length: number }, (_, at) => ({
      index: entries.length + at,
      entry: entryOf(shelling(at)),
    }))
    const record = foldRecord([...entries, ...more])
    const seconds = await quickest(TIMES, () => statusOf(agreement, record, { at: EVENING, knownAt: null }))
    grown.add(record.claims.length, seconds)
  }
  printTable({
    title: 'Verdict table: the example of 2016',
    about: `All clauses and accounts of the example on the evening of 16 September, with ${MORE.join(', ')} claims more than it has;
      the whole table from scratch, best of ${TIMES}.`,
    heads: ['claims', 'table', 'per claim', 'to the row above'],
    rows: grown.rows,
  })
}

function entryOf(body: Claim) {
  return { type: 'claim' as const, received_at: '2016-09-16T12:00+03:00', recorded_by: 'bench', body }
}

function shelling(number: number): Claim {
  const quote = `report ${number}`
  return nameClaim({
    doc: quote,
    quote,
    start: 0,
    end: quote.length,
    speaker: 'Syrian Observatory for Human Rights',
    speaker_side: 'monitor',
    via: null,
    outlet: null,
    published: '2016-09-16T10:00+03:00',
    kind: 'shelling',
    modality: 'asserted',
    negated: false,
    places: [`village ${number % 200}`],
    date: `2016-09-${13 + (number % 3)}`,
    date_basis: 'explicit',
    actor_blamed: number % 2 === 0 ? 'government forces' : 'rebels',
    target: null,
    figures: [],
  })
}
