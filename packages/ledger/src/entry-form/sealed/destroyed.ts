// The list of what was destroyed, in lines: written before the key is overwritten, so that a start can finish the work.

export interface Destroyed {
  readonly index: number
  readonly reason: string
}

export function destroyedLine({ index, reason }: Destroyed): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ index, reason })}\n`)
}

export interface DestroyedList {
  readonly entries: readonly Destroyed[]
  /** Bytes up to the end of the last line that is whole: what follows was never acknowledged. */
  readonly length: number
}

/** Null where a line is damaged that others follow: that is no write cut short. */
export function readDestroyed(bytes: Uint8Array): DestroyedList | null {
  const entries: Destroyed[] = []
  let length = 0
  let isBroken = false
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from)
    const line = end < 0 ? null : lineOrNull(bytes.subarray(from, end))
    if (line !== null && isBroken) return null
    if (line === null) isBroken = true
    else {
      entries.push(line)
      length = end + 1
    }
    from = end < 0 ? bytes.length : end + 1
  }
  return { entries, length }
}

function lineOrNull(bytes: Uint8Array): Destroyed | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  try {
    const { index, reason } = JSON.parse(text) as Destroyed
    return JSON.stringify({ index, reason }) === text && Number.isSafeInteger(index) ? { index, reason } : null
  } catch {
    return null
  }
}
