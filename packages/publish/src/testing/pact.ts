// For tests: a pact between north and south with a procedure, answered for by east and west.
import { parseAgreement, resolveAgreement, type Agreement } from '@trucekeeper/agreement'
import { nameMinute, type Minute, type MinuteBody } from '@trucekeeper/claims'

const TEXT = `# Pact

## 1. Who

\`\`\`truce
agreement pact
  title        Pact
  clock        Asia/Damascus
  by           east and west jointly
  decided-by   all

guarantor east
  name         Eastland
  side         russia
  role         co_chair

guarantor west
  name         Westland
  side         us
  role         co_chair

party north
  name         The north
  side         syria_gov
  answered-by  east

party south
  name         The south
  side         opposition
  answered-by  west

anchor day-d
  at           2016-09-01T12:00+03:00

term truce
  starts       day-d
  lasts        20 days

account all
  name         All
  trusts       everyone

ban calm
  on           north and south, each
  act          attack
  during       term truce
  silence      unknown
  on-breach    complaints
\`\`\`

## 2. Complaints

\`\`\`truce
procedure complaints
  step         east and west, each do "ask its party for information" within 24 hours
  step         east and west, each do "assess it" within 72 hours
  decides      east and west jointly
\`\`\`
`

export const PACT: Agreement = read(TEXT)

function read(text: string): Agreement {
  const parsed = parseAgreement(text, 'agreement.md')
  const { agreement, diagnostics } = resolveAgreement(parsed.text, new Map())
  const wrong = [...parsed.diagnostics, ...diagnostics].filter(({ severity }) => severity === 'error')
  if (!agreement || wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'))
  return agreement
}

/** A day and an hour of September 2016, in Damascus. */
export function on(date: number, hour = 12): string {
  return `2016-09-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+03:00`
}

export function minutesOf(...bodies: readonly MinuteBody[]): readonly Minute[] {
  return bodies.map((body): Minute => nameMinute(body))
}

const MIRROR: Readonly<Record<string, string>> = { north: 'south', south: 'north', east: 'west', west: 'east' }

/** A value with the parties and those who answer for them swapped in all its words. */
export function mirrored<T>(value: T): T {
  const text = JSON.stringify(value).replaceAll(/\b(?:north|south|east|west)\b/g, (word) => MIRROR[word]!)
  return JSON.parse(text) as T
}
