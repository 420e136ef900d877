// Every kind of damage is found, and nothing is found where there is none.
import { canonicalText, type Entry } from '@trucekeeper/claims'
import { bundled } from '@trucekeeper/merkle'
import { beforeEach, describe, expect, it } from 'vitest'
import { faultStorage, type FaultStorage } from './faults/fault-storage.ts'
import { randomFrom, upTo } from './faults/random.ts'
import { valueOf } from './faults/results.ts'
import { actEntry, claimEntry, documentEntry, withdrawalEntry } from './faults/sample-entries.ts'
import { openTestLedger, TEST_KEYS, TEST_ORIGIN } from './faults/test-keys.ts'
import { leafOf } from './bundles.ts'
import { grown, NO_EDGE } from './edge.ts'
import { checkpointOf, signHead, verifierBytes } from './head.ts'
import { fsck } from './index.ts'
import { leafOfEntry } from './leaves.ts'

let disk: FaultStorage
beforeEach(async () => {
  disk = faultStorage(randomFrom(1))
  await disk.makeFolder('/l')
})

const codes = async () => (await fsck('/l', { storage: disk })).findings.map(({ code }) => code)

async function ledgerWith(entries: readonly Entry[]) {
  const ledger = valueOf(await openTestLedger('/l', { storage: disk }))
  valueOf(await ledger.append(entries))
  return ledger
}

const signed = (entry: unknown) =>
  valueOf(leafOfEntry(entry as Entry, { origin: TEST_ORIGIN, author: TEST_KEYS.author })).bytes

/** Writes files that agree with each other whatever the entries say, as a careless or dishonest writer could. */
async function forge(entries: readonly unknown[], encode: (entry: unknown) => Uint8Array = signed) {
  const leaves = entries.map((entry) => leafOf(encode(entry)))
  for (const folder of ['/l/tile', '/l/tile/entries', '/l/tile/0']) await disk.makeFolder(folder)
  const { edge } = grown(
    NO_EDGE,
    leaves.map(({ hash }) => hash),
  )
  await disk.write('/l/tile/entries/000', Buffer.concat(leaves.map(({ bytes }) => bundled(bytes))))
  await disk.write('/l/tile/0/000', Buffer.concat(leaves.map(({ hash }) => hash)))
  await disk.write('/l/verifier-key', verifierBytes(TEST_KEYS.log))
  await disk.write('/l/checkpoint', signHead(TEST_KEYS.log, checkpointOf(edge)).note)
}

describe('a sound ledger', () => {
  it('has no findings and the root that the ledger gives', async () => {
    const claims = Array.from({ length: 300 }, (_, at) => claimEntry(at))
    const ledger = await ledgerWith([...claims, actEntry(1), withdrawalEntry(claims[7]!.body.id)])
    const digest = valueOf(await ledger.evidence.put(new TextEncoder().encode('abc')))
    await ledger.append([documentEntry(1, digest)])
    expect(await fsck('/l', { storage: disk })).toEqual({ ok: true, findings: [], ...ledger.checkpoint() })
  })

  it('is noted, and is sound, when a document is not kept or a tail was not acknowledged', async () => {
    await ledgerWith([documentEntry(1, 'a'.repeat(64))])
    await disk.write('/l/tile/entries/001', new Uint8Array(3))
    expect(await fsck('/l', { storage: disk })).toMatchObject({
      ok: true,
      findings: [{ code: 'tail-unacknowledged' }, { code: 'evidence-missing' }],
    })
  })
})

describe('the head that witnesses have seen', () => {
  const kept = (note: Uint8Array) => disk.write('/l/witnessed', note)

  it('is of this history, or the ledger is not sound', async () => {
    const ledger = await ledgerWith(Array.from({ length: 5 }, (_, at) => claimEntry(at)))
    const early = await ledger.checkpointAt(3)
    await kept(signHead(TEST_KEYS.log, early).note)
    expect(await codes()).toEqual([])
    for (const size of [3, 5]) {
      await kept(signHead(TEST_KEYS.log, { size, root_hash: 'ab'.repeat(32) }).note)
      expect(await fsck('/l', { storage: disk })).toMatchObject({
        ok: false,
        findings: [{ code: 'witnessed-differs' }],
      })
    }
  })

  it('is noted where it is of a longer record, or does not hold', async () => {
    await ledgerWith([claimEntry(1)])
    await kept(signHead(TEST_KEYS.log, { size: 2, root_hash: 'ab'.repeat(32) }).note)
    expect(await fsck('/l', { storage: disk })).toMatchObject({ ok: true, findings: [{ code: 'head-older' }] })
    disk.flip('/l/witnessed', 30, 2)
    expect(await fsck('/l', { storage: disk })).toMatchObject({ ok: true, findings: [{ code: 'witnessed-damaged' }] })
  })
})

