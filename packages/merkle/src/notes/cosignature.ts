// Ed25519 cosignatures (tlog-cosignature, type 0x04): what a witness signs, and when it says it did.
import { joinBytes, utf8 } from '../bytes.ts'

const TIME_LENGTH = 8
const ED25519_LENGTH = 64
/** 2^63 − 1: the text allows no later time. */
const LATEST = 2n ** 63n - 1n

/** The message that a cosignature at `time` (POSIX seconds) over the text of a checkpoint signs. */
export function cosignedMessage(text: string, time: bigint): Uint8Array {
  if (time < 0n || time > LATEST) throw new RangeError(`no cosignature bears the time ${time}`)
  return utf8(`cosignature/v1\ntime ${time}\n${text}`)
}

export interface TimedSignature {
  /** POSIX seconds: when the witness says that this was the largest tree it had seen. */
  readonly time: bigint
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array
}

/** The time and the signature in the bytes of a note signature, or null when they are none. */
export function parseTimedSignature(bytes: Uint8Array): TimedSignature | null {
  if (bytes.length !== TIME_LENGTH + ED25519_LENGTH) return null
  const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  return time > LATEST ? null : { time, signature: bytes.slice(TIME_LENGTH) }
}

/** Time, big-endian, then the signature. */
export function formatTimedSignature({ time, signature }: TimedSignature): Uint8Array {
  const bytes = new Uint8Array(TIME_LENGTH)
  new DataView(bytes.buffer).setBigUint64(0, time)
  return joinBytes(bytes, signature)
}
