// SHA-256 as the system's own library does it, several times faster than in JavaScript.
import { hash as digest } from 'node:crypto'
import type { Hash } from '@trucekeeper/merkle'

export const sha256: Hash = (bytes) => digest('sha256', bytes, 'buffer')

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}
