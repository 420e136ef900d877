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

/** The entries of a bundle, exactly `width` of them and nothing after. They share the memory of `bytes`. */
export function parseBundle(bytes: Uint8Array, width: number): Parsed<readonly Uint8Array[], 'malformed'> {
  if (width < 1 || width > TILE_WIDTH) throw new RangeError(`no bundle is ${width} wide`)
  const entries: Uint8Array[] = []
  let at = 0
  while (entries.length < width) {
    const from = at + LENGTH_BYTES
    const to = from + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
    if (from > bytes.length || to > bytes.length) {
      return refused('malformed', `the bundle ends within its entry ${entries.length}`, HELP)
    }
    entries.push(bytes.subarray(from, to))
    at = to
  }
  if (at < bytes.length) return refused('malformed', `the bundle goes on after its ${width} entries`, HELP)
  return parsed(entries)
}
