// Every kind of damage is found, and nothing is found where there is none.
import { canonicalBytes, type Entry } from '@trucekeeper/claims'
import { EMPTY_TREE, withLeaf } from '@trucekeeper/merkle'
import { beforeEach, describe, expect, it } from 'vitest'
import { faultStorage, type FaultStorage } from './faults/fault-storage.ts'
import { randomFrom, upTo } from './faults/random.ts'
import { valueOf } from './faults/results.ts'
import { actEntry, claimEntry, documentEntry, withdrawalEntry } from './faults/sample-entries.ts'
import { frameOf, leafOf } from './frames.ts'
import { checkpointOf, headBytes } from './head.ts'
import { fsck, openLedger } from './index.ts'
import { sha256 } from './sha256.ts'

let disk: FaultStorage
beforeEach(async () => {
  disk = faultStorage(randomFrom(1))
  await disk.makeFolder('/l')
})

const codes = async () => (await fsck('/l', { storage: disk })).findings.map(({ code }) => code)

async function ledgerWith(entries: readonly Entry[]) {
  const ledger = valueOf(await openLedger('/l', { storage: disk }))
  valueOf(await ledger.append(entries))
  return ledger
}

/** Writes files that agree with each other whatever the entries say, as a careless or dishonest writer could. */
async function forge(entries: readonly unknown[], encode = (entry: unknown) => canonicalBytes(entry)) {
  const leaves = entries.map((entry) => leafOf(encode(entry)))
  await disk.makeFolder('/l/entries')
  await disk.write('/l/entries/000000000.frames', Buffer.concat(leaves.map(frameOf)))
  const tree = leaves.reduce((tree, { hash }) => withLeaf(sha256, tree, hash), EMPTY_TREE)
  await disk.write('/l/head', headBytes(checkpointOf(tree)))
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
    await disk.write('/l/entries/000000001.frames', new Uint8Array(3))
    expect(await fsck('/l', { storage: disk })).toMatchObject({
      ok: true,
      findings: [{ code: 'tail-unacknowledged' }, { code: 'evidence-missing' }],
    })
  })
})

describe('damage', () => {
  it('is found for any bit that flips in entries, head or evidence', async () => {
    const ledger = await ledgerWith(Array.from({ length: 5 }, (_, at) => claimEntry(at)))
    const digest = valueOf(await ledger.evidence.put(new TextEncoder().encode('a photograph')))
    const random = randomFrom(16)
    const files = ['/l/entries/000000000.frames', '/l/head', `/l/evidence/${digest.slice(0, 2)}/${digest}`]
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
    await disk.truncate('/l/entries/000000001.frames', 100)
    expect(await codes()).toEqual(['frame-damaged', 'entries-missing'])
    await disk.remove('/l/entries/000000001.frames')
    expect(await codes()).toEqual(['entries-missing'])
  })

  it('is found where a segment in the middle is gone', async () => {
    await ledgerWith(Array.from({ length: 600 }, (_, at) => claimEntry(at)))
    await disk.remove('/l/entries/000000001.frames')
    expect(await codes()).toEqual(['segment-misplaced', 'entries-missing'])
  })

  it('is found where there is no head', async () => {
    await ledgerWith([claimEntry(1)])
    await disk.remove('/l/head')
    expect(await codes()).toEqual(['no-ledger'])
  })
})

describe('files that agree with each other', () => {
  it('are found out when an entry is not as the record takes it', async () => {
    await forge([{ ...claimEntry(1), extra: true }])
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
    const doubled = JSON.stringify(claimEntry(1)).replace('"type":"claim"', '"type":"act","type":"claim"')
    await forge([JSON.stringify(claimEntry(2), null, 1), doubled], (text) => new TextEncoder().encode(String(text)))
    expect(await codes()).toEqual(['entry-not-canonical', 'entry-not-canonical'])
  })
})
