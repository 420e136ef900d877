// Bundles of entries (tlog-tiles): each entry after its length in two bytes, big-endian, again and again.
import { joinBytes } from '../bytes.ts'
import { parsed, refused, type Parsed } from '../result.ts'
import { TILE_WIDTH } from './paths.ts'

/** What two bytes of length allow. */
export const MOST_ENTRY_BYTES = 65_535

const LENGTH_BYTES = 2
const HELP = 'get the bundle again from the log; if it stays so, the log is damaged'

/** One entry as it stands in a bundle. Throws a RangeError for one that is too long. */
export function bundled(entry: Uint8Array): Uint8Array {
  if (entry.length > MOST_ENTRY_BYTES) throw new RangeError(`an entry has at most ${MOST_ENTRY_BYTES} bytes`)
  return joinBytes(Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry)
}

/** How many bytes of a bundle an entry takes. */
export function bundledLength(entry: Uint8Array): number {
  return LENGTH_BYTES + entry.length
}

export interface BundledEntry {
  /** Shares the memory of the bundle. */
  readonly bytes: Uint8Array
  /** Where its length stands in the bundle. */
  readonly start: number
  /** Where the next one begins. */
  readonly end: number
}

/** The entry whose length stands at `start`; null where the bundle ends within it. */
export function entryAt(bundle: Uint8Array, start: number): BundledEntry | null {
  const from = start + LENGTH_BYTES
  if (from > bundle.length) return null
  const end = from + bundle[start]! * 256 + bundle[start + 1]!
  return end > bundle.length ? null : { bytes: bundle.subarray(from, end), start, end }
}

/** The entries of a bundle, exactly `width` of them and nothing after. They share the memory of `bytes`. */
export function parseBundle(bytes: Uint8Array, width: number): Parsed<readonly Uint8Array[], 'malformed'> {
  if (width < 1 || width > TILE_WIDTH) throw new RangeError(`no bundle is ${width} wide`)
  const entries: Uint8Array[] = []
  let at = 0
  while (entries.length < width) {
    const entry = entryAt(bytes, at)
    if (entry === null) return refused('malformed', `the bundle ends within its entry ${entries.length}`, HELP)
    entries.push(entry.bytes)
    at = entry.end
  }
  if (at < bytes.length) return refused('malformed', `the bundle goes on after its ${width} entries`, HELP)
  return parsed(entries)
}
