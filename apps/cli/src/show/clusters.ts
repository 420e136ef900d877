// Matters, copies and topics on the terminal: a paragraph for each matter, which reads in a narrow one as well.
import type { Claim, Kind } from '@trucekeeper/claims'
import type { DuplicateGroup, KeptApart, Matter, SharedPassage, Topic } from '@trucekeeper/corroborate'
import type { Terminal } from '../terminal.ts'
import { countText } from './count.ts'
import { indented } from './wrap.ts'

/** What `truce cluster --json` prints. */
export interface Clusters {
  readonly matters: readonly (Omit<Matter, 'cannotConfirm' | 'kind'> & {
    /** Null where words alone were given. */
    readonly kind: Kind | null
    readonly cannot_confirm: readonly string[]
  })[]
  readonly kept_apart: readonly KeptApart[]
  readonly duplicates: readonly DuplicateGroup[]
  readonly passages: readonly SharedPassage[]
  readonly topics: readonly Topic[]
  readonly topic_threshold: number | null
}

const LONGEST_QUOTE = 90

export function showClusters(io: Terminal, clusters: Clusters, claims: readonly Claim[]): void {
  const { print, colours, width } = io
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const shared = clusters.matters.filter(({ claims: ids }) => ids.length > 1)
  if (clusters.matters.length > 0) {
    const given = clusters.matters.reduce((sum, { claims: ids }) => sum + ids.length, 0)
    print(colours.bold(`${countText(clusters.matters.length, 'matter')} of ${countText(given, 'claim')}`))
    for (const matter of shared) showMatter(io, matter, claimOf)
    const alone = clusters.matters.length - shared.length
    if (alone > 0) print(colours.dim(`\n${alone} more ${alone === 1 ? 'matter has' : 'matters have'} one claim each`))
  }
  const { duplicates, passages, topics } = clusters
  if (topics.length === 0) return
  print(`${clusters.matters.length > 0 ? '\n' : ''}${colours.bold('Copies')}`)
  for (const { docs, similarity } of duplicates)
    print(indented(docs.join(', '), width, ' '.repeat(9), `  ${percent(similarity)}  `))
  if (duplicates.length === 0) print('  none')
  if (passages.length > 0)
    print(
      colours.dim(
        indented(
          `${passages.length} ${passages.length === 1 ? 'passage stands' : 'passages stand'} in several documents`,
          width,
          '  ',
        ),
      ),
    )
  print(`\n${colours.bold('Topics')}`)
  for (const { docs } of topics) print(indented(docs.join(', '), width, '    ', '  '))
}

function showMatter(
  { print, colours, width }: Terminal,
  matter: Clusters['matters'][number],
  claimOf: ReadonlyMap<string, Claim>,
): void {
  const { kind, claims, sources, conflicts, restatements } = matter
  const repeated = restatements.reduce((sum, ids) => sum + ids.length - 1, 0)
  const facts = [
    countText(claims.length, 'claim'),
    countText(sources.length, 'source'),
    ...(repeated > 0 ? [`${repeated} said again`] : []),
  ]
  print(`\n${colours.bold(kind?.replaceAll('_', ' ') ?? 'told by words alone')}  ${colours.dim(facts.join(', '))}`)
  for (const [label, ids] of [
    ['for', matter.for],
    ['against', matter.against],
    ['unsure', matter.cannot_confirm],
    ['no evidence', matter.others],
  ] as const) {
    for (const id of ids) print(indented(wordsOf(id, claimOf.get(id)), width, ' '.repeat(15), `  ${label.padEnd(13)}`))
  }
  for (const { type, why } of conflicts) print(indented(`${type}: ${why}`, width, '    ', '  ! '))
}

function wordsOf(id: string, claim: Claim | undefined): string {
  if (claim === undefined) return id
  const { speaker, outlet, doc, date, quote } = claim
  const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()}…` : quote
  return `${speaker ?? outlet ?? 'somebody unnamed'}, ${date ?? 'no date'}, ${doc}: “${short.replaceAll(/\s+/g, ' ')}”`
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`.padStart(5)
}
