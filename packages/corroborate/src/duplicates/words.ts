// The words of a text, folded, where each stands, and a number for each that is the same on every machine.

/** Words in the order in which they stand; offsets in UTF-16 units of the text as it is. */
export interface Words {
  readonly count: number
  /** Two independent 32-bit numbers of each word. */
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly start: Uint32Array
  readonly end: Uint32Array
}

const LETTER = /[\p{L}\p{N}\p{M}]/u
const LAST_PLAIN = 0x7f
const UNKNOWN = 0
const APART = 1
const PART_OF_WORD = 2

/** Worked out once for each UTF-16 unit; halves of pairs count as letters, since scripts beyond the first plane have them. */
const classes = new Uint8Array(0x1_0000)
for (let unit = 0; unit <= LAST_PLAIN; unit += 1) classes[unit] = classOf(unit)

function classOf(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff
  return isHalf || LETTER.test(String.fromCharCode(unit)) ? PART_OF_WORD : APART
}

/** Lower case without a change of length, so that offsets stay; letters without such a lower case stay as they are. */
const lowered = new Uint16Array(0x1_0000)
for (let unit = 0; unit <= LAST_PLAIN; unit += 1) lowered[unit] = lowerOf(unit)

function lowerOf(unit: number): number {
  const lower = String.fromCharCode(unit).normalize('NFKC').toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : unit
}

/**
 * The words of a text. Case, width and all that is neither letter nor number are set aside; `letters` is how many of each
 * word's UTF-16 units are looked at, so that its endings may be set aside as well.
 */
export function wordsOf(text: string, letters = Infinity): Words {
  const most = (text.length >> 1) + 1
  const [low, high] = [new Uint32Array(most), new Uint32Array(most)]
  const [start, end] = [new Uint32Array(most), new Uint32Array(most)]
  let count = 0
  let inside = false
  let [a, b] = [0, 0]
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0
    if (classes[unit] === UNKNOWN) {
      classes[unit] = classOf(unit)
      lowered[unit] = lowerOf(unit)
    }
    if (classes[unit] === PART_OF_WORD) {
      if (!inside) {
        inside = true
        start[count] = at
        // The offset bases of FNV-1a and of its mirror image; any two seeds would do, as long as they stay.
        ;[a, b] = [0x811c9dc5, 0x5c9d1c81]
      }
      if (at - start[count]! >= letters) continue
      a = Math.imul(a ^ lowered[unit]!, 0x01000193)
      b = Math.imul(b ^ lowered[unit]!, 0x5bd1e995)
      b ^= b >>> 15
    } else if (inside) {
      inside = false
      end[count] = at
      low[count] = finished(a)
      high[count] = finished(b)
      count += 1
    }
  }
  return { count, low, high, start, end }
}

/** The last step of MurmurHash3, which spreads every bit over all of them. */
export function finished(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
