// The shape of the tree, seen through a hash that hides nothing; the RFC's own constants are in the Node suite.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_TREE, leafHash, nodeHash, rootOf, treeRoot, withLeaf, type CompactTree, type Hash } from './index.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const bytes = (text: string) => new TextEncoder().encode(text)

/** Writes down what it was asked to hash, so that two trees of different shape can never give one root. */
const plain: Hash = (input) => bytes(`(${text(input)})`.replace('\u0000', 'leaf ').replace('\u0001', 'node '))

function grown(leaves: readonly Uint8Array[]): CompactTree {
  return leaves.reduce((tree, leaf) => withLeaf(plain, tree, leaf), EMPTY_TREE)
}

describe('the tree', () => {
  it('marks leaves and nodes apart', () => {
    expect(text(leafHash(plain, bytes('a')))).toBe('(leaf a)')
    expect(text(nodeHash(plain, bytes('a'), bytes('b')))).toBe('(node ab)')
  })

  it('gives an empty list the hash of nothing and one leaf itself', () => {
    expect(text(rootOf(plain, []))).toBe('()')
    expect(text(rootOf(plain, [bytes('a')]))).toBe('a')
  })

  it('puts the largest power of two that is smaller than the whole on the left', () => {
    const leaves = [...'abcdefg'].map(bytes)
    expect(text(rootOf(plain, leaves))).toBe('(node (node (node ab)(node cd))(node (node ef)g))')
  })
})

describe('the compact tree', () => {
  it('has the root of the whole list at every size', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 70 }), (words) => {
        const leaves = words.map(bytes)
        expect(text(treeRoot(plain, grown(leaves)))).toBe(text(rootOf(plain, leaves)))
      }),
    )
  })

  it('holds one peak for each 1 in the binary form of its size', () => {
    for (let size = 0; size < 130; size++) {
      const { peaks } = grown(Array.from({ length: size }, (_, at) => bytes(`${at};`)))
      expect(peaks).toHaveLength([...size.toString(2)].filter((digit) => digit === '1').length)
    }
  })

  it('leaves an earlier tree as it was when a later one grows from it', () => {
    const three = grown([...'abc'].map(bytes))
    const before = text(treeRoot(plain, three))
    withLeaf(plain, withLeaf(plain, three, bytes('x')), bytes('y'))
    expect(text(treeRoot(plain, three))).toBe(before)
  })

  it('goes on counting where 32-bit arithmetic ends', () => {
    const huge: CompactTree = { size: 2 ** 40, peaks: [bytes('P')] }
    const next = withLeaf(plain, withLeaf(plain, huge, bytes('a')), bytes('b'))
    expect(next.size).toBe(2 ** 40 + 2)
    expect(text(treeRoot(plain, next))).toBe('(node P(node ab))')
  })
})
