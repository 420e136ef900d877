// The keys of sealed entries in slots of one length, so that one of them can be overwritten where it lies.
import { crc32 } from 'node:zlib'

/** Encrypts under a key that never leaves its keyring: `keyring.sealer(…)` of `@trucekeeper/keys` is one. */
export interface Sealer {
  /** 28 bytes more than were given. */
  seal(plain: Uint8Array, context: Uint8Array): Uint8Array
  /** Null where it is damaged, sealed under another key, or for another context. */
  open(sealed: Uint8Array, context: Uint8Array): Uint8Array | null
}

/** Bytes of a slot: 2 of a mark, 8 of an index, 6 and 4 of where the content lies, 60 of a sealed key, 4 of a check. */
export const SLOT = 84
const MARK = 0x544b
const HEADER = 20

/** Which entry a key is of, and where its encrypted content lies. */
export interface Slot {
  readonly index: number
  readonly offset: number
  readonly length: number
}

export function slotBytes(slot: Slot, entryKey: Uint8Array, sealer: Sealer): Buffer {
  const bytes = Buffer.alloc(SLOT)
  bytes.writeUInt16BE(MARK, 0)
  bytes.writeBigUInt64BE(BigInt(slot.index), 2)
  bytes.writeUIntBE(slot.offset, 10, 6)
  bytes.writeUInt32BE(slot.length, 16)
  bytes.set(sealer.seal(entryKey, bytes.subarray(0, HEADER)), HEADER)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, SLOT - 4)), SLOT - 4)
  return bytes
}

/** Null for a slot that was overwritten, never written to its end, or damaged. */
export function readSlot(bytes: Uint8Array): Slot | null {
  const slot = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (slot.length !== SLOT || slot.readUInt16BE(0) !== MARK) return null
  if (slot.readUInt32BE(SLOT - 4) !== crc32(slot.subarray(0, SLOT - 4))) return null
  return {
    index: Number(slot.readBigUInt64BE(2)),
    offset: slot.readUIntBE(10, 6),
    length: slot.readUInt32BE(16),
  }
}

/** The entry's key; null where the slot is no longer whole, or sealed under another key. */
export function keyIn(bytes: Uint8Array, sealer: Sealer): Uint8Array | null {
  return readSlot(bytes) && sealer.open(bytes.subarray(HEADER, SLOT - 4), bytes.subarray(0, HEADER))
}
