// Which texts are nearly the same: every pair of them, or enough to tie them together, found through shared shingles.
import { Components } from './components.ts'
import { SHINGLE_BITS, sharedOnly, sharedShingles, shinglesOf, type Shingles } from './shingles.ts'

/** Texts are nearly the same where either is reached. */
export interface Thresholds {
  /** Of all shingles of both, the share that both have. */
  readonly jaccard: number
  /** Of the shingles of the shorter, the share that the longer has too. */
  readonly containment: number
  /** Shingles below which a text has too few words for its being contained to mean anything. */
  readonly shortest: number
}

/**
 * Every fifth shingle of both, or half of the shorter text. Copies from which a fifth of the words were replaced still
 * share a third of their shingles on either side, which is a Jaccard of 0.2; texts of different authors about one event
 * stay below 0.05.
 */
export const THRESHOLDS: Thresholds = { jaccard: 0.2, containment: 0.5, shortest: 8 }

/** exact: nothing is missed. banded: bottom-k MinHash, one row a band; it misses less than one pair in a million. */
export type Method = 'exact' | 'banded'

/** Up to so many texts the exact search is as quick; beyond, a phrase that all of them share would make it slow. */
export const EXACT_UP_TO = 10_000

export interface NearPair {
  /** Places in the list of texts; `a` stands first. */
  readonly a: number
  readonly b: number
  readonly jaccard: number
  readonly containment: number
}

/** MinHash takes the least of a text's shingles: these many. */
const BANDS = 128
/** Of these, the ones that most texts share are not looked up. */
const BANDS_LEFT_OUT = 16
/** A pair at the thresholds shares some forty bands; one that shares fewer than these is not held against each other. */
const FEWEST_BANDS = 3
/** A text with fewer shingles is searched exactly in either way. */
const FEWEST_FOR_BANDS = 192
/** To tie texts together, so many of the next longer ones with a shingle are looked at: longer ones are tied through these. */
const MOST_OF_A_BUCKET = 64
const MOST_BUCKET_BITS = 24
const BUCKETS = 2 ** MOST_BUCKET_BITS

export interface Search {
  readonly thresholds?: Thresholds
  /** Chosen by the number of texts unless it is given. */
  readonly method?: Method
}

/** Every pair of near-duplicates, in the order of the list. */
export function nearPairs(texts: readonly string[], search: Search = {}): NearPair[] {
  return pairsAmong(texts, search, null)
}

/**
 * Pairs of near-duplicates, enough to tie together what all of them would: of texts that hang together already none is held
 * against another. So many copies of one text take no more time than many texts.
 */
export function nearTies(texts: readonly string[], search: Search = {}): NearPair[] {
  const distinct = [...Map.groupBy(texts.keys(), (index) => texts[index]!).values()]
  const firsts = distinct.map(([first]) => first!)
  const same = distinct.flatMap(([first, ...others]) =>
    // A text without words is like none.
    /[\p{L}\p{N}]/u.test(texts[first!]!)
      ? others.map((other): NearPair => ({ a: first!, b: other, jaccard: 1, containment: 1 }))
      : [],
  )
  const near = pairsAmong(
    firsts.map((first) => texts[first]!),
    { method: methodFor(texts.length), ...search },
    new Components(firsts.length),
  )
  return inOrder([...same, ...near.map((pair) => ({ ...pair, a: firsts[pair.a]!, b: firsts[pair.b]! }))])
}

function methodFor(count: number): Method {
  return count <= EXACT_UP_TO ? 'exact' : 'banded'
}

function inOrder(pairs: readonly NearPair[]): NearPair[] {
  return pairs.toSorted((one, other) => one.a - other.a || one.b - other.b)
}

/** All pairs, or where `tied` keeps what hangs together, those that tie something new to something. */
function pairsAmong(
  texts: readonly string[],
  { thresholds = THRESHOLDS, method = methodFor(texts.length) }: Search,
  tied: Components | null,
): NearPair[] {
  const every = shinglesOf(texts)
  const size = Uint32Array.from(texts, (_, index) => every.from[index + 1]! - every.from[index]!)
  const bars = Float64Array.from(texts, (_, text) => barOf(every, text, method))
  const shingles = sharedOnly(every)
  const bySize = Uint32Array.from(texts.keys()).toSorted((a, b) => size[a]! - size[b]! || a - b)
  const index = indexOf(shingles, bySize)
  const pairs: NearPair[] = []
  const hits = new Uint16Array(texts.length)
  for (const [rank, one] of bySize.entries()) {
    if (size[one] === 0) continue
    const probes = probesOf(shingles, one, index, bars[one]!, Math.ceil(leastShare(thresholds) * size[one]! - 1e-6))
    const candidates: number[] = []
    let isCut = false
    for (const bucket of probes.buckets) {
      // Texts stand in a bucket by size, so the longer ones come last.
      const [first, end] = [above(index, bucket, rank), index.first[bucket + 1]!]
      const last = tied === null ? end : Math.min(end, first + MOST_OF_A_BUCKET)
      if (last < end) isCut = true
      for (let at = first; at < last; at += 1) {
        const other = bySize[index.ranks[at]!]!
        if (hits[other] === 0) candidates.push(other)
        hits[other]! += 1
      }
    }
    for (const other of candidates) {
      const found = hits[other]!
      hits[other] = 0
      if (tied !== null && tied.rootOf(one) === tied.rootOf(other)) continue
      const enough = probes.whole
        ? found + probes.skipped >= leastShared(size[one]!, size[other]!, thresholds)
        : found >= FEWEST_BANDS
      if (!enough && !isCut) continue
      const pair = pairOf(shingles, size, one, other, thresholds)
      if (!pair) continue
      pairs.push(pair)
      tied?.tie(one, other)
    }
  }
  return inOrder(pairs)
}

