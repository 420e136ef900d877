// Made-up news: Zipf-like words, topics with words of their own, spun copies, wire paragraphs that several share.

/** The same numbers from 0 to below 1 each time (Park and Miller). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export interface MadeUp {
  readonly doc: string
  readonly text: string
  readonly topic: number
  /** The document it was spun from, or its own number. */
  readonly origin: number
}

const VOCABULARY = 60_000
const WORDS = 400
const WORDS_OF_A_PARAGRAPH = 50
const DOCUMENTS_OF_A_TOPIC = 12
const NAMES_OF_A_TOPIC = 25

/** `count` documents: one in five is a spun copy, one in five carries a wire paragraph that others carry too. */
export function madeUpNews(count: number, seed = 17): MadeUp[] {
  const next = numbersFrom(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const words = Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank))
  // By Zipf's law the chance of rank r is about 1 / (r ln V): the inverse of that distribution is V to a chance.
  const common = () => words[Math.floor(VOCABULARY ** next()) - 1]!
  const topics = Array.from({ length: Math.ceil(count / DOCUMENTS_OF_A_TOPIC) }, () =>
    Array.from({ length: NAMES_OF_A_TOPIC }, () => words[1000 + below(VOCABULARY - 1000)]!),
  )
  const paragraph = (topic: number) =>
    Array.from({ length: WORDS_OF_A_PARAGRAPH }, () =>
      next() < 0.12 ? topics[topic]![below(NAMES_OF_A_TOPIC)]! : common(),
    )
  const wires = topics.map((_, topic) => paragraph(topic))
  const made: { paragraphs: string[][]; topic: number; origin: number }[] = []
  for (let index = 0; index < count; index += 1) {
    const spun = index > 0 && next() < 0.2 ? made[Math.max(0, index - 1 - below(2000))] : undefined
    if (spun) {
      // From one word in twenty to one in six is replaced.
      const share = 0.05 + next() * 0.12
      const paragraphs = spun.paragraphs.map((one) => one.map((word) => (next() < share ? common() : word)))
      made.push({ paragraphs, topic: spun.topic, origin: spun.origin })
      continue
    }
    const topic = below(topics.length)
    const paragraphs = Array.from({ length: WORDS / WORDS_OF_A_PARAGRAPH }, () => paragraph(topic))
    if (next() < 0.25) paragraphs[1 + below(paragraphs.length - 1)] = wires[topic]!
    made.push({ paragraphs, topic, origin: index })
  }
  return made.map(({ paragraphs, topic, origin }, index) => ({
    doc: `made-up-${String(index).padStart(6, '0')}`,
    text: paragraphs.map((one) => one.join(' ')).join('\n'),
    topic,
    origin,
  }))
}

/** Frequent words are short, as they are in every language. */
function wordOf(rank: number): string {
  const letters = 'etaoinshrdlucmfw'
  let word = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / 16)) word += letters[rest % 16]
  return word
}
