// What goes over a socket: one request, one answer, each JSON, the answer filled up so that its length tells nothing.
import type { Socket } from 'node:net'

export const MOST_BYTES = 65_536
const PATIENCE_MS = 10_000
/** Longer than the longest answer to the largest question. */
export const BLOCK_BYTES = 4_096

/** JSON with spaces after it, in whole blocks: answers to like questions are of one length, whatever they say. */
export function padded(value: unknown): string {
  const text = JSON.stringify(value)
  const length = new TextEncoder().encode(text).length
  return text + ' '.repeat(Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES - length)
}

/** All that comes over a socket; null where it is too much, too late or cut off. */
export async function wordsOf(socket: Socket, most = MOST_BYTES): Promise<string | null> {
  const late = setTimeout(() => socket.destroy(), PATIENCE_MS)
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of socket) {
      length += (part as Buffer).length
      if (length > most) return null
      parts.push(part as Buffer)
    }
  } catch {
    return null
  } finally {
    clearTimeout(late)
  }
  return Buffer.concat(parts).toString('utf8')
}

export function jsonIn(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}
