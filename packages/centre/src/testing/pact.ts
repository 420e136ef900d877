// For tests: a small agreement between north and south, answered for by east and west, with a procedure; and minutes under it.
import { parseAgreement, resolveAgreement, type Agreement } from '@trucekeeper/agreement'
import { nameMinute, type Minute, type MinuteBody } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { CentreRecord } from '../record.ts'

export const TEXT = `# Pact

## 1. Who

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

party north
  name         Northern side
  side         syria_gov
  answered-by  east

party south
  name         Southern side
  side         opposition
  answered-by  west

body watch
  name         Watch
  side         monitor
  role         monitor

anchor day-d
  at           2016-09-01T12:00+03:00

term truce
  starts       day-d
  lasts        20 days

account all-reported
  name         All reported
  trusts       everyone

account watchers
  name         Watchers
  trusts       watch

account pair
  name         Two independent sources
  trusts       everyone
  sources      2
\`\`\`

## 2. Calm

\`\`\`truce
ban calm
  on           north and south, each
  act          attack
  during       term truce
  silence      unknown
  on-breach    complaints
\`\`\`

## 3. When it is broken

### 3.1 Complaints

\`\`\`truce
procedure complaints
  step         east and west, each do "ask its party for information" within 24 hours
  step         east and west, each do "assess it" within 72 hours
  step         east and west jointly do "use means without force first"
  step         east and west jointly do "exclude from the arrangement, as the last means"
  decides      east and west jointly
  follows      findings go to the parties; each may reply
\`\`\`
`

export const PACT: Agreement = read(TEXT)

function read(text: string): Agreement {
  const parsed = parseAgreement(text, 'agreement.md')
  const resolved = resolveAgreement(parsed.text, new Map())
  const wrong = [...parsed.diagnostics, ...resolved.diagnostics].filter(({ severity }) => severity === 'error')
  if (!resolved.agreement || wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'))
  return resolved.agreement
}

const MIRROR: Readonly<Record<string, string>> = { north: 'south', south: 'north', east: 'west', west: 'east' }

/** A value with the parties and those who answer for them swapped in all its words. */
export function mirrored<T>(value: T): T {
  const text = JSON.stringify(value).replaceAll(/\b(?:north|south|east|west)\b/g, (word) => MIRROR[word]!)
  return JSON.parse(text) as T
}

/** A day and an hour of September 2016, in Damascus. */
export function on(date: number, hour = 12): string {
  return `2016-09-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00+03:00`
}

export function at(date: number, hour = 12): Instant {
  return parseInstant(on(date, hour))!
}

export function recordOf(minutes: readonly MinuteBody[], rest: Partial<CentreRecord> = {}): CentreRecord {
  return { claims: [], rulings: [], minutes: minutes.map((body): Minute => nameMinute(body)), ...rest }
}
