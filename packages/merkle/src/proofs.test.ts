// Proofs hold for what they prove and for nothing that differs from it by a bit.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyProofOf,
  inclusionProofOf,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from './index.ts'
import { consistencyRanges, inclusionRanges } from './ranges.ts'
import { flipped, sha256 } from './testing/crypto.ts'

const MOST = 300
const leaves = Array.from({ length: MOST }, (_, at) => leafHash(sha256, Uint8Array.of(at >> 8, at)))

/** Hashes of ranges are shared by so many proofs that each is computed once. */
const hashes = new Map<string, Uint8Array>()
function rangeHash({ from, to }: { readonly from: number; readonly to: number }): Uint8Array {
  if (to - from === 1) return leaves[from]!
  const key = `${from}-${to}`
  const known = hashes.get(key)
  if (known !== undefined) return known
  let width = 1
  while (width * 2 < to - from) width *= 2
  const hash = nodeHash(sha256, rangeHash({ from, to: from + width }), rangeHash({ from: from + width, to }))
  hashes.set(key, hash)
  return hash
}

function inclusion(index: number, size: number): InclusionClaim {
  return {
    index: BigInt(index),
    size: BigInt(size),
    leafHash: leaves[index]!,
    root: rangeHash({ from: 0, to: size }),
    proof: inclusionRanges(index, size).map(rangeHash),
  }
}

function consistency(oldSize: number, newSize: number): ConsistencyClaim {
  return {
    oldSize: BigInt(oldSize),
    newSize: BigInt(newSize),
    oldRoot: rangeHash({ from: 0, to: oldSize }),
    newRoot: rangeHash({ from: 0, to: newSize }),
    proof: consistencyRanges(oldSize, newSize).map(rangeHash),
  }
}

function* flips(proof: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  for (let at = 0; at < proof.length; at++) {
    for (let bit = 0; bit < 256; bit++) yield proof.with(at, flipped(proof[at]!, bit))
  }
}

const sizes = fc
  .integer({ min: 2, max: MOST })
  .chain((size) => fc.tuple(fc.integer({ min: 1, max: size - 1 }), fc.constant(size)))

describe('a proof of inclusion', () => {
  it(`holds for every leaf of every tree up to ${MOST}`, () => {
    const failing: string[] = []
    for (let size = 1; size <= MOST; size++) {
      for (let index = 0; index < size; index++) {
        if (!verifyInclusion(sha256, inclusion(index, size))) failing.push(`leaf ${index} of ${size}`)
      }
    }
    expect(failing).toEqual([])
  })

  it('is the one of the definition', () => {
    for (let size = 1; size <= 20; size++) {
      const list = leaves.slice(0, size)
      for (let index = 0; index < size; index++) {
        expect(inclusionProofOf(sha256, index, list)).toEqual(inclusion(index, size).proof)
        expect(rootOf(sha256, list)).toEqual(inclusion(index, size).root)
      }
    }
  })

  it('fails when any one bit of it, of the leaf or of the root is another', () => {
    for (let size = 1; size <= 7; size++) {
      for (let index = 0; index < size; index++) {
        const claim = inclusion(index, size)
        for (let bit = 0; bit < 256; bit++) {
          expect(verifyInclusion(sha256, { ...claim, leafHash: flipped(claim.leafHash, bit) })).toBe(false)
          expect(verifyInclusion(sha256, { ...claim, root: flipped(claim.root, bit) })).toBe(false)
        }
        for (const proof of flips(claim.proof)) expect(verifyInclusion(sha256, { ...claim, proof })).toBe(false)
      }
    }
  })

  it('fails in larger trees too when a bit of it is another, and so does one of consistency', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(255), ([at, size], which, bit) => {
        const turned = (proof: readonly Uint8Array[]) => {
          const place = which % proof.length
          return proof.with(place, flipped(proof[place]!, bit))
        }
        const within = inclusion(at, size)
        expect(verifyInclusion(sha256, { ...within, proof: turned(within.proof) })).toBe(false)
        const between = consistency(at, size)
        expect(verifyConsistency(sha256, { ...between, proof: turned(between.proof) })).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('fails at another index, with a hash more or less, and with one of another length', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([index, size], at) => {
        const claim = inclusion(index, size)
        const other = BigInt(at % size)
        if (other !== claim.index) expect(verifyInclusion(sha256, { ...claim, index: other })).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, proof: claim.proof.slice(1) })).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, proof: [...claim.proof, claim.root] })).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, proof: [claim.root, ...claim.proof] })).toBe(false)
        const cut = claim.proof.with(at % claim.proof.length, claim.root.slice(1))
        expect(verifyInclusion(sha256, { ...claim, proof: cut })).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, leafHash: new Uint8Array(0) })).toBe(false)
      }),
    )
  })

  it('is refused for sizes that 64 bits do not hold, and for those that are no tree', () => {
    const one = inclusion(0, 1)
    const outside: readonly (readonly [bigint, bigint])[] = [
      [0n, 0n],
      [1n, 1n],
      [-1n, 1n],
      [0n, -1n],
      [0n, 2n ** 64n],
      [2n ** 64n, 2n ** 64n + 1n],
    ]
    for (const [index, size] of outside) expect(verifyInclusion(sha256, { ...one, index, size })).toBe(false)
  })

  it('holds where plain numbers end', () => {
    const last = 2n ** 64n - 1n
    const [leaf, peak] = [leaves[0]!, leaves[1]!]
    // The last leaf of a tree of 2^63 + 1 has one sibling: the perfect tree before it.
    const claim = {
      index: 2n ** 63n,
      size: 2n ** 63n + 1n,
      leafHash: leaf,
      root: nodeHash(sha256, peak, leaf),
      proof: [peak],
    }
    expect(verifyInclusion(sha256, claim)).toBe(true)
    expect(verifyInclusion(sha256, { ...claim, index: last, size: last })).toBe(false)
    expect(verifyInclusion(sha256, { ...claim, index: last - 1n, size: last })).toBe(false)
  })
})

