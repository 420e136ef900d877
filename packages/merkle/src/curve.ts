// The curve of Ed25519 (RFC 8032 section 5.1) in whole numbers: enough to judge a public key, and for nothing secret.

/** 2^255 − 19. */
export const PRIME = 2n ** 255n - 19n
/** The order of the group that honest keys are in. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n
/** The constant of −x² + y² = 1 + d·x²·y². */
const D = modulo(-121665n * power(121666n, PRIME - 2n))
const ROOT_OF_MINUS_ONE = power(2n, (PRIME - 1n) / 4n)

/** A point in extended coordinates: x = X/Z, y = Y/Z, x·y = T/Z. */
export interface Point {
  readonly X: bigint
  readonly Y: bigint
  readonly Z: bigint
  readonly T: bigint
}

const NEUTRAL: Point = { X: 0n, Y: 1n, Z: 1n, T: 0n }

/** A point with this y, or null when there is none. Of the two it may be either: their orders are the same. */
export function pointAt(y: bigint): Point | null {
  const y2 = modulo(y * y)
  // The denominator is never zero, as −1/d is no square.
  const x2 = modulo((y2 - 1n) * power(modulo(D * y2 + 1n), PRIME - 2n))
  let x = power(x2, (PRIME + 3n) / 8n)
  if (modulo(x * x) !== x2) x = modulo(x * ROOT_OF_MINUS_ONE)
  return modulo(x * x) === x2 ? { X: x, Y: y, Z: 1n, T: modulo(x * y) } : null
}

/** Whether the order of the point divides 8. */
export function isLowOrder(point: Point): boolean {
  return isNeutral(double(double(double(point))))
}

/** Whether the point is in the group of prime order, where every multiple of the base point is. */
export function isInPrimeGroup(point: Point): boolean {
  let sum = NEUTRAL
  for (let bit = ORDER.toString(2).length - 1; bit >= 0; bit--) {
    sum = double(sum)
    if ((ORDER >> BigInt(bit)) & 1n) sum = add(sum, point)
  }
  return isNeutral(sum)
}

function isNeutral({ X, Y, Z }: Point): boolean {
  return X === 0n && Y === Z
}

/** The complete addition of RFC 8032 section 5.1.4: it holds for every two points, the same one twice included. */
function add(one: Point, other: Point): Point {
  const a = (one.Y - one.X) * (other.Y - other.X)
  const b = (one.Y + one.X) * (other.Y + other.X)
  const c = 2n * one.T * modulo(D * other.T)
  const d = 2n * one.Z * other.Z
  const [e, f, g, h] = [modulo(b - a), modulo(d - c), modulo(d + c), modulo(b + a)]
  return { X: modulo(e * f), Y: modulo(g * h), Z: modulo(f * g), T: modulo(e * h) }
}

function double(point: Point): Point {
  return add(point, point)
}

function modulo(value: bigint): bigint {
  const rest = value % PRIME
  return rest < 0n ? rest + PRIME : rest
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let square = base, left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
