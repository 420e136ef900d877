// The claims that two documents make in the same words, so that a copy is ruled on sentence by sentence.
import type { Clusters } from '@trucekeeper/api'

/** Ids of claims of one kind on one sentence, at least one of each document; in the order of the first document. */
export function sharedSentences(docs: readonly string[], claims: Clusters['claims']): string[][] {
  const said = new Map<string, { readonly ids: string[]; readonly docs: Set<string> }>()
  for (const [id, { quote, kind, doc }] of Object.entries(claims)) {
    if (!docs.includes(doc)) continue
    const key = `${kind} ${quote.replaceAll(/\s+/g, ' ').trim()}`
    const same = said.get(key) ?? { ids: [], docs: new Set() }
    same.ids.push(id)
    same.docs.add(doc)
    said.set(key, same)
  }
  return [...said.values()].filter((same) => same.docs.size > 1).map(({ ids }) => ids)
}
