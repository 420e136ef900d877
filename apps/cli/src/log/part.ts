// A stretch of bundles, checked: leaf hashes against their tiles, the form of every entry, its author's signature.
import { nodeCrypto } from '@trucekeeper/keys'
import { leafHash, readEntry, rootOf, TILE_WIDTH, tilePath } from '@trucekeeper/merkle'
import { bundleAt, fileAt } from './files.ts'

export interface PartAsked {
  readonly folder: string
  /** The origin of the log, for which every entry was made. */
  readonly origin: string
  /** Entries in the whole log. */
  readonly size: number
  /** Bundles from the first up to, not including, the last. */
  readonly from: number
  readonly to: number
  /** Public keys of authors by their ids. */
  readonly authors: ReadonlyMap<string, Uint8Array>
}

export interface Fault {
  readonly index: number
  readonly what: string
}

export interface PartDone {
  /** The root over each bundle, side by side. */
  readonly roots: Uint8Array
  /** Bundles or entries that are not what they should be; the first few. */
  readonly faults: readonly Fault[]
  readonly faultCount: number
  readonly tileFaults: readonly string[]
  /** Entries whose author's signature holds, by the id of the key, with the first and the last index. */
  readonly signed: ReadonlyMap<string, Signed>
  /** Entries by keys that the log does not register. */
  readonly unregistered: number
}

export interface Signed {
  readonly count: number
  readonly first: number
  readonly last: number
}

/** More would only be scrolled past. */
const MOST_TOLD = 20
const HASH_BYTES = 32

export async function checkPart({ folder, origin, size, from, to, authors }: PartAsked): Promise<PartDone> {
  const roots = new Uint8Array((to - from) * HASH_BYTES)
  const faults: Fault[] = []
  const tileFaults: string[] = []
  const signed = new Map<string, { count: number; first: number; last: number }>()
  let [faultCount, unregistered] = [0, 0]
  const fault = (index: number, what: string) => {
    faultCount += 1
    if (faults.length < MOST_TOLD) faults.push({ index, what })
  }
  for (let number = from; number < to; number++) {
    const first = number * TILE_WIDTH
    const bundle = await bundleAt(folder, number, size)
    if (!bundle.ok) {
      fault(first, bundle.message)
      continue
    }
    const hashes: Uint8Array[] = []
    for (const [at, bytes] of bundle.value.entries()) {
      hashes.push(leafHash(nodeCrypto.hash, bytes))
      const entry = readEntry(bytes)
      if (entry === null || entry.agreement === null || entry.author === null) {
        fault(first + at, 'is no entry in its canonical form')
        continue
      }
      if (entry.agreement !== origin) fault(first + at, `was made for another log, \`${entry.agreement}\``)
      const publicKey = authors.get(entry.author)
      if (publicKey === undefined) unregistered += 1
      else if (!nodeCrypto.verify(publicKey, entry.signed, entry.sig))
        fault(first + at, 'has an author’s signature that does not hold')
      else {
        const known = signed.get(entry.author) ?? { count: 0, first: first + at, last: 0 }
        signed.set(entry.author, { count: known.count + 1, first: known.first, last: first + at })
      }
    }
    roots.set(rootOf(nodeCrypto.hash, hashes), (number - from) * HASH_BYTES)
    const tile = await fileAt(folder, tilePath(0, number), tilePath(0, number, hashes.length))
    if (tile === null || Buffer.compare(tile.subarray(0, hashes.length * HASH_BYTES), Buffer.concat(hashes)) !== 0)
      tileFaults.push(tilePath(0, number))
  }
  return { roots, faults, faultCount, tileFaults: tileFaults.slice(0, MOST_TOLD), signed, unregistered }
}
