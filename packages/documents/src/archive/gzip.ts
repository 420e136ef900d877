// Unpacks a gzip file, as far as the limits go.
import { gunzipSync } from 'node:zlib'
import type { Limits } from '../limits.ts'
import { Refused } from '../report.ts'

export function gunzip(name: string, bytes: Uint8Array, limits: Limits): Uint8Array {
  try {
    const most = Math.min(limits.unpackedBytes, mostFor(bytes.length, limits))
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw bomb(name)
    throw new Refused(
      'archive-damaged',
      `\`${name}\` is a gzip file that ends or breaks off wrongly`,
      'ask for it again',
    )
  }
}

const FREE = 2 ** 20

/** How much so many packed bytes may unpack to. */
export function mostFor(packed: number, { ratio }: Limits): number {
  return FREE + packed * ratio
}

export function bomb(name: string): Refused {
  return new Refused(
    'archive-bomb',
    `\`${name}\` unpacks to far more than a report has`,
    'ask who sent it what it is for',
  )
}
