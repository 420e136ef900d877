// How well the rules fill the roles of a violent event, on paragraphs in capitals: one entity to one filler, by its words.
// node packages/reading/bench/roles.ts [--all]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolesInText, type DocumentRoles } from '../src/entities.ts'

const ROLES = ['perpetrator', 'target', 'victim', 'weapon'] as const
type Gold = Readonly<Record<(typeof ROLES)[number], readonly (readonly string[])[]>>

interface Paragraph {
  readonly text: string
  readonly gold: Gold
}

export function paragraphs(): Paragraph[] {
  const blocks = readFileSync(join(import.meta.dirname, 'roles', 'paragraphs.txt'), 'utf8').split(/\n\n+/)
  return blocks
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map(([text, ...lines]) => ({
      text: text!,
      gold: Object.fromEntries(
        ROLES.map((role) => {
          const line = lines.find((one) => one.startsWith(`${role}: `))?.slice(role.length + 2)
          return [role, line?.split(' / ').map((entity) => entity.split(' = ')) ?? []]
        }),
      ) as unknown as Gold,
    }))
}

export function roleScores(
  all: readonly Paragraph[],
  print = false,
): Record<string, { right: number; said: number; of: number }> {
  const scores = Object.fromEntries(ROLES.map((role) => [role, { right: 0, said: 0, of: 0 }]))
  for (const { text, gold } of all) {
    const read: DocumentRoles = rolesInText(text)
    for (const role of ROLES) {
      const said = read[role].map(({ words }) => words.toLowerCase())
      const right = gold[role].filter((names) => said.some((one) => names.includes(one))).length
      const score = scores[role]!
      score.right += right
      score.said += said.length
      score.of += gold[role].length
      if (print && (right < gold[role].length || said.length > right))
        console.log(
          `${role}: gold ${JSON.stringify(gold[role])} read ${JSON.stringify(said)}\n   ${text.slice(0, 150)}`,
        )
    }
  }
  return scores
}

if (import.meta.main) {
  const scores = roleScores(paragraphs(), process.argv.includes('--all'))
  const sum = { right: 0, said: 0, of: 0 }
  for (const [role, { right, said, of }] of Object.entries(scores)) {
    sum.right += right
    sum.said += said
    sum.of += of
    console.log(
      `${role.padEnd(12)} P ${(right / said).toFixed(2)}  R ${(right / of).toFixed(2)}  F1 ${((2 * right) / (said + of)).toFixed(2)}  of ${of}`,
    )
  }
  console.log(
    `all          P ${(sum.right / sum.said).toFixed(2)}  R ${(sum.right / sum.of).toFixed(2)}  F1 ${((2 * sum.right) / (sum.said + sum.of)).toFixed(2)}`,
  )
}
