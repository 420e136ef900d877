// What the writer acknowledges and what it refuses.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '@trucekeeper/claims'
import { leafHash, rootOf } from '@trucekeeper/merkle'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, valueOf } from './faults/results.ts'
import { actEntry, claimEntry, documentEntry, rulingEntry, withdrawalEntry } from './faults/sample-entries.ts'
import { openTestLedger } from './faults/test-keys.ts'
import { nodeStorage } from './node-storage.ts'
import { readLedger, type Storage } from './index.ts'
import { all, claims, opened, signedLeaf } from './testing/ledgers.ts'

let folder = ''
let dir = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  dir = join(folder, 'ledger')
})
afterEach(() => rmSync(folder, { recursive: true }))

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

describe('a ledger on disk', () => {
  it('says that it was begun, and gives back what was put in, in order', async () => {
    const ledger = await opened(dir)
    expect(ledger.notices).toMatchObject([{ code: 'ledger-begun' }])
    expect(ledger.size).toBe(0)
    const entries = [...claims(3), actEntry(1), documentEntry(1, 'a'.repeat(64))]
    await ledger.append(entries)
    expect(await all(ledger)).toEqual(entries)
    expect(await all(ledger, 1, 3)).toEqual(entries.slice(1, 3))
    await ledger.close()
    const again = await opened(dir)
    expect(again.notices).toEqual([])
    expect(await all(again)).toEqual(entries)
    await again.close()
  })

  it('tells what was noticed before it was opened, and then what opening did', async () => {
    const drawn = { code: 'secret-drawn', message: 'a secret was made' } as const
    const ledger = valueOf(await openTestLedger(dir, { notices: [drawn] }))
    expect(ledger.notices).toMatchObject([drawn, { code: 'ledger-begun' }])
    await ledger.close()
  })

  it('numbers entries as they come and tells duplicates their first place', async () => {
    const ledger = await opened(dir)
    const [a, b] = claims(2)
    await ledger.append([a!])
    const late = { ...a!, received_at: '2016-10-01T00:00Z', recorded_by: 'desk-two' }
    const result = await ledger.append([late, b!, b!])
    expect(result).toEqual({
      ok: true,
      value: {
        appended: [{ index: 1, id: b!.body.id }],
        duplicates: [
          { index: 0, id: a!.body.id },
          { index: 1, id: b!.body.id },
        ],
      },
    })
    expect(await all(ledger)).toEqual([a, b])
    await ledger.close()
  })

  it('has the RFC 9162 root over the signed canonical bytes, at every size it has had', async () => {
    const ledger = await opened(dir)
    const entries = claims(600)
    const leaves = entries.map((entry) => leafHash(sha256, signedLeaf(entry).bytes))
    for (const [from, to] of [
      [0, 1],
      [1, 255],
      [255, 258],
      [258, 600],
    ])
      await ledger.append(entries.slice(from, to))
    for (const size of [0, 1, 255, 256, 257, 511, 512, 513, 600])
      expect(await ledger.checkpointAt(size)).toEqual({
        size,
        root_hash: Buffer.from(rootOf(sha256, leaves.slice(0, size))).toString('hex'),
      })
    expect(ledger.checkpoint()).toEqual(await ledger.checkpointAt(600))
    expect(readdirSync(join(dir, 'tile/entries'))).toEqual(['000', '001', '002'])
    expect(readdirSync(join(dir, 'tile/1'))).toEqual(['000'])
    expect(await all(ledger, 250, 515)).toEqual(entries.slice(250, 515))
    await ledger.close()
  })

  it('never changes a byte that was acknowledged', async () => {
    const ledger = await opened(dir)
    let before = Buffer.alloc(0)
    for (let batch = 0; batch < 20; batch++) {
      await ledger.append(claims(7, batch * 7))
      const now = readFileSync(join(dir, 'tile/entries/000'))
      expect(now.subarray(0, before.length).equals(before)).toBe(true)
      before = now
    }
    await ledger.close()
  })

  it('can be read while it is written, as far as it was acknowledged when reading began', async () => {
    const ledger = await opened(dir)
    await ledger.append(claims(2))
    const reader = valueOf(await readLedger(dir))
    await ledger.append(claims(2, 2))
    expect(await all(reader)).toEqual(claims(2))
    expect(reader.checkpoint()).toEqual(await ledger.checkpointAt(2))
    expect(() => reader.readPrefix(3)).toThrow(RangeError)
    await ledger.close()
  })

  it('takes batches that do not wait for each other in their order, each by itself, and few at a time to disk', async () => {
    const storage = nodeStorage()
    let heads = 0
    const counting: Storage = {
      ...storage,
      rename: (from, to) => ((heads += Number(to.endsWith('/checkpoint'))), storage.rename(from, to)),
    }
    const ledger = await opened(dir, counting)
    const [a, b, c] = claims(3)
    const batches = [[a!], [a!, b!], [withdrawalEntry('clm_none')], [withdrawalEntry(a!.body.id)], [c!]]
    const answers = await Promise.all(batches.map((batch) => ledger.append(batch)))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, true, true])
    expect(valueOf(answers[1]!)).toMatchObject({ appended: [{ index: 1 }], duplicates: [{ index: 0 }] })
    expect(await all(ledger)).toEqual([a, b, withdrawalEntry(a!.body.id), c])
    await Promise.all(claims(100, 10).map((claim) => ledger.append([claim])))
    expect(await all(ledger, 4)).toEqual(claims(100, 10))
    expect(heads).toBe(3)
    await ledger.close()
  })

  it('refuses to read where there is nothing', async () => {
    expect(await readLedger(dir)).toMatchObject({ ok: false, refusal: { code: 'no-ledger' } })
  })
})