describe('damage', () => {
  it('is found for any bit that flips in entries, tiles, head or evidence', async () => {
    const ledger = await ledgerWith(Array.from({ length: 5 }, (_, at) => claimEntry(at)))
    const digest = valueOf(await ledger.evidence.put(new TextEncoder().encode('a photograph')))
    const random = randomFrom(16)
    const files = [
      '/l/tile/entries/000',
      '/l/tile/0/000',
      '/l/checkpoint',
      '/l/verifier-key',
      `/l/evidence/${digest.slice(0, 2)}/${digest}`,
    ]
    for (let flip = 0; flip < 1_000; flip++) {
      const file = files[flip % files.length]!
      const [byte, bit] = [upTo(random, (await disk.read(file))!.length), upTo(random, 8)]
      disk.flip(file, byte, bit)
      expect((await fsck('/l', { storage: disk })).ok, `${file}, byte ${byte}, bit ${bit}`).toBe(false)
      disk.flip(file, byte, bit)
    }
    expect((await fsck('/l', { storage: disk })).ok).toBe(true)
  })

  it('is found where acknowledged entries are gone', async () => {
    await ledgerWith(Array.from({ length: 300 }, (_, at) => claimEntry(at)))
    await disk.truncate('/l/tile/entries/001', 100)
    expect(await codes()).toEqual(['bundle-damaged', 'entries-missing'])
    await disk.remove('/l/tile/entries/001')
    expect(await codes()).toEqual(['entries-missing'])
  })

  it('is found where a bundle in the middle is gone', async () => {
    await ledgerWith(Array.from({ length: 600 }, (_, at) => claimEntry(at)))
    await disk.remove('/l/tile/entries/001')
    expect(await codes()).toEqual(['bundle-misplaced', 'entries-missing'])
  })

  it('is found where there is no head', async () => {
    await ledgerWith([claimEntry(1)])
    await disk.remove('/l/checkpoint')
    expect(await codes()).toEqual(['no-ledger'])
  })
})

describe('files that agree with each other', () => {
  it('are found out when an entry is not as the record takes it', async () => {
    await forge([{ ...claimEntry(1), body: { ...claimEntry(1).body, extra: true } }])
    expect(await codes()).toEqual(['entry-malformed'])
  })

  it('are found out when content was changed under its old id', async () => {
    await forge([{ ...claimEntry(1), body: { ...claimEntry(1).body, quote: 'Nothing happened.' } }])
    expect(await codes()).toEqual(['entry-malformed'])
  })

  it('are found out when an entry is repeated', async () => {
    await forge([claimEntry(1), { ...claimEntry(1), received_at: '2016-10-01T00:00Z' }])
    expect(await codes()).toEqual(['entry-repeated'])
  })

  it('are found out when a withdrawal comes before what it takes back', async () => {
    await forge([withdrawalEntry(claimEntry(1).body.id), claimEntry(1)])
    expect(await codes()).toEqual(['withdraws-unknown'])
  })

  it('are found out when an entry is written in another form, or says a thing twice', async () => {
    const text = new TextDecoder().decode(signed(claimEntry(1)))
    const doubled = text.replace('"type":"claim"', '"type":"act","type":"claim"')
    await forge([JSON.stringify(JSON.parse(text), null, 1), doubled, canonicalText(claimEntry(2))], (one) =>
      new TextEncoder().encode(String(one)),
    )
    expect(await codes()).toEqual(['entry-malformed', 'entry-malformed', 'entry-malformed'])
  })

  it('are found out when an entry was made for another log', async () => {
    const { author } = TEST_KEYS
    await forge(
      [claimEntry(1)],
      (entry) => valueOf(leafOfEntry(entry as Entry, { origin: 'ledger.example/other', author })).bytes,
    )
    expect(await codes()).toEqual(['entry-malformed'])
  })
})
