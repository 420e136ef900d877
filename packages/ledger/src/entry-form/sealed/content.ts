// The disclosures of an entry, encrypted under a key that follows from the entry's own.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Sealed } from '../make-leaf.ts'

const NONCE = 12
const TAG = 16

/** The nonce, the encrypted JSON and the tag (AES-256-GCM). It opens as the content of this entry alone. */
export function sealContent(index: number, { entryKey, disclosures }: Sealed): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', contentKey(entryKey), nonce).setAAD(contextOf(index))
  return Buffer.concat([nonce, cipher.update(JSON.stringify(disclosures), 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Null where the content is damaged, or of another entry or key. */
export function openContent(index: number, content: Uint8Array, entryKey: Uint8Array): readonly string[] | null {
  if (content.length < NONCE + TAG) return null
  const nonce = content.subarray(0, NONCE)
  const decipher = createDecipheriv('aes-256-gcm', contentKey(entryKey), nonce, { authTagLength: TAG })
  decipher.setAAD(contextOf(index)).setAuthTag(content.subarray(-TAG))
  try {
    const plain = Buffer.concat([decipher.update(content.subarray(NONCE, -TAG)), decipher.final()])
    return JSON.parse(plain.toString('utf8')) as readonly string[]
  } catch {
    return null
  }
}

/** Salts are made with the entry's key itself: encryption has one of its own. */
function contentKey(entryKey: Uint8Array): Uint8Array {
  return createHmac('sha256', entryKey).update('trucekeeper sealed content v1').digest()
}

function contextOf(index: number): Uint8Array {
  return new TextEncoder().encode(`entry ${index}`)
}
