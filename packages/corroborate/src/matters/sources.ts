// How many sources there really are: one speaker through three outlets is one, one wire text in five papers is one.
import type { Claim } from '@trucekeeper/claims'
import { componentsOf } from '../duplicates/components.ts'
import { duplicatesOf, sharedPassages, type TextDocument } from '../duplicates/groups.ts'
import { voicesOf } from './voices.ts'

export interface RootSource {
  /** `speaker SIDE NAME`, `side SIDE`, `outlet NAME`, or `text DOC` where only a document is known. */
  readonly id: string
  /** Ids of the claims that carry its word, sorted. */
  readonly claims: readonly string[]
  readonly outlets: readonly string[]
  readonly via: readonly string[]
  readonly docs: readonly string[]
  /** Why several outlets are one source, a sentence each. */
  readonly why: readonly string[]
}

/**
 * The sources that claims go back to, by id. A named speaker is one source wherever quoted. What an outlet, or nobody,
 * says for itself is one source with what stands in a copy of the document, or in a passage that both documents share.
 */
export function rootSources(claims: readonly Claim[], documents: readonly TextDocument[] = []): RootSource[] {
  const sorted = claims.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { voiceOf } = voicesOf(sorted)
  const names = sorted.map((claim) => voiceOf(claim) ?? `text ${claim.doc}`)
  const ties: [number, number][] = []
  const why = new Map<number, Set<string>>()
  const tie = (members: readonly number[], because: string | null) => {
    for (const member of members.slice(1)) ties.push([members[0]!, member])
    if (because !== null && members.length > 1)
      why.set(members[0]!, (why.get(members[0]!) ?? new Set<string>()).add(because))
  }
  for (const members of Map.groupBy(sorted.keys(), (index) => names[index]!).values()) tie(members, null)
  const texts = [...sorted.keys()].filter((index) => !/^(?:speaker|side) /.test(names[index]!))
  // Only texts that somebody's words stand in make sources one.
  const quoted = new Set(texts.map((index) => sorted[index]!.doc))
  const compared = documents.filter(({ doc }) => quoted.has(doc))
  for (const { docs } of duplicatesOf(compared))
    tie(
      texts.filter((index) => docs.includes(sorted[index]!.doc)),
      `${listed(docs)} are copies of one text`,
    )
  for (const { passages } of sharedPassages(compared))
    tie(
      texts.filter((index) => {
        const { doc, start, end } = sorted[index]!
        return passages.some((one) => one.doc === doc && start < one.end && end > one.start)
      }),
      `${listed([...new Set(passages.map(({ doc }) => doc))])} share the passage`,
    )
  const rootOf = componentsOf(sorted.length, ties)
  return [...Map.groupBy(sorted.keys(), (index) => rootOf[index]!).values()]
    .map((members): RootSource => {
      const own = members.map((index) => sorted[index]!)
      return {
        id: members.map((index) => names[index]!).toSorted()[0]!,
        claims: own.map(({ id }) => id),
        outlets: distinct(own.map(({ outlet }) => outlet)),
        via: distinct(own.map(({ via }) => via)),
        docs: distinct(own.map(({ doc }) => doc)),
        why: distinct(members.flatMap((index) => [...(why.get(index) ?? [])])),
      }
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].toSorted()
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
