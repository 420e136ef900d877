// The key check against an independent implementation of the curve.
import { ed25519 } from '@noble/curves/ed25519.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusedKey } from './index.ts'
import { unhex } from './testing/crypto.ts'

const P = 2n ** 255n - 19n
/** 32 bytes, little-endian, with the sign of x in the top bit. */
function key(y: bigint, isNegative = false): Uint8Array {
  const bytes = Uint8Array.from({ length: 32 }, (_, at) => Number((y >> BigInt(8 * at)) & 255n))
  if (isNegative) bytes[31]! |= 0x80
  return bytes
}

/** The y-coordinates of the four points of order 8 are ± these two. */
const ORDER_8 = [
  unhex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'),
  unhex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'),
]

describe('the check of an Ed25519 key', () => {
  it('takes every key that a program derives from a seed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        expect(refusedKey(ed25519.getPublicKey(seed))).toBeNull()
      }),
      { numRuns: 25 },
    )
  })

  it('refuses the points of order 1, 2, 4 and 8, whatever the sign of their x', () => {
    for (const bytes of [key(1n), key(P - 1n), key(0n), key(0n, true), ...ORDER_8]) {
      expect(refusedKey(bytes)).toMatch(/low order, under which/)
    }
    for (const bytes of ORDER_8) {
      bytes[31]! |= 0x80
      expect(refusedKey(bytes)).toMatch(/low order, under which/)
    }
  })

  it('refuses coordinates that are not below the prime, all nineteen of them, with either sign', () => {
    for (let y = P; y < 2n ** 255n; y++) {
      expect(refusedKey(key(y))).toMatch(/canonical/)
      expect(refusedKey(key(y, true))).toMatch(/canonical/)
    }
  })

  it('refuses a zero that is marked as negative', () => {
    expect(refusedKey(key(1n, true))).toMatch(/zero as negative/)
    expect(refusedKey(key(P - 1n, true))).toMatch(/zero as negative/)
  })

  it('refuses an honest key to which a point of low order was added', () => {
    const honest = ed25519.Point.fromBytes(ed25519.getPublicKey(new Uint8Array(32).fill(7)))
    for (const low of ORDER_8) {
      const mixed = honest.add(ed25519.Point.fromBytes(low, true))
      expect(refusedKey(mixed.toBytes())).toMatch(/part of low order/)
    }
  })

  it('refuses what is no point, and what has another length', () => {
    expect(refusedKey(key(2n))).toBe('is not a point of the curve')
    expect(refusedKey(new Uint8Array(31))).toBe('has 31 bytes, not 32')
    expect(refusedKey(new Uint8Array(0))).toBe('has 0 bytes, not 32')
  })

  it('takes of all byte strings just those that the strict reader of another implementation takes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        let isSound = true
        try {
          const point = ed25519.Point.fromBytes(bytes, false)
          isSound = point.isTorsionFree() && !point.isSmallOrder()
        } catch {
          isSound = false
        }
        expect(refusedKey(bytes) === null).toBe(isSound)
      }),
      { numRuns: 60 },
    )
  })
})
