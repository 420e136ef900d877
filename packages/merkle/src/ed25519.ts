// Which Ed25519 public keys are refused: those with a second spelling, off the curve, or outside the group of prime order.
import { isInPrimeGroup, isLowOrder, pointAt, PRIME } from './curve.ts'

const SIGN_BIT = 0x80

/**
 * Why `publicKey` must not be registered or trusted, as the end of a sentence ("the key …"), or null when it may be.
 * Libraries differ on these keys, so that a signature could hold for one verifier and fail for another; and under a
 * key of low order one signature holds for many messages. No honest program makes one.
 */
export function refusedKey(publicKey: Uint8Array): string | null {
  if (publicKey.length !== 32) return `has ${publicKey.length} bytes, not 32`
  const bytes = Uint8Array.from(publicKey)
  const isNegative = (bytes[31]! & SIGN_BIT) !== 0
  bytes[31]! &= ~SIGN_BIT
  const y = bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n)
  if (y >= PRIME) return 'is not in its canonical form: its coordinate is not below the prime'
  const point = pointAt(y)
  if (point === null) return 'is not a point of the curve'
  if (point.X === 0n && isNegative) return 'is not in its canonical form: it marks zero as negative'
  if (isLowOrder(point)) return 'is a point of low order, under which one signature fits many messages'
  if (!isInPrimeGroup(point)) return 'has a part of low order, on which verifiers disagree'
  return null
}
