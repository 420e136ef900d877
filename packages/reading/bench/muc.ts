// How well the rules fill roles on documents kept outside the project, in the line-by-line JSON in which MUC-4 is passed around.
// node packages/reading/bench/muc.ts FILE.json [--all]
import { readFileSync } from 'node:fs'
import { incidentRolesInText } from '../src/entities.ts'

const ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const
type Role = (typeof ROLES)[number]

interface Line {
  readonly docid: string
  readonly doctext: string
  /** Entities by role, an entity by its mentions, a mention with its offset. */
  readonly extracts: Readonly<Record<Role, readonly (readonly (readonly [string, number])[])[]>>
}

interface Score {
  right: number
  said: number
  of: number
}

/** Entities by CEAF-REE with the strict similarity: a filler is right when it is a mention of an entity that no other took. */
export function mucScores(lines: readonly Line[], print = false): Record<Role, Score> {
  const scores = Object.fromEntries(ROLES.map((role) => [role, { right: 0, said: 0, of: 0 }])) as Record<Role, Score>
  for (const { docid, doctext, extracts } of lines) {
    const said = fillersByRole(doctext)
    for (const role of ROLES) {
      const gold = extracts[role].map((entity) => entity.map(([mention]) => normal(mention)))
      const taken = matched(said[role].map(normal), gold)
      scores[role].right += taken
      scores[role].said += said[role].length
      scores[role].of += gold.length
      if (print && (taken < gold.length || taken < said[role].length))
        console.log(`${docid} ${role}: gold ${JSON.stringify(gold)} read ${JSON.stringify(said[role])}`)
    }
  }
  return scores
}

function fillersByRole(text: string): Record<Role, string[]> {
  const { perp_ind, perp_org, target, victim, weapon } = incidentRolesInText(text)
  const words = (fillers: typeof victim) => fillers.map((one) => one.words)
  return {
    PerpInd: words(perp_ind),
    PerpOrg: words(perp_org),
    Target: words(target),
    Victim: words(victim),
    Weapon: words(weapon),
  }
}

/** Without case, marks and articles, as the corpus is scored. */
function normal(mention: string): string {
  return mention
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The size of the greatest matching of fillers to entities, by augmenting paths. */
function matched(fillers: readonly string[], entities: readonly (readonly string[])[]): number {
  const owner = new Map<number, number>()
  const place = (filler: number, seen: Set<number>): boolean =>
    entities.some((mentions, entity) => {
      if (seen.has(entity) || !mentions.includes(fillers[filler]!)) return false
      seen.add(entity)
      const before = owner.get(entity)
      if (before !== undefined && !place(before, seen)) return false
      owner.set(entity, filler)
      return true
    })
  return fillers.filter((_, filler) => place(filler, new Set())).length
}

if (import.meta.main) {
  const [file, ...flags] = process.argv.slice(2)
  const lines = readFileSync(file!, 'utf8').split('\n').filter(Boolean)
  const scores = mucScores(
    lines.map((line) => JSON.parse(line) as Line),
    flags.includes('--all'),
  )
  const sum = { right: 0, said: 0, of: 0 }
  for (const [role, score] of Object.entries(scores)) {
    for (const key of ['right', 'said', 'of'] as const) sum[key] += score[key]
    console.log(row(role, score))
  }
  console.log(row('all', sum))
}

function row(name: string, { right, said, of }: Score): string {
  const share = (top: number, bottom: number) => (bottom === 0 ? '–' : ((100 * top) / bottom).toFixed(1)).padStart(5)
  return `${name.padEnd(8)} P ${share(right, said)}  R ${share(right, of)}  F1 ${share(2 * right, said + of)}  ${right} of ${of}, ${said} said`
}
