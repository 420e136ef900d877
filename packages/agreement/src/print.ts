// Writes an agreement back: its Markdown to the letter, its clauses in one form, so that reading it again gives the same.
import type { AgreementText, AnyClause } from './ast.ts'
import { fieldsOf } from './kinds.ts'

const WIDTH = 100
const COLUMN = 13

/** The Markdown of an agreement. `parse(print(x)) = x`, but for where things stand. */
export function printAgreement({ blocks }: Pick<AgreementText, 'blocks'>): string {
  return blocks
    .map((block) =>
      block.kind === 'markdown' ? block.text : `\`\`\`truce\n${block.clauses.map(printClause).join('\n')}\`\`\``,
    )
    .join('')
}

/** One clause, its fields in the order of the language, long conditions broken before `and` and `or`. */
export function printClause({ kind, id, title, fields, reads }: AnyClause): string {
  const lines = [`${kind} ${id}${title === null ? '' : ` "${title}"`}`]
  const held = fields as Readonly<Record<string, unknown>>
  for (const [name, { reader, many }] of Object.entries(fieldsOf(kind))) {
    const value = held[name]
    if (value === undefined) continue
    for (const each of many ? (value as unknown[]) : [value]) lines.push(...field(name, reader.write(each)))
  }
  if (reads !== null) lines.push(...field('reads', reads))
  return `${lines.join('\n')}\n`
}

function field(name: string, value: string): string[] {
  const head = `  ${name.padEnd(COLUMN - 2)} `
  const lines: string[] = []
  let rest = value
  while (head.length + rest.length > WIDTH) {
    const space = rest.lastIndexOf(' ', WIDTH - head.length)
    if (space <= 0) break
    lines.push(rest.slice(0, space))
    rest = rest.slice(space + 1)
  }
  lines.push(rest)
  return lines.map((line, index) => (index === 0 ? `${head}${line}` : `${' '.repeat(head.length)}${line}`))
}