describe('a batch', () => {
  it.each<[string, string, (() => Entry)[]]>([
    [
      'an entry of more than 65,535 bytes',
      'entry-too-large',
      [() => claimEntry(1, { quote: 'x'.repeat(65_000) + 'é'.repeat(300) })],
    ],
    [
      'an id that is not of its content',
      'entry-malformed',
      [() => ({ ...claimEntry(1), body: { ...claimEntry(2).body, id: claimEntry(1).body.id } })],
    ],
    [
      'an id under another prefix',
      'entry-malformed',
      [() => ({ ...claimEntry(1), body: { ...claimEntry(1).body, id: claimEntry(1).body.id.replace('clm', 'act') } })],
    ],
    [
      'half a surrogate pair',
      'entry-malformed',
      [() => ({ ...claimEntry(1), body: { ...claimEntry(1).body, quote: 'cut \ud83d' } })],
    ],
    ['a withdrawal of what is not there', 'withdraws-unknown', [() => withdrawalEntry(claimEntry(1).body.id)]],
    [
      'a ruling on what is not there',
      'rules-unknown',
      [() => rulingEntry([claimEntry(0).body.id, claimEntry(1).body.id])],
    ],
    [
      'a withdrawal of a withdrawal',
      'withdraws-unknown',
      [
        () => claimEntry(1),
        () => withdrawalEntry(claimEntry(1).body.id),
        () => withdrawalEntry(withdrawalEntry(claimEntry(1).body.id).body.id),
      ],
    ],
  ])('with %s is refused whole', async (_, code, offered) => {
    const ledger = await opened(dir)
    await ledger.append([claimEntry(0)])
    const answer = await ledger.append([claimEntry(9), ...offered.map((make) => make())])
    expect(answer).toMatchObject({ ok: false, refusal: { code } })
    expect(ledger.size).toBe(1)
    expect(await ledger.append([claimEntry(9)])).toMatchObject({ ok: true })
    await ledger.close()
  })

  it('takes the longest entry there can be', async () => {
    const ledger = await opened(dir)
    const spare = 65_535 - signedLeaf(claimEntry(1, { quote: 'x'.repeat(60_000) })).bytes.length
    const longest = claimEntry(1, { quote: 'x'.repeat(60_000 + spare) })
    expect(signedLeaf(longest).bytes).toHaveLength(65_535)
    expect(await ledger.append([longest])).toMatchObject({ ok: true })
    expect(await all(ledger)).toEqual([longest])
    await ledger.close()
  })
})

describe('one writer at a time', () => {
  it('refuses a second one and names the first', async () => {
    const ledger = await opened(dir)
    const { code, message } = refusalOf(await openTestLedger(dir))
    expect(code).toBe('locked')
    expect(message).toContain(String(process.pid))
    await ledger.close()
    await (await opened(dir)).close()
  })

  it('takes over from a process that is gone, and from one whose number another has since been given', async () => {
    await (await opened(dir)).close()
    for (const left of [
      { pid: 2 ** 22 + 1, birth: null },
      { pid: process.pid, birth: 'another boot/1' },
    ]) {
      writeFileSync(join(dir, 'lock'), JSON.stringify(left))
      const ledger = await opened(dir)
      expect(ledger.notices).toMatchObject([{ code: 'lock-taken-over' }])
      await ledger.close()
    }
    expect(readdirSync(dir)).not.toContain('lock')
  })

  it('opens over a lock that a power cut left empty', async () => {
    await (await opened(dir)).close()
    writeFileSync(join(dir, 'lock'), '')
    const ledger = await opened(dir)
    expect(await ledger.append(claims(1))).toMatchObject({ ok: true })
    await ledger.close()
  })

  it('stops when someone else has moved the head', async () => {
    const ledger = await opened(dir)
    await ledger.append(claims(1))
    const before = readFileSync(join(dir, 'checkpoint'))
    await ledger.append(claims(1, 1))
    writeFileSync(join(dir, 'checkpoint'), before)
    expect(await ledger.append(claims(1, 2))).toMatchObject({ ok: false, refusal: { code: 'head-moved' } })
    expect(await ledger.append(claims(1, 2))).toMatchObject({ ok: false, refusal: { code: 'writes-stopped' } })
    await ledger.close()
  })
})
