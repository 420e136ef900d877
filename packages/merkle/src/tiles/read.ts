// Hashes read out of whole tiles, each of which is fetched once.
import type { Nodes } from './proofs.ts'
import { TILE_WIDTH, tileWidth } from './paths.ts'

/** The bytes of a tile: `width` hashes, or more when a wider version of it was at hand. */
export type TileReader = (level: number, index: number, width: number) => Uint8Array | Promise<Uint8Array>

/**
 * The hashes of a tree of `size` whose tiles `read` gives, `hashLength` bytes each; it remembers the tiles it has read.
 * A tile that is too short rejects with a RangeError: what is on disk or came over the wire is not the tree it claims.
 */
export function nodesFromTiles(size: number, hashLength: number, read: TileReader): Nodes {
  const tiles = new Map<string, Promise<Uint8Array>>()
  return async (level, index) => {
    const tile = Math.floor(index / TILE_WIDTH)
    const key = `${level}/${tile}`
    const width = tileWidth(level, tile, size)
    let bytes = tiles.get(key)
    if (bytes === undefined) {
      bytes = Promise.resolve(read(level, tile, width))
      tiles.set(key, bytes)
    }
    const from = (index - tile * TILE_WIDTH) * hashLength
    const hash = (await bytes).subarray(from, from + hashLength)
    if (hash.length !== hashLength) throw new RangeError(`tile ${key} ends before its hash ${index % TILE_WIDTH}`)
    return hash
  }
}
