// The characters of marked-up bytes: by their byte order mark, by what they declare, or else UTF-8.

const DECLARED =
  /^[^>]{0,200}?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i
/** Where HTML has to declare it, and some more. */
const HEAD = 2048

export function decodeMarkup(bytes: Uint8Array, charset?: string): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  const utf8 = strictly(bytes)
  if (utf8 !== null && charset === undefined) return utf8
  const found = DECLARED.exec(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1'),
  )
  try {
    return new TextDecoder(charset ?? found?.[1] ?? found?.[2] ?? 'windows-1252').decode(bytes)
  } catch {
    return utf8 ?? new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What is valid UTF-8 with anything beyond ASCII is nothing else. */
function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
