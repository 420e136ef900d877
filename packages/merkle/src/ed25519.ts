// Which Ed25519 public keys are refused: those with a second spelling, off the curve, or of low order.

/** 2^255 − 19. */
const P = 2n ** 255n - 19n
/** The constant of the curve −x² + y² = 1 + d·x²·y² (RFC 8032 section 5.1). */
const D = modulo(-121665n * power(121666n, P - 2n))
const SIGN_BIT = 0x80

/**
 * Why `publicKey` must not be registered or trusted, as the end of a sentence ("the key …"), or null when it may be.
 * Libraries differ on these keys, so that a signature could hold for one verifier and fail for another; and under a
 * key of low order one signature holds for many messages.
 */
export function refusedKey(publicKey: Uint8Array): string | null {
  if (publicKey.length !== 32) return `has ${publicKey.length} bytes, not 32`
  const bytes = Uint8Array.from(publicKey)
  const isNegative = (bytes[31]! & SIGN_BIT) !== 0
  bytes[31]! &= ~SIGN_BIT
  const y = bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n)
  if (y >= P) return 'is not in its canonical form: its coordinate is not below the prime'
  const x2 = xSquared(y)
  if (x2 === 0n && isNegative) return 'is not in its canonical form: it marks zero as negative'
  if (!isSquare(x2)) return 'is not a point of the curve'
  if (isLowOrder(x2, y)) return 'is a point of low order, under which one signature fits many messages'
  return null
}

/** (y² − 1) / (d·y² + 1). The denominator is never zero, as −1/d is no square. */
function xSquared(y: bigint): bigint {
  const y2 = modulo(y * y)
  return modulo((y2 - 1n) * power(modulo(D * y2 + 1n), P - 2n))
}

/** Euler's criterion. */
function isSquare(value: bigint): boolean {
  return value === 0n || power(value, (P - 1n) / 2n) === 1n
}

/**
 * Whether the point has order 1, 2, 4 or 8, from x² and y alone: x = 0 (orders 1 and 2), y = 0 (order 4), or a double
 * of order 4, whose y-coordinate (y² + x²) / (1 − d·x²·y²) is zero.
 */
function isLowOrder(x2: bigint, y: bigint): boolean {
  return x2 === 0n || y === 0n || modulo(y * y + x2) === 0n
}

function modulo(value: bigint): bigint {
  const rest = value % P
  return rest < 0n ? rest + P : rest
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let square = base, left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % P
    square = (square * square) % P
  }
  return result
}
