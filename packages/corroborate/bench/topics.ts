// How well documents are told apart by event, beside the plainest way: held against the groups that their names give.
//
// node packages/corroborate/bench/topics.ts FOLDER… — texts named TOPIC_NUMBERgroup.txt, as those of the ECB+ corpus are
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { topicsOf, type TextDocument } from '../src/duplicates/index.ts'

const THRESHOLDS = Array.from({ length: 30 }, (_, step) => 0.01 * (step + 1))

type Groups = readonly (readonly string[])[]

for (const folder of process.argv.slice(2)) {
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((doc): TextDocument => ({ doc, text: readFileSync(join(folder, doc), 'utf8') }))
  const names = documents.map(({ doc }) => doc)
  const gold = [...Map.groupBy(names, groupOf).values()]
  console.log(`${basename(folder)}: ${names.length} documents of ${gold.length} events; B³ precision, recall, F1`)
  const { topics, threshold } = topicsOf(documents)
  const found = topics.map(({ docs }) => docs)
  console.log(`  topics                 ${scored(found, gold)}, ${found.length} groups at ${threshold}`)
  const links = plainLinks(documents)
  const plain = THRESHOLDS.map((least) => ({ least, groups: groupsAt(links, least) }))
  const best = plain.toSorted((a, b) => bCubed(b.groups, gold).f1 - bCubed(a.groups, gold).f1)[0]!
  console.log(`  plain TF-IDF, best cut ${scored(best.groups, gold)}, ${best.groups.length} groups at ${best.least}`)
}

/** `24_10ecbplus.txt` tells of the event `24 ecbplus`. */
function groupOf(name: string): string {
  return name.replace(/\.txt$/, '').replace(/_\d+/, ' ')
}

interface Link {
  readonly groups: Groups
  readonly likeness: number
}

/** Raw counts times ln(N / df), cosine, average link: nothing left out, nothing tuned. */
function plainLinks(documents: readonly TextDocument[]): Link[] {
  const counts = documents.map(({ text }) => {
    const tally = new Map<string, number>()
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) tally.set(word, (tally.get(word) ?? 0) + 1)
    return tally
  })
  const among = new Map<string, number>()
  for (const tally of counts) for (const word of tally.keys()) among.set(word, (among.get(word) ?? 0) + 1)
  const vectors = counts.map((tally) => {
    const weighed = [...tally].map(
      ([word, count]) => [word, count * Math.log(counts.length / among.get(word)!)] as const,
    )
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
    return new Map(weighed.map(([word, weight]) => [word, weight / length]))
  })
  const cosine = vectors.map((a) =>
    vectors.map((b) => [...a].reduce((sum, [word, w]) => sum + w * (b.get(word) ?? 0), 0)),
  )
  let groups = documents.map((_, index) => [index])
  const links: Link[] = []
  const named = () => groups.map((members) => members.map((index) => documents[index]!.doc))
  links.push({ groups: named(), likeness: Infinity })
  while (groups.length > 1) {
    let best = { a: 0, b: 1, likeness: -Infinity }
    for (let a = 0; a < groups.length; a += 1)
      for (let b = a + 1; b < groups.length; b += 1) {
        const sum = groups[a]!.reduce((all, i) => all + groups[b]!.reduce((some, j) => some + cosine[i]![j]!, 0), 0)
        const likeness = sum / (groups[a]!.length * groups[b]!.length)
        if (likeness > best.likeness) best = { a, b, likeness }
      }
    const joint = [...groups[best.a]!, ...groups[best.b]!]
    groups = [...groups.filter((_, index) => index !== best.a && index !== best.b), joint]
    links.push({ groups: named(), likeness: best.likeness })
  }
  return links
}

function groupsAt(links: readonly Link[], least: number): Groups {
  return links.findLast(({ likeness }) => likeness >= least)!.groups
}

/** Bagga and Baldwin 1998, over documents. */
function bCubed(found: Groups, gold: Groups): { precision: number; recall: number; f1: number } {
  const total = gold.reduce((sum, { length }) => sum + length, 0)
  const share = (of: Groups, against: Groups) => {
    const home = new Map(against.flatMap((docs, index) => docs.map((doc) => [doc, index])))
    return (
      of.reduce((sum, docs) => {
        const parts = [...Map.groupBy(docs, (doc) => home.get(doc)!).values()]
        return sum + parts.reduce((some, { length }) => some + length ** 2 / docs.length, 0)
      }, 0) / total
    )
  }
  const [precision, recall] = [share(found, gold), share(gold, found)]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function scored(found: Groups, gold: Groups): string {
  const { precision, recall, f1 } = bCubed(found, gold)
  return [precision, recall, f1].map((one) => one.toFixed(3)).join(' ')
}
