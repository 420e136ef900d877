// The very bytes of what came in, by their digest, for who may read the document that they are.
import { readLedger } from '@trucekeeper/ledger'
import { ledgerFolder } from './record.ts'

export interface Originals {
  /** Null where the record keeps no such bytes. Throws where they are no longer what their digest says. */
  read(sha256: string): Promise<Uint8Array | null>
}

export function originalsIn(dir: string): Originals {
  return {
    async read(sha256) {
      const reader = await readLedger(ledgerFolder(dir))
      if (!reader.ok) return null
      const found = await reader.value.evidence.get(sha256)
      if (found.ok) return found.value
      if (found.refusal.code === 'evidence-unknown') return null
      throw new Error(found.refusal.message)
    },
  }
}
