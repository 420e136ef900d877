// Bytes as text, or not at all.

const strict = new TextDecoder('utf-8', { fatal: true })

/** UTF-8 text without its byte order mark, or null when the bytes are something else. */
export function utf8Of(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}
