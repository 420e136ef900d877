// Signatures of what is sent to a webhook, in the form of the Standard Webhooks specification (1.0).
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Signed {
  readonly id: string
  /** Seconds of Unix time at which it was sent. */
  readonly timestamp: number
  readonly body: string
}

const PREFIX = 'whsec_'
const FEWEST_BYTES = 24
const MOST_BYTES = 64

/** The key in `whsec_` and Base64 of 24 to 64 bytes; null for anything else. */
export function keyIn(secret: string): Buffer | null {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : ''
  const key = Buffer.from(text, 'base64')
  return key.toString('base64') === text && key.length >= FEWEST_BYTES && key.length <= MOST_BYTES ? key : null
}

export function signature(key: Buffer, { id, timestamp, body }: Signed): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

/** What a receiver does: whether one of the signatures in the header is of this key, in constant time. */
export function isSignedBy(key: Buffer, header: string, signed: Signed): boolean {
  const wanted = Buffer.from(signature(key, signed))
  return header.split(' ').some((one) => {
    const given = Buffer.from(one)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}
