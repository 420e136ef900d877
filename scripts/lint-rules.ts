// Writes the index of rules from their folders, in code and in the manual; `node scripts/lint-rules.ts new NAME` begins a rule.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const RULES = new URL('../packages/lint/src/rules/', import.meta.url)
const MANUAL = new URL('../docs/lints/README.md', import.meta.url)
const BEGIN = '<!-- rules: written by `node scripts/lint-rules.ts` -->'
const END = '<!-- end of rules -->'

export function ruleNames(): string[] {
  return readdirSync(RULES, { withFileTypes: true })
    .flatMap((one) => (one.isDirectory() ? [one.name] : []))
    .toSorted()
}

/** `packages/lint/src/rules/index.ts` */
export function rulesModule(names: readonly string[]): string {
  const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return [
    '// Every rule there is, in the order of their names; written by `node scripts/lint-rules.ts`.',
    "import type { Rule } from '../rule.ts'",
    ...names.map((name) => `import { rule as ${camel(name)} } from './${name}/rule.ts'`),
    '',
    'export const RULES: readonly Rule[] = [',
    ...names.map((name) => `  ${camel(name)},`),
    ']',
    '',
  ].join('\n')
}

/** The manual with its table of rules written anew, from the first lines of `rule.ts` files. */
export function manualWith(manual: string, names: readonly string[]): string {
  const rows = names.map((name) => {
    const source = readFileSync(new URL(`${name}/rule.ts`, RULES), 'utf8')
    const field = (key: string) =>
      new RegExp(`\\b${key}:\\s*(['"\`])((?:(?!\\1)[^\\\\]|\\\\.)*)\\1`).exec(source)?.[2] ?? ''
    const summary = field('summary').replace(/\\(.)/g, '$1').replaceAll('|', '\\|')
    return `| [\`${name}\`](../../packages/lint/src/rules/${name}/README.md) | ${field('severity')} | ${field('engine')} | ${summary} |`
  })
  const table = ['| rule | weight | engine | finds |', '|---|---|---|---|', ...rows].join('\n')
  const [before, rest] = manual.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error('the manual has no place for the table of rules')
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`
}

function begin(name: string): void {
  const folder = new URL(`${name}/`, RULES)
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`\`${name}\` is no name for a rule: write it-like-this`)
  if (existsSync(folder)) throw new Error(`there is a rule \`${name}\` already`)
  mkdirSync(folder)
  writeFileSync(
    new URL('rule.ts', folder),
    `// SAY IN ONE LINE WHAT IT FINDS.
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: '${name}',
  severity: 'warning',
  engine: 'shape',
  summary: 'SAY IT IN ONE SENTENCE.',
  *check({ of, spot }) {
    for (const clause of of('duty')) {
      yield { at: spot(clause), message: \`\\\`\${clause.id}\\\` …\`, help: '…', clauses: [clause.id] }
    }
  },
}
`,
  )
  writeFileSync(
    new URL('rule.test.ts', folder),
    `import { describe, expect, it } from 'vitest'
import { clausesUnder, underlined } from '../../testing/snippet.ts'

describe('${name}', () => {
  it('underlines …', () => {
    expect(underlined(clausesUnder(\`\`), '${name}')).toEqual(['…'])
  })
})
`,
  )
  const example = '````md\n## 1. An article\n\nA sentence.\n\n```truce\n```\n````\n'
  writeFileSync(
    new URL('README.md', folder),
    `# ${name}\n\nSAY IT IN ONE SENTENCE.\n\n## Wrong\n\n${example}\n\`\`\`expect\n\`\`\`\n\n## Right\n\n${example}\n## Why\n\n…\n\n## What it misses\n\n…\n`,
  )
  console.log(
    `packages/lint/src/rules/${name}: write the rule, its tests and its page, then run \`node scripts/lint-rules.ts\``,
  )
  console.log(
    'and `UPDATE_GOLDEN=1 npx vitest run --project unit packages/lint` to print what the rule says into its page',
  )
}

if (import.meta.main) {
  const [command, name] = process.argv.slice(2)
  if (command === 'new' && name) begin(name)
  const names = ruleNames()
  writeFileSync(new URL('index.ts', RULES), rulesModule(names))
  writeFileSync(MANUAL, manualWith(readFileSync(MANUAL, 'utf8'), names))
}
