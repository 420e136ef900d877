// How long it takes to lint agreements of many clauses, against the time it takes to read them: `node packages/lint/bench/lint.ts`.
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import { lintAgreement, RULES } from '@trucekeeper/lint'

const HEAD = `# A long arrangement

## 0. Who

Two councils and those who watch.

\`\`\`truce
agreement long
  title        A long arrangement
  clock        Europe/Athens
  made         2030-02-20
  decided-by   all-reported

party north
  name         Northern council

party south
  name         Southern council

body port-office
  name         Port Office
  role         monitor

anchor day-one
  at           2030-03-01T12:00+02:00

term quiet
  starts       day-one
  lasts        3000 days

procedure complaints
  step         port-office do "ask both" within 24 hours
\`\`\`
`

const TEN = Array.from({ length: 10 }, (_, index) => index)

/** Ten duties that wait for one another in a chain, from day one on. */
function article(first: number): string {
  const duties = TEN.map((step) => {
    const [one, other] = step % 2 === 0 ? ['north', 'south'] : ['south', 'north']
    const begins = step === 0 ? 'from day-one' : `after met(b${first + step - 1})`
    return `duty b${first + step}\n  on ${one}\n  to ${other}\n  act deliver-aid\n  ${begins}\n  by day-one + ${step + 2} days\n  during term quiet\n  attest port-office\n  silence unknown\n  on-breach complaints\n`
  })
  return `\n### 1.${first} Boats from ${first} on\n\nEach council sends its boats in turn, as soon as the other has sent its own.\n\n\`\`\`truce\n${duties.join('\n')}\`\`\`\n`
}

const MOST = 5000
for (const count of [500, 500, MOST]) {
  const source = `${HEAD}\n## 1. Boats\n${Array.from({ length: count / 10 }, (_, index) => article(10 * index)).join('')}`
  const begun = performance.now()
  const { text } = parseAgreement(source, 'agreement.md')
  const parsed = performance.now()
  const { agreement } = resolveAgreement(text, new Map())
  const linked = performance.now()
  const { diagnostics } = lintAgreement({ source, text, agreement })
  const linted = performance.now()
  const ms = (from: number, to: number) => `${(to - from).toFixed(0)} ms`
  console.log(
    `${count} duties: read ${ms(begun, parsed)}, linked ${ms(parsed, linked)}, linted ${ms(linked, linted)} (${((linted - linked) / (linked - begun)).toFixed(2)} of reading); ${diagnostics.length} findings`,
  )
  if (count < MOST) continue
  const slowest = RULES.map((rule) => {
    const from = performance.now()
    lintAgreement({ source, text, agreement }, { rules: [rule] })
    return { name: rule.name, took: performance.now() - from }
  })
    .toSorted((a, b) => b.took - a.took)
    .slice(0, 8)
  for (const { name, took } of slowest) console.log(`  ${took.toFixed(0).padStart(5)} ms  ${name}`)
}
