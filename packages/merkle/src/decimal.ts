// Whole numbers as notes write them: plain decimal, one spelling each.

const DECIMAL = /^(0|[1-9]\d{0,19})$/

/** The largest number that 64 bits hold. */
export const UINT64_MAX = 2n ** 64n - 1n

/** The number, or null: no sign, space, leading zero, hex, or anything above `most`. */
export function decimal(text: string, most: bigint = UINT64_MAX): bigint | null {
  // `BigInt('')` is 0n and `BigInt(' 0x5 ')` is 5n, so the form is settled before it is asked.
  if (!DECIMAL.test(text)) return null
  const value = BigInt(text)
  return value <= most ? value : null
}

export function isUint64(value: bigint): boolean {
  return typeof value === 'bigint' && value >= 0n && value <= UINT64_MAX
}
