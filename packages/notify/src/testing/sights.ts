// For tests: a desk that sees one clause, one gate and as many uses of a power as a test wants.
import { parseAgreement, resolveAgreement, type Agreement } from '@trucekeeper/agreement'
import type { Status } from '@trucekeeper/engine'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import type { Seen } from '../news/sight.ts'

const TEXT = `# Pact

\`\`\`truce
agreement pact
  title        Pact
  clock        Asia/Damascus
  by           east and west jointly
  decided-by   all-reported

guarantor east
  name         Eastland
  side         russia
  role         co_chair

guarantor west
  name         Westland
  side         us
  role         co_chair

account all-reported
  name         All reported
  trusts       everyone
\`\`\`
`

export const PACT: Agreement = (() => {
  const { agreement, diagnostics } = resolveAgreement(parseAgreement(TEXT, 'agreement.md').text, new Map())
  if (!agreement) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return agreement
})()

export const at = (day: number, hour: string): Instant =>
  parseInstant(`2016-09-${String(day).padStart(2, '0')}T${hour}+03:00`)!

export interface Told {
  readonly verdict?: 'met' | 'breached'
  readonly gate?: 'closed' | 'open'
  /** Instants at which a power was used. */
  readonly acts?: readonly Instant[]
  readonly deadlines?: Status['deadlines']
}

/** As it is seen at an instant. */
export function seenAs({ verdict = 'met', gate = 'closed', acts = [], deadlines = [] }: Told): Seen {
  const clause = {
    id: 'calm',
    decided_by: 'all-reported',
    standing: 'in_force',
    timing: 'due',
    verdicts: { 'all-reported': { verdict } },
  }
  const status = { clauses: [clause], gates: [{ id: 'days', state: gate, done: 1, needed: 7 }], deadlines }
  const used = acts.map((when, n) => ({
    id: `act_${n}`,
    power: 'extend',
    stage: 'proposed',
    by: ['east'],
    at: formatInstant(when, 'Asia/Damascus'),
  }))
  return {
    agreement: PACT,
    record: { claims: [], rulings: [], minutes: [], acts: used as unknown as Seen['record']['acts'] },
    // What a look reads of a status, and nothing else of it.
    status: status as unknown as Status,
  }
}
