// The status put in the order in which a person reads it: by article, by party, by verdict.
import type { ClauseStatus, Status, Verdict } from '@trucekeeper/api'

/** Worst first: what a reader must not miss comes first. */
export const VERDICTS = ['breached', 'contested', 'unknown', 'met'] as const satisfies Verdict[]

export type Counts = Readonly<Record<Verdict, number>>

export interface Article {
  readonly heading: string
  readonly clauses: readonly ClauseStatus[]
}

/** Clauses under the outermost heading that tells them apart, in the order of the agreement. */
export function articlesOf(clauses: readonly ClauseStatus[]): Article[] {
  const shared = sharedDepth(clauses.map(({ heading }) => heading.split(' › ')))
  const articles = new Map<string, ClauseStatus[]>()
  for (const clause of clauses) {
    const heading = clause.heading.split(' › ')[shared] ?? clause.heading
    articles.set(heading, [...(articles.get(heading) ?? []), clause])
  }
  return [...articles].map(([heading, members]) => ({ heading, clauses: members }))
}

/** How many headings all paths begin with: the title of the agreement stands above everything and tells nothing. */
function sharedDepth(paths: readonly string[][]): number {
  const [first] = paths
  if (!first || paths.length < 2) return 0
  let depth = 0
  while (depth < first.length - 1 && paths.every((path) => path.length > depth + 1 && path[depth] === first[depth])) {
    depth++
  }
  return depth
}

/** The verdict of a clause by an account, or by the one that decides it. */
export function verdictOf(clause: ClauseStatus, account?: string): Verdict | null {
  return clause.verdicts[account ?? clause.decided_by]?.verdict ?? null
}

export function countVerdicts(clauses: readonly ClauseStatus[], account?: string): Counts {
  const counts = { met: 0, breached: 0, contested: 0, unknown: 0 }
  for (const clause of clauses) {
    const verdict = verdictOf(clause, account)
    if (verdict) counts[verdict]++
  }
  return counts
}

export interface PartyRow {
  readonly party: string
  /** Counts by account id. */
  readonly accounts: Readonly<Record<string, Counts>>
}

/** How each party stands by each account, over the clauses that bind it and on which somebody's account speaks. */
export function partyRows({ clauses, accounts }: Pick<Status, 'clauses' | 'accounts'>): PartyRow[] {
  const judged = clauses.filter(({ verdicts }) => Object.values(verdicts).some(({ verdict }) => verdict !== null))
  const parties = [...new Set(judged.flatMap((clause) => clause.parties))]
  return parties.map((party) => {
    const bound = judged.filter((clause) => clause.parties.includes(party))
    return { party, accounts: Object.fromEntries(accounts.map(({ id }) => [id, countVerdicts(bound, id)])) }
  })
}

export interface Deadline {
  readonly at: string
  readonly what: string
  /** Ids of clauses, or of gates and terms, to which the same happens at the same instant. */
  readonly of: readonly string[]
}

/** Deadlines with those of the same instant and kind told as one, soonest first. */
export function deadlinesTogether(deadlines: Status['deadlines']): Deadline[] {
  const together = new Map<string, Deadline>()
  for (const { at, what, clause } of deadlines) {
    const key = `${at} ${what}`
    together.set(key, { at, what, of: [...(together.get(key)?.of ?? []), clause] })
  }
  return [...together.values()]
}

/** Accounts with those that decide first, otherwise as the agreement lists them. */
export function accountsInOrder(accounts: Status['accounts']): Status['accounts'] {
  return [...accounts.filter(({ decides }) => decides), ...accounts.filter(({ decides }) => !decides)]
}

/** `United States` of `united-states`. */
export function partyName(id: string): string {
  return spoken(id).replace(/(^| )\p{Ll}/gu, (initial) => initial.toUpperCase())
}

/** `suspend cooperation` of `suspend-cooperation`. */
export function spoken(id: string): string {
  return id.replace(/[-_]+/g, ' ')
}

/** Whether evidence can speak of a clause of this kind at all; a power is used or not, a gate stands in its own panel. */
export function isQuestionOfEvidence(kind: string): boolean {
  return kind === 'duty' || kind === 'ban'
}

/** A clause by a name that reads: `First convoy` of `first-convoy`; of `cessation:government` the part before the party. */
export function clauseName({
  id,
  parties,
  title,
}: Pick<ClauseStatus, 'id' | 'parties'> & { title?: string | null }): string {
  if (title) return title
  const end = parties.map((party) => new RegExp(`^(.+)[:./@]${escaped(party)}$`).exec(id)?.[1]).find(Boolean)
  const name = spoken(end ?? id)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The number of the innermost heading, `2.1` of `2. Road › 2.1 The government pulls back`; null where it has none. */
export function sectionOf(heading: string): string | null {
  return /^(\d+(?:\.\d+)*)\.?\s/.exec(heading.split(' › ').at(-1)!)?.[1] ?? null
}

/** A sentence cut between words, at most `most` characters with the mark of the cut. */
export function shortSentence(sentence: string, most = 150): string {
  const text = sentence.replace(/\s+/g, ' ').trim()
  if (text.length <= most) return text
  const room = text.slice(0, most - 1)
  const space = room.lastIndexOf(' ')
  return `${room.slice(0, space > most / 2 ? space : most - 1).replace(/[\s,;:–-]+$/, '')}…`
}
