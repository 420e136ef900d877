// Tiles give the same roots and proofs as the whole list of leaves, and few of them are read for it.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bundled,
  bundlePath,
  compactTreeAt,
  consistencyProof,
  consistencyProofOf,
  EMPTY_TREE,
  inclusionProof,
  inclusionProofOf,
  joinBytes,
  leafHash,
  nodesFromTiles,
  parseBundle,
  parseTilePath,
  rootAt,
  rootOf,
  tilePath,
  tileWidth,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  withLeaf,
  type Hash,
} from '../index.ts'
import { sha256, utf8 } from '../testing/crypto.ts'

describe('the path of a tile', () => {
  it('has three digits in each part, all but the last marked', () => {
    expect(tilePath(0, 1_234_067)).toBe('tile/0/x001/x234/067')
    expect(tilePath(0, 1_234_067, 5)).toBe('tile/0/x001/x234/067.p/5')
    expect(tilePath(2, 0, 1)).toBe('tile/2/000.p/1')
    expect(bundlePath(999)).toBe('tile/entries/999')
    expect(bundlePath(1000, 255)).toBe('tile/entries/x001/000.p/255')
  })

  it.each([
    'tile/0/x1/067',
    'tile/0/67',
    'tile/0/0067',
    'tile/00/067',
    'tile/64/067',
    'tile/-1/067',
    'tile/0/001/067',
    'tile/0/x001/x067',
    'tile/0/x000/067',
    'tile/0/067.p/0',
    'tile/0/067.p/256',
    'tile/0/067.p/05',
    'tile/0/067.p/',
    'tile/0/067.p',
    'tile/0/067/',
    '/tile/0/067',
    'tile/0/067\n',
    'tile/0/../067',
    'tile/entry/067',
    'tile/0/x999/x999/x999/x999/x999/999',
    '',
  ])('is refused when it is %j', (path) => {
    expect(parseTilePath(path)).toBeNull()
  })

  it('is read as it was written', () => {
    const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const))
    const index = fc.integer({ min: 0, max: 2 ** 45 })
    fc.assert(
      fc.property(level, index, fc.integer({ min: 1, max: 256 }), (at, tile, width) => {
        const path = at === 'entries' ? bundlePath(tile, width) : tilePath(at, tile, width)
        expect(parseTilePath(path)).toEqual({ level: at, index: tile, width })
      }),
    )
  })

  it('is not made for tiles that cannot be', () => {
    expect(() => tilePath(64, 0)).toThrow(RangeError)
    expect(() => tilePath(0, -1)).toThrow(RangeError)
    expect(() => tilePath(0, 0.5)).toThrow(RangeError)
    expect(() => tilePath(0, 0, 0)).toThrow(RangeError)
    expect(() => bundlePath(0, 257)).toThrow(RangeError)
  })
})

describe('the width of a tile', () => {
  it('is that of the example in tlog-tiles', () => {
    const size = 70_000
    expect([0, 272, 273, 274].map((tile) => tileWidth(0, tile, size))).toEqual([256, 256, 112, 0])
    expect([0, 1, 2].map((tile) => tileWidth(1, tile, size))).toEqual([256, 17, 0])
    expect([0, 1].map((tile) => tileWidth(2, tile, size))).toEqual([1, 0])
    expect([tileWidth(0, 0, 256), tileWidth(1, 0, 256)]).toEqual([256, 1])
  })
})

/** Short, so that large trees are quick; proofs of them are checked with the same one. */
const quick: Hash = (bytes) => {
  let [one, two] = [0x811c9dc5, 0x1b873593]
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193)
    two = Math.imul(two ^ byte ^ (one >>> 15), 0x85ebca6b)
  }
  return new Uint8Array(Int32Array.of(one ^ (two >>> 13), two ^ (one >>> 11)).buffer)
}

/** Every tile of a tree, level by level, as a log keeps them; and how many of them were read. */
function logOf(hash: Hash, leaves: readonly Uint8Array[]) {
  const levels = [leaves]
  while (levels.at(-1)!.length >= 256) {
    const below = levels.at(-1)!
    levels.push(
      Array.from({ length: Math.floor(below.length / 256) }, (_, at) =>
        rootOf(hash, below.slice(at * 256, at * 256 + 256)),
      ),
    )
  }
  const length = leaves[0]!.length
  const read: string[] = []
  const nodes = (size: number) =>
    nodesFromTiles(size, length, (level, index, width) => {
      read.push(tilePath(level, index, width))
      return joinBytes(...levels[level]!.slice(index * 256, index * 256 + width))
    })
  return { nodes, read }
}

const leavesOf = (hash: Hash, size: number) =>
  Array.from({ length: size }, (_, at) => leafHash(hash, Uint8Array.of(at >> 16, at >> 8, at)))

