import { existsSync, readFileSync } from 'node:fs'
import { nodeCrypto } from '@trucekeeper/keys'
import { disclosureDigest, hexOf, leafHash } from '@trucekeeper/merkle'
import { describe, expect, it } from 'vitest'
import { MOST_LEAF_BYTES } from './index.ts'

interface Golden {
  readonly secret: Readonly<Record<string, unknown>>
  readonly leafUtf8: string
  readonly leafHashHex: string
  readonly disclosures: readonly string[]
}

const GOLDEN = new URL('../../../../../shared/vectors/disclosure/proto.json', import.meta.url)

describe.skipIf(!existsSync(GOLDEN))(
  'the shared vector of the form (skipped where the shared folder is absent)',
  () => {
    const golden = () => JSON.parse(readFileSync(GOLDEN, 'utf8')) as Golden

    it('has the digests and the leaf hash that are computed here', () => {
      const { leafUtf8, leafHashHex, disclosures, secret } = golden()
      const bytes = new TextEncoder().encode(leafUtf8)
      const { body } = JSON.parse(leafUtf8) as { body: Readonly<Record<string, readonly string[]>> }
      const listed = body['_sd']!
      expect(hexOf(leafHash(nodeCrypto.hash, bytes))).toBe(leafHashHex)
      expect(bytes.length).toBeLessThan(MOST_LEAF_BYTES)
      const digests = disclosures.map((text) => disclosureDigest(nodeCrypto.hash, text))
      expect(digests.filter((digest) => !listed.includes(digest))).toEqual([])
      expect(listed).toEqual(listed.toSorted())
      expect(listed.length % 8).toBe(0)
      const names = disclosures.map((text) => JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[])
      expect(Object.fromEntries(names.map(([, name, value]) => [name, value]))).toEqual(secret)
    })
  },
)
