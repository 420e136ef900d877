// Base64 with one spelling for each byte string: padded (RFC 4648 section 4) for notes, URL-safe and bare for entries.

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The value of each ASCII character in an alphabet, -1 where it has none. */
function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1)
  for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value
  return values
}
const STANDARD_VALUES = valuesOf(STANDARD)
const URL_SAFE_VALUES = valuesOf(URL_SAFE)

/** RFC 4648 section 4, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  const digits = encode(bytes, STANDARD)
  return digits.padEnd(Math.ceil(digits.length / 4) * 4, '=')
}

/** The bytes, or null for anything that `encodeBase64` would not have written: no line breaks, no missing padding. */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return decode(text.slice(0, text.length - padding), STANDARD_VALUES)
}

/** RFC 4648 section 5 without padding, as RFC 7515 and RFC 9901 use it. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE)
}

/** The bytes, or null for anything that `encodeBase64Url` would not have written. */
export function decodeBase64Url(text: string): Uint8Array | null {
  return decode(text, URL_SAFE_VALUES)
}

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += alphabet[(held >> bits) & 63]
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + alphabet[(held << (6 - bits)) & 63]
}

function decode(digits: string, values: Int8Array): Uint8Array | null {
  if (digits.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8))
  let held = 0
  let bits = 0
  let at = 0
  for (let place = 0; place < digits.length; place++) {
    const value = values[digits.charCodeAt(place)] ?? -1
    if (value < 0) return null
    held = ((held << 6) | value) & 0x3fff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 0xff
    }
  }
  // Bits left over in the last digit must be zero, else two texts would stand for the same bytes.
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null
}
