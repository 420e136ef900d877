// How long a keystroke takes in long agreements: reading and linting the text anew, then completing. `node packages/editing/bench/keystroke.ts`
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import { hasErrors } from '@trucekeeper/diagnostics'
import { lintAgreement, RULES } from '@trucekeeper/lint'
import { completionsAt, openDocument, outlineOf } from '../src/index.ts'

const HEAD = `# Long

## 0. Who

Two councils agree.

\`\`\`truce
agreement long
  title        A long one
  clock        Europe/Athens
  made         2030-02-20
  decided-by   all-reported

party north
  name         North

party south
  name         South

anchor day-one
  at           2030-03-01T12:00+02:00

term quiet
  starts       day-one
  lasts        30 days
\`\`\`
`

/** Articles with a sentence and two clauses each; every duty waits for the one before it. */
function agreementOf(clauses: number): string {
  const articles = Array.from({ length: Math.max(0, Math.round((clauses - 5) / 2)) }, (_, n) => {
    const after = n === 0 ? '' : `\n  after        met(step-${n - 1}) and in-force(quiet)`
    return `
## ${n + 1}. Article ${n + 1}

The north takes step ${n} in its turn; the south keeps the peace.

\`\`\`truce
duty step-${n}
  on           ${n % 2 ? 'north' : 'south'}
  act          deliver-aid${after}
  by           day-one + ${48 + n} hours
  attest       north

ban peace-${n}
  on           north and south, each
  act          attack
  during       term quiet
\`\`\`
`
  })
  return HEAD + articles.join('')
}

const NO_PLACES = new Map()

/** The middle of many runs, in milliseconds, and the slowest tenth. */
function timed(work: (run: number) => unknown, runs: number): { middle: number; slow: number } {
  const took = Array.from({ length: runs }, (_, run) => {
    const began = performance.now()
    work(run)
    return performance.now() - began
  }).toSorted((a, b) => a - b)
  return { middle: took[runs >> 1]!, slow: took[Math.floor(runs * 0.9)]! }
}

const rows = [100, 500, 5000].map((clauses) => {
  const source = agreementOf(clauses)
  const runs = clauses > 1000 ? 12 : 60
  // A letter more on each run, in the middle of a clause, so that nothing of an earlier run can be used again.
  const at = source.indexOf('  attest', source.length >> 1)
  const typed = (run: number) => `${source.slice(0, at)}  to           sou${'x'.repeat(run % 5)}\n${source.slice(at)}`
  const written = (run: number) => source.replace('Two councils', `Two${' '.repeat(1 + (run % 9))}councils`)
  for (let warm = 0; warm < 10; warm += 1) openDocument(typed(warm), 'a.md', NO_PLACES)
  const parsed = parseAgreement(source, 'a.md')
  const resolved = resolveAgreement(parsed.text, NO_PLACES)
  const sound = !hasErrors([...parsed.diagnostics, ...resolved.diagnostics])
  const subject = { source, text: parsed.text, agreement: resolved.agreement }
  const broken = openDocument(typed(1), 'a.md', NO_PLACES)
  const perRule = RULES.map((rule) => ({
    name: rule.name,
    middle: timed(() => lintAgreement(subject, { rules: [rule] }), clauses > 1000 ? 3 : 9).middle,
  })).toSorted((a, b) => b.middle - a.middle)
  return {
    clauses: parsed.text.clauses.length,
    sound,
    sentence: timed((run) => openDocument(written(run), 'a.md', NO_PLACES).diagnostics, runs),
    name: timed((run) => openDocument(typed(run), 'a.md', NO_PLACES).diagnostics, runs),
    parse: timed((run) => parseAgreement(written(run), 'a.md'), runs),
    link: timed(() => resolveAgreement(parsed.text, NO_PLACES), runs),
    lint: timed(() => lintAgreement(subject), runs),
    outline: timed((run) => outlineOf(written(run)), runs),
    completion: timed(() => completionsAt(broken, at + '  to           sou'.length), runs),
    slowestRules: perRule.slice(0, 4),
  }
})

const ms = ({ middle, slow }: { middle: number; slow: number }) =>
  `${middle.toFixed(1)} (${slow.toFixed(1)})`.padStart(16)
const parts = ['sentence', 'name', 'parse', 'link', 'lint', 'outline', 'completion'] as const
console.log(
  `milliseconds, middle of many runs (slowest tenth)\n${'clauses'.padEnd(28)}${rows.map(({ clauses }) => String(clauses).padStart(16)).join('')}`,
)
const ABOUT: Record<(typeof parts)[number], string> = {
  sentence: 'keystroke in a sound text',
  name: 'keystroke that breaks it',
  parse: '  of it: reading',
  link: '  of it: linking',
  lint: '  of it: linting',
  outline: '  of it: the outline',
  completion: 'completion',
}
for (const part of parts) console.log(ABOUT[part].padEnd(28) + rows.map((row) => ms(row[part])).join(''))
for (const { clauses, sound, slowestRules, sentence, parse, lint } of rows) {
  const share = (value: { middle: number }) => `${Math.round((100 * value.middle) / sentence.middle)} %`
  const slowest = slowestRules.map(({ name, middle }) => `${name} ${middle.toFixed(1)}`).join(', ')
  console.log(
    `${clauses} clauses${sound ? '' : ' (not sound!)'}: reading ${share(parse)}, linting ${share(lint)}; slowest rules: ${slowest}`,
  )
}
const [hundred, fiveHundred, many] = rows
if (hundred && fiveHundred && many)
  console.log(
    `a keystroke at ${fiveHundred.clauses} takes ${(fiveHundred.sentence.middle / hundred.sentence.middle).toFixed(1)} times that at ${hundred.clauses}; at ${many.clauses} ${(many.sentence.middle / fiveHundred.sentence.middle).toFixed(1)} times that at ${fiveHundred.clauses}`,
  )