describe('what is computed from tiles', () => {
  const leaves = leavesOf(sha256, 1100)
  const log = logOf(sha256, leaves)

  it('is the root at every size around a full tile and a few more', async () => {
    for (const size of [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 767, 1023, 1024, 1025, 1100]) {
      expect(await rootAt(sha256, size, log.nodes(size))).toEqual(rootOf(sha256, leaves.slice(0, size)))
    }
  })

  it('is the proof that the whole list gives', async () => {
    const pairs = fc
      .integer({ min: 1, max: leaves.length })
      .chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)))
    await fc.assert(
      fc.asyncProperty(pairs, async ([at, size]) => {
        const list = leaves.slice(0, size)
        expect(await inclusionProof(sha256, at, size, log.nodes(size))).toEqual(inclusionProofOf(sha256, at, list))
        expect(await consistencyProof(sha256, at, size, log.nodes(size))).toEqual(consistencyProofOf(sha256, at, list))
      }),
      { numRuns: 60 },
    )
  })

  it('holds in a tree with three levels of tiles, and asks for few of them', async () => {
    const large = leavesOf(quick, 70_000)
    const { nodes, read } = logOf(quick, large)
    const [oldSize, size] = [65_791, 70_000]
    const root = await rootAt(quick, size, nodes(size))
    expect(root).toEqual(rootOf(quick, large))
    expect(read.toSorted()).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1'])
    for (const index of [0, 255, 256, 65_535, 65_536, 69_887, 69_999]) {
      read.length = 0
      const proof = await inclusionProof(quick, index, size, nodes(size))
      const leaf = large[index]!
      expect(verifyInclusion(quick, { index: BigInt(index), size: BigInt(size), leafHash: leaf, root, proof })).toBe(
        true,
      )
      expect(read.length).toBeLessThanOrEqual(5)
    }
    const proof = await consistencyProof(quick, oldSize, size, nodes(size))
    const oldRoot = await rootAt(quick, oldSize, nodes(oldSize))
    expect(
      verifyConsistency(quick, { oldSize: BigInt(oldSize), newSize: BigInt(size), oldRoot, newRoot: root, proof }),
    ).toBe(true)
  })

  it('is a tree that grows on as the one that was built leaf by leaf', async () => {
    let built = EMPTY_TREE
    for (const [size, leaf] of leaves.entries()) {
      if ([0, 1, 255, 256, 257, 700, 1099].includes(size)) {
        const taken = await compactTreeAt(sha256, size, log.nodes(size))
        expect(taken).toEqual(built)
        expect(treeRoot(sha256, withLeaf(sha256, taken, leaf))).toEqual(rootOf(sha256, leaves.slice(0, size + 1)))
      }
      built = withLeaf(sha256, built, leaf)
    }
  })

  it('is refused for leaves and sizes that are not there', async () => {
    const nodes = log.nodes(8)
    await expect(inclusionProof(sha256, 8, 8, nodes)).rejects.toThrow(RangeError)
    await expect(inclusionProof(sha256, -1, 8, nodes)).rejects.toThrow(RangeError)
    await expect(consistencyProof(sha256, 9, 8, nodes)).rejects.toThrow(RangeError)
    await expect(rootAt(sha256, 0.5, nodes)).rejects.toThrow(RangeError)
    expect(() => inclusionProofOf(sha256, 3, leaves.slice(0, 3))).toThrow(RangeError)
    expect(() => consistencyProofOf(sha256, 4, leaves.slice(0, 3))).toThrow(RangeError)
  })

  it('does not come of a tile that is cut short', async () => {
    const cut = nodesFromTiles(300, 32, () => new Uint8Array(32 * 43 + 31))
    await expect(rootAt(sha256, 300, cut)).rejects.toThrow(/ends before its hash 43/)
  })
})

describe('a bundle of entries', () => {
  const entries = ['', 'a', 'bc'].map(utf8)
  const bundle = joinBytes(...entries.map(bundled))

  it('has the length of each in two bytes before it', () => {
    expect([...bundle]).toEqual([0, 0, 0, 1, 97, 0, 2, 98, 99])
    expect(parseBundle(bundle, 3)).toEqual({ ok: true, value: entries })
    expect(bundled(new Uint8Array(65_535)).slice(0, 2)).toEqual(Uint8Array.of(255, 255))
    expect(() => bundled(new Uint8Array(65_536))).toThrow(RangeError)
  })

  it('begins with the bundle that it was when it held fewer', () => {
    expect(parseBundle(bundle.slice(0, 5), 2)).toEqual({ ok: true, value: entries.slice(0, 2) })
  })

  it('is refused when it is cut anywhere or goes on', () => {
    for (let end = 0; end < bundle.length; end++) {
      expect(parseBundle(bundle.slice(0, end), 3)).toMatchObject({ ok: false, reason: 'malformed' })
    }
    expect(parseBundle(bundle, 2)).toMatchObject({ ok: false })
    expect(parseBundle(joinBytes(bundle, Uint8Array.of(0)), 3)).toMatchObject({ ok: false })
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 }), (any) => {
        expect(parseBundle(joinBytes(...any.map(bundled)), any.length)).toEqual({ ok: true, value: any })
      }),
      { numRuns: 20 },
    )
  })
})
