// The tree with SHA-256 against the constants that transparency logs share.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EMPTY_TREE, leafHash, nodeHash, rootOf, treeRoot, withLeaf, type Hash } from './index.ts'

const sha256: Hash = (input) => createHash('sha256').update(input).digest()
const hex = (input: Uint8Array) => Buffer.from(input).toString('hex')
const unhex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'))

const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('with SHA-256', () => {
  it('has the roots of RFC 6962 for the first nine sizes, built whole and built leaf by leaf', () => {
    const leaves = INPUTS.map((input) => leafHash(sha256, unhex(input)))
    let tree = EMPTY_TREE
    for (const [size, root] of ROOTS.entries()) {
      expect(hex(rootOf(sha256, leaves.slice(0, size)))).toBe(root)
      expect(hex(treeRoot(sha256, tree))).toBe(root)
      if (size < leaves.length) tree = withLeaf(sha256, tree, leaves[size]!)
    }
  })

  it('hashes leaves and nodes as RFC 6962 does', () => {
    expect(hex(leafHash(sha256, Buffer.from('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    )
    expect(hex(nodeHash(sha256, Buffer.from('N123'), Buffer.from('N456')))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    )
  })
})

const VECTORS = new URL('../../../../shared/vectors/merkle/rfc6962-constants.json', import.meta.url)

describe.skipIf(!existsSync(VECTORS))(
  'the shared vectors (skipped where ../shared is not laid beside the project)',
  () => {
    const vectors = existsSync(VECTORS) ? JSON.parse(readFileSync(VECTORS, 'utf8')) : { nodeHashesByLevel: [] }

    it('has every node of the eight-leaf tree', () => {
      const levels: string[][] = vectors.nodeHashesByLevel
      expect(levels).toHaveLength(4)
      let level = INPUTS.map((input) => leafHash(sha256, unhex(input)))
      for (const expected of levels) {
        expect(level.map(hex)).toEqual(expected)
        level = level.flatMap((left, at) =>
          at % 2 === 0 && level[at + 1] ? [nodeHash(sha256, left, level[at + 1]!)] : [],
        )
      }
    })
  },
)
