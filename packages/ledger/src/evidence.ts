// Files kept beside the record under the SHA-256 of their bytes, whole or not at all.
import { READ_BACK_DIFFERS } from './head.ts'
import type { Layout } from './layout.ts'
import { given, refused, type Result } from './refusal.ts'
import { hex, sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

export interface EvidenceReader {
  /** The bytes with this digest (lower-case hex), proved against it. */
  get(sha256: string): Promise<Result<Uint8Array>>
}

export interface Evidence extends EvidenceReader {
  /** Keeps bytes and gives their digest. The same bytes are kept once. */
  put(bytes: Uint8Array): Promise<Result<string>>
}

export function evidenceReader(storage: Storage, layout: Layout): EvidenceReader {
  return {
    async get(digest) {
      const bytes = /^[0-9a-f]{64}$/.test(digest) ? await storage.read(layout.evidenceFile(digest)) : null
      if (bytes === null)
        return refused(
          'evidence-unknown',
          `no file with the digest \`${digest}\` is kept here`,
          'check the digest: 64 lower-case hex digits of a SHA-256; or put the file in',
        )
      if (hex(sha256(bytes)) !== digest)
        return refused(
          'evidence-damaged',
          `the file \`${digest}\` no longer has the bytes it was kept with`,
          'restore it from a backup, or put the file in again',
        )
      return given(bytes)
    },
  }
}

/** Writes evidence so that its name never points to bytes that are not yet safe, or are others. Gives the digest. */
export async function keepEvidence(storage: Storage, layout: Layout, bytes: Uint8Array): Promise<Result<string>> {
  const digest = hex(sha256(bytes))
  const file = layout.evidenceFile(digest)
  const isHeld = async (path: string) => {
    const held = await storage.read(path)
    return held !== null && hex(sha256(held)) === digest
  }
  if (!(await isHeld(file))) {
    await storage.makeFolder(layout.evidenceFolder(digest))
    await storage.write(`${file}.new`, bytes)
    await storage.sync(`${file}.new`)
    if (!(await isHeld(`${file}.new`))) return READ_BACK_DIFFERS
    await storage.rename(`${file}.new`, file)
  }
  // Also for a file that is there already: the one who wrote it may have died before its name was safe.
  await storage.syncFolder(layout.evidenceFolder(digest))
  await storage.syncFolder(layout.evidence)
  return given(digest)
}
