// How long many documents take: near-duplicates in both ways, and topics; with memory, and how much of the truth was found.
//
// node packages/corroborate/bench/duplicates.ts [DOCUMENTS]
import { loadavg } from 'node:os'
import { nearPairs, topicsOf, type Method } from '../src/duplicates/index.ts'
import { madeUpNews, type MadeUp } from './made-up.ts'

const DOCUMENTS = 50_000
/** Beyond, the exact way is not worth waiting for. */
const EXACT_IN_THE_BENCH = 10_000

const count = Number(process.argv[2] ?? DOCUMENTS)
const documents = madeUpNews(count)
const characters = documents.reduce((sum, { text }) => sum + text.length, 0)
console.log(
  `${count} documents of ${Math.round(characters / count)} characters; Node ${process.versions.node}, one thread, load ${loadavg()[0]!.toFixed(1)}`,
)
const texts = documents.map(({ text }) => text)
const search = (method: Method) => nearPairs(texts, { method })

const banded = timed('near-duplicates, banded', () => search('banded'))
if (count <= EXACT_IN_THE_BENCH) {
  const exact = timed('near-duplicates, exact', () => search('exact'))
  console.log(`  both ways find the same: ${JSON.stringify(exact) === JSON.stringify(banded) ? 'yes' : 'no'}`)
}
const right = banded.filter(({ a, b }) => documents[a]!.origin === documents[b]!.origin).length
console.log(`  ${banded.length} pairs, ${right} of them copies of one original, directly or not`)

const { topics, threshold } = timed('topics', () => topicsOf(documents))
console.log(`  ${topics.length} topics at ${threshold}; ${bCubed(documents, topics)}`)
console.log(`at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, documents included`)

function timed<T>(what: string, work: () => T): T {
  const began = performance.now()
  const result = work()
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

/** B³ precision and recall of topics against those the documents were made for (Bagga and Baldwin 1998). */
function bCubed(all: readonly MadeUp[], found: readonly { readonly docs: readonly string[] }[]): string {
  const topicOf = new Map(all.map(({ doc, topic }) => [doc, topic]))
  const sizes = Map.groupBy(all, ({ topic }) => topic)
  let [precision, recall] = [0, 0]
  for (const { docs } of found) {
    for (const [topic, members] of Map.groupBy(docs, (doc) => topicOf.get(doc)!)) {
      precision += members.length ** 2 / docs.length
      recall += members.length ** 2 / sizes.get(topic)!.length
    }
  }
  return `B³ precision ${(precision / all.length).toFixed(3)}, recall ${(recall / all.length).toFixed(3)}`
}
