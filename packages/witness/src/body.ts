// Reading what a stranger sends, up to a limit.

/** The whole body; `too-large` beyond `most` bytes, of which no more are read; null when it broke off. */
export async function bodyUpTo(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array | 'too-large' | null> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of body ?? []) {
      length += part.length
      if (length > most) return 'too-large'
      parts.push(part)
    }
  } catch {
    return null
  }
  return Buffer.concat(parts)
}