/** Where in a bucket the texts of a higher rank begin. */
function above({ first, ranks }: Index, bucket: number, rank: number): number {
  let [low, high] = [first[bucket]!, first[bucket + 1]!]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ranks[middle]! > rank) high = middle
    else low = middle + 1
  }
  return low
}

/** How like each other two of the texts are, or null where they are not near-duplicates. */
function pairOf(
  shingles: Shingles,
  size: Uint32Array,
  one: number,
  other: number,
  { jaccard: least, containment: part, shortest }: Thresholds,
): NearPair | null {
  const smaller = Math.min(size[one]!, size[other]!)
  const shared = sharedShingles(shingles, one, other)
  const jaccard = shared / (size[one]! + size[other]! - shared)
  const containment = shared / smaller
  if (jaccard < least && (containment < part || smaller < shortest)) return null
  return { a: Math.min(one, other), b: Math.max(one, other), jaccard, containment }
}

/** The share of its shingles that the shorter of two near-duplicates has in common at least, however long the other is. */
function leastShare({ jaccard, containment }: Thresholds): number {
  return Math.min(containment, (2 * jaccard) / (1 + jaccard))
}

function leastShared(one: number, other: number, { jaccard, containment }: Thresholds): number {
  // Rounding errors may cost a look, never a pair.
  return Math.min(containment * Math.min(one, other), (jaccard / (1 + jaccard)) * (one + other)) - 1e-6
}

/** For each bucket of shingles the texts with one in it, as ranks by size, rising. */
interface Index {
  readonly first: Uint32Array
  readonly ranks: Uint32Array
  readonly scale: number
}

function indexOf({ values, from }: Shingles, bySize: Uint32Array): Index {
  const bits = Math.min(MOST_BUCKET_BITS, Math.max(8, Math.ceil(Math.log2(values.length + 1))))
  const scale = 2 ** (bits - SHINGLE_BITS)
  const first = new Uint32Array(2 ** bits + 2)
  for (const value of values) first[Math.floor(value * scale) + 2]! += 1
  for (let bucket = 1; bucket < first.length; bucket += 1) first[bucket]! += first[bucket - 1]!
  const ranks = new Uint32Array(values.length)
  // `first` is one bucket ahead while it is filled, and right when it is full.
  for (const [rank, text] of bySize.entries()) {
    for (let at = from[text]!; at < from[text + 1]!; at += 1) {
      const bucket = Math.floor(values[at]! * scale) + 1
      ranks[first[bucket]!] = rank
      first[bucket]! += 1
    }
  }
  return { first, ranks, scale }
}

interface Probes {
  readonly buckets: Iterable<number>
  /** Shingles of the text that are not looked up. */
  readonly skipped: number
  /** Whether all were to choose from, so that what was not looked up can be reckoned with. */
  readonly whole: boolean
}

/** The greatest shingle that is looked up: all of them, or the least by hash that are a text's bands. */
function barOf({ values, from }: Shingles, text: number, method: Method): number {
  const size = from[text + 1]! - from[text]!
  return method === 'exact' || size < FEWEST_FOR_BANDS ? Infinity : values[from[text]! + BANDS - 1]!
}

/**
 * The buckets to look into, the rarest first. Texts that share `least` of a text's shingles share one of those that are
 * left when fewer than that many are left out: so the commonest are (prefix filtering; Chaudhuri and others 2006).
 */
function probesOf({ values, from }: Shingles, text: number, index: Index, bar: number, least: number): Probes {
  const whole = bar === Infinity
  const leftOut = whole ? Math.max(0, least - 1) : BANDS_LEFT_OUT
  let end = from[text + 1]!
  // They are in rising order.
  while (end > from[text]! && values[end - 1]! > bar) end -= 1
  if (end - from[text]! <= leftOut) return { buckets: [], skipped: leftOut, whole }
  // Numbers sort much quicker than by a function: how many are in the bucket, and behind it which bucket it is.
  const sorted = new Float64Array(end - from[text]!)
  for (let at = 0; at < sorted.length; at += 1) {
    const bucket = Math.floor(values[from[text]! + at]! * index.scale)
    sorted[at] = (index.first[bucket + 1]! - index.first[bucket]!) * BUCKETS + bucket
  }
  sorted.sort()
  const buckets = Uint32Array.from(sorted.subarray(0, sorted.length - leftOut), (packed) => packed % BUCKETS)
  return { buckets, skipped: leftOut, whole }
}
