// Which texts are nearly the same: every pair of them, found through the shingles they share.
import { SHINGLE_BITS, sharedShingles, shinglesOf, type Shingles } from './shingles.ts'

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
const MOST_BUCKET_BITS = 24
const BUCKETS = 2 ** MOST_BUCKET_BITS

/** Every pair of near-duplicates, in the order of the list. The method is chosen by the number of texts unless it is given. */
export function nearPairs(
  texts: readonly string[],
  {
    thresholds = THRESHOLDS,
    method = texts.length <= EXACT_UP_TO ? 'exact' : 'banded',
  }: { thresholds?: Thresholds; method?: Method } = {},
): NearPair[] {
  const shingles = shinglesOf(texts)
  const size = Uint32Array.from(texts, (_, index) => shingles.from[index + 1]! - shingles.from[index]!)
  const bySize = Uint32Array.from(texts.keys()).toSorted((a, b) => size[a]! - size[b]! || a - b)
  const index = indexOf(shingles, bySize)
  const pairs: NearPair[] = []
  const hits = new Uint16Array(texts.length)
  for (const [rank, one] of bySize.entries()) {
    if (size[one] === 0) continue
    const probes = probesOf(shingles, one, index, method, leastShare(thresholds))
    const candidates: number[] = []
    for (const bucket of probes.buckets) {
      // Texts stand in a bucket by size, so the longer ones come last.
      for (let at = index.first[bucket + 1]! - 1; at >= index.first[bucket]! && index.ranks[at]! > rank; at -= 1) {
        const other = bySize[index.ranks[at]!]!
        if (hits[other] === 0) candidates.push(other)
        hits[other]! += 1
      }
    }
    for (const other of candidates) {
      const found = hits[other]!
      hits[other] = 0
      const enough = probes.whole
        ? found + probes.skipped >= leastShared(size[one]!, size[other]!, thresholds)
        : found >= FEWEST_BANDS
      if (!enough) continue
      const pair = pairOf(shingles, one, other, thresholds)
      if (pair) pairs.push(pair)
    }
  }
  return pairs.toSorted((one, other) => one.a - other.a || one.b - other.b)
}

/** How like each other two of the texts are, or null where they are not near-duplicates. */
function pairOf(
  shingles: Shingles,
  one: number,
  other: number,
  { jaccard: least, containment: part, shortest }: Thresholds,
): NearPair | null {
  const sizes = [one, other].map((index) => shingles.from[index + 1]! - shingles.from[index]!)
  const smaller = Math.min(...sizes)
  const shared = sharedShingles(shingles, one, other)
  const jaccard = shared / (sizes[0]! + sizes[1]! - shared)
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

/**
 * The buckets to look into, the rarest first. Texts that share `share` of a text's shingles share one of those that are
 * left when fewer than that many are left out: so the commonest are (prefix filtering; Chaudhuri and others 2006).
 */
function probesOf({ values, from }: Shingles, text: number, index: Index, method: Method, share: number): Probes {
  const own = values.subarray(from[text]!, from[text + 1]!)
  const whole = method === 'exact' || own.length < FEWEST_FOR_BANDS
  // They are in rising order, so the first are the least.
  const chosen = whole ? own : own.subarray(0, BANDS)
  // Numbers sort much quicker than by a function: how many are in the bucket, and behind it which bucket it is.
  const sorted = chosen
    .map((value) => {
      const bucket = Math.floor(value * index.scale)
      return (index.first[bucket + 1]! - index.first[bucket]!) * BUCKETS + bucket
    })
    .toSorted()
  const leftOut = whole ? Math.max(0, Math.ceil(share * own.length - 1e-6) - 1) : BANDS_LEFT_OUT
  const buckets = Uint32Array.from(sorted.subarray(0, sorted.length - leftOut), (packed) => packed % BUCKETS)
  return { buckets, skipped: leftOut, whole }
}
