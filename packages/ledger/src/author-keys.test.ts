// A record that has registered its first key takes entries from registered keys alone, and fsck checks each signature.
import { nameKey, possessionMessage, type Entry, type KeyEntryBody } from '@trucekeeper/claims'
import { bundled } from '@trucekeeper/merkle'
import { beforeEach, describe, expect, it } from 'vitest'
import { leafOf } from './bundles.ts'
import { grown, NO_EDGE } from './edge.ts'
import { makeLeaf, type Author } from './entry-form/index.ts'
import { faultStorage, type FaultStorage } from './faults/fault-storage.ts'
import { randomFrom } from './faults/random.ts'
import { refusalOf, valueOf } from './faults/results.ts'
import { claimEntry } from './faults/sample-entries.ts'
import { openTestLedger, TEST_KEYS, TEST_ORIGIN, testAuthor } from './faults/test-keys.ts'
import { checkpointOf, signHead, verifierBytes } from './head.ts'
import { fsck } from './index.ts'

const FIRST = testAuthor(2)
const OTHER = testAuthor(9)

let disk: FaultStorage
beforeEach(async () => {
  disk = faultStorage(randomFrom(1))
  await disk.makeFolder('/l')
})

function keyEntry(body: KeyEntryBody): Entry {
  return { type: 'key', received_at: '2016-09-17T12:00+03:00', recorded_by: 'desk-one', body: nameKey(body) }
}

function registration(author: typeof FIRST, person: string): Entry {
  const key = Buffer.from(author.publicKey).toString('base64url')
  const said = { does: 'register', key, person, device: 'laptop', organisation: null } as const
  return keyEntry({
    ...said,
    proof: Buffer.from(author.sign(possessionMessage(TEST_ORIGIN, said))).toString('base64url'),
  })
}

const openAs = async (author: typeof FIRST) =>
  valueOf(await openTestLedger('/l/ledger', { storage: disk, keys: { ...TEST_KEYS, author } }))

describe('a record with registered keys', () => {
  it('takes no entry from a key that it has not registered, and takes it once it has', async () => {
    const first = await openAs(FIRST)
    valueOf(await first.append([registration(FIRST, 'Ana'), claimEntry(1)]))
    await first.close()
    const stranger = await openAs(OTHER)
    expect(refusalOf(await stranger.append([claimEntry(2)])).code).toBe('author-unknown')
    await stranger.close()
    const again = await openAs(FIRST)
    valueOf(await again.append([registration(OTHER, 'Omar')]))
    await again.close()
    const known = await openAs(OTHER)
    expect(valueOf(await known.append([claimEntry(2)])).appended).toMatchObject([{ index: 3 }])
    await known.close()
    expect(await fsck('/l/ledger', { storage: disk })).toMatchObject({ ok: true, size: 4 })
  })

  it('takes none from a key after its revocation', async () => {
    const ledger = await openAs(FIRST)
    valueOf(await ledger.append([registration(FIRST, 'Ana'), registration(OTHER, 'Omar')]))
    valueOf(
      await ledger.append([keyEntry({ does: 'revoke', key: OTHER.id, from_index: 2, reason: 'the laptop is gone' })]),
    )
    await ledger.close()
    const revoked = await openAs(OTHER)
    expect(refusalOf(await revoked.append([claimEntry(1)])).message).toContain('revoked')
    await revoked.close()
  })

  it('refuses a registration that does not prove that its key is at hand', async () => {
    const ledger = await openAs(FIRST)
    const stolen = registration(OTHER, 'Omar')
    const { id: _, ...body } = stolen.body as KeyEntryBody & { id: string; proof: string }
    const wrong = keyEntry({ ...body, proof: Buffer.alloc(64).toString('base64url') } as KeyEntryBody)
    valueOf(await ledger.append([registration(FIRST, 'Ana')]))
    expect(refusalOf(await ledger.append([wrong])).code).toBe('key-refused')
    await ledger.close()
  })
})

describe('fsck', () => {
  /** A log whose writer put in whatever it liked, signed by whomever. */
  async function forged(signed: readonly (readonly [Entry, Author])[]) {
    const leaves = signed.map(([entry, author]) => {
      const made = makeLeaf(entry, { origin: TEST_ORIGIN, author })
      if (!made.ok) throw new Error(made.refusal.message)
      return leafOf(made.value.bytes)
    })
    for (const folder of ['/l/tile', '/l/tile/entries', '/l/tile/0']) await disk.makeFolder(folder)
    const hashes = leaves.map(({ hash }) => hash)
    await disk.write('/l/tile/entries/000', Buffer.concat(leaves.map(({ bytes }) => bundled(bytes))))
    await disk.write('/l/tile/0/000', Buffer.concat(hashes))
    await disk.write('/l/verifier-key', verifierBytes(TEST_KEYS.log))
    await disk.write('/l/checkpoint', signHead(TEST_KEYS.log, checkpointOf(grown(NO_EDGE, hashes).edge)).note)
    return (await fsck('/l', { storage: disk })).findings.map(({ code }) => code)
  }

  it('finds an entry under a key that was never registered', async () => {
    expect(
      await forged([
        [registration(FIRST, 'Ana'), FIRST],
        [claimEntry(1), OTHER],
      ]),
    ).toEqual(['author-unknown'])
  })

  it('finds an entry in the name of a key that did not sign it', async () => {
    expect(
      await forged([
        [registration(FIRST, 'Ana'), FIRST],
        [claimEntry(1), { ...OTHER, id: FIRST.id }],
        [claimEntry(2), FIRST],
      ]),
    ).toEqual(['author-signature'])
  })
})