describe('a proof of consistency', () => {
  it(`holds between every two trees up to ${MOST}`, () => {
    const failing: string[] = []
    for (let newSize = 1; newSize <= MOST; newSize++) {
      for (let oldSize = 1; oldSize <= newSize; oldSize++) {
        if (!verifyConsistency(sha256, consistency(oldSize, newSize))) failing.push(`${oldSize} to ${newSize}`)
      }
    }
    expect(failing).toEqual([])
  })

  it('is the one of the definition', () => {
    for (let size = 1; size <= 20; size++) {
      for (let old = 1; old <= size; old++) {
        expect(consistencyProofOf(sha256, old, leaves.slice(0, size))).toEqual(consistency(old, size).proof)
      }
    }
  })

  it('fails when any one bit of it or of a root is another', () => {
    for (let newSize = 1; newSize <= 7; newSize++) {
      for (let oldSize = 1; oldSize <= newSize; oldSize++) {
        const claim = consistency(oldSize, newSize)
        for (let bit = 0; bit < 256; bit++) {
          expect(verifyConsistency(sha256, { ...claim, oldRoot: flipped(claim.oldRoot, bit) })).toBe(false)
          expect(verifyConsistency(sha256, { ...claim, newRoot: flipped(claim.newRoot, bit) })).toBe(false)
        }
        for (const proof of flips(claim.proof)) expect(verifyConsistency(sha256, { ...claim, proof })).toBe(false)
      }
    }
  })

  it('fails between other sizes, with a hash more or less, with the roots swapped, and backwards', () => {
    fc.assert(
      fc.property(sizes, ([oldSize, newSize]) => {
        const claim = consistency(oldSize, newSize)
        const { proof, oldRoot, newRoot } = claim
        const wrong: Partial<ConsistencyClaim>[] = [
          { oldSize: claim.oldSize - 1n },
          { oldSize: claim.oldSize ^ 2n },
          { newSize: claim.newSize * 2n },
          { newSize: claim.newSize / 2n },
          { oldSize: claim.newSize, newSize: claim.oldSize },
          { oldRoot: newRoot, newRoot: oldRoot },
          { oldRoot: newRoot.slice(1) },
          { proof: [] },
          { proof: proof.slice(0, -1) },
          { proof: [...proof, newRoot] },
          { proof: [oldRoot, ...proof] },
          { proof: [proof[0]!, ...proof] },
          { proof: [...proof, new Uint8Array(0)] },
        ]
        for (const change of wrong) expect(verifyConsistency(sha256, { ...claim, ...change })).toBe(false)
      }),
    )
  })

  it('between equal trees is the sameness of their roots, and empty', () => {
    const [one, two] = [leaves[0]!, leaves[1]!]
    const claim = { oldSize: 1n, newSize: 1n, oldRoot: one, newRoot: one, proof: [] }
    expect(verifyConsistency(sha256, claim)).toBe(true)
    expect(verifyConsistency(sha256, { ...claim, newRoot: two })).toBe(false)
    expect(verifyConsistency(sha256, { ...claim, proof: [two] })).toBe(false)
  })

  it('cannot be given from the empty tree, nor outside 64 bits', () => {
    const root = leaves[0]!
    const claim = { oldSize: 0n, newSize: 1n, oldRoot: sha256(new Uint8Array(0)), newRoot: root, proof: [] }
    expect(verifyConsistency(sha256, claim)).toBe(false)
    const same = { ...claim, oldRoot: root }
    expect(verifyConsistency(sha256, { ...same, oldSize: 2n ** 64n, newSize: 2n ** 64n })).toBe(false)
    expect(verifyConsistency(sha256, { ...same, oldSize: -1n, newSize: -1n })).toBe(false)
  })
})
