// What the writer acknowledges, what it refuses, and what it does when the disk fails it.
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '@trucekeeper/claims'
import { leafHash, rootOf } from '@trucekeeper/merkle'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultStorage, systemError, type FaultStorage } from './faults/fault-storage.ts'
import { randomFrom } from './faults/random.ts'
import { refusalOf, valueOf } from './faults/results.ts'
import { actEntry, claimEntry, documentEntry, rulingEntry, withdrawalEntry } from './faults/sample-entries.ts'
import { openTestLedger, TEST_KEYS, TEST_ORIGIN } from './faults/test-keys.ts'
import { bundled } from './bundles.ts'
import { leafOfEntry } from './leaves.ts'
import { nodeStorage } from './node-storage.ts'
import { fsck, openLedger, readLedger, type Ledger, type LedgerReader, type Storage } from './index.ts'

let folder = ''
let dir = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  dir = join(folder, 'ledger')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function opened(where = dir, storage?: Storage): Promise<Ledger> {
  return valueOf(await openTestLedger(where, storage && { storage }))
}

async function all(reader: LedgerReader, from?: number, to?: number): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const { entry } of reader.entries(from, to)) entries.push(entry)
  return entries
}

const claims = (count: number, from = 0) => Array.from({ length: count }, (_, at) => claimEntry(from + at))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const leaf = (entry: Entry) => valueOf(leafOfEntry(entry, { origin: TEST_ORIGIN, author: TEST_KEYS.author }))

describe('a ledger on disk', () => {
  it('says that it was begun, and gives back what was put in, in order', async () => {
    const ledger = await opened()
    expect(ledger.notices).toMatchObject([{ code: 'ledger-begun' }])
    expect(ledger.size).toBe(0)
    const entries = [...claims(3), actEntry(1), documentEntry(1, 'a'.repeat(64))]
    await ledger.append(entries)
    expect(await all(ledger)).toEqual(entries)
    expect(await all(ledger, 1, 3)).toEqual(entries.slice(1, 3))
    await ledger.close()
    const again = await opened()
    expect(again.notices).toEqual([])
    expect(await all(again)).toEqual(entries)
    await again.close()
  })

  it('numbers entries as they come and tells duplicates their first place', async () => {
    const ledger = await opened()
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
    const ledger = await opened()
    const entries = claims(600)
    const leaves = entries.map((entry) => leafHash(sha256, leaf(entry).bytes))
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
    const ledger = await opened()
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
    const ledger = await opened()
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
    const ledger = await opened()
    await ledger.append([claimEntry(0)])
    const answer = await ledger.append([claimEntry(9), ...offered.map((make) => make())])
    expect(answer).toMatchObject({ ok: false, refusal: { code } })
    expect(ledger.size).toBe(1)
    expect(await ledger.append([claimEntry(9)])).toMatchObject({ ok: true })
    await ledger.close()
  })

  it('takes the longest entry there can be', async () => {
    const ledger = await opened()
    const spare = 65_535 - leaf(claimEntry(1, { quote: 'x'.repeat(60_000) })).bytes.length
    const longest = claimEntry(1, { quote: 'x'.repeat(60_000 + spare) })
    expect(leaf(longest).bytes).toHaveLength(65_535)
    expect(await ledger.append([longest])).toMatchObject({ ok: true })
    expect(await all(ledger)).toEqual([longest])
    await ledger.close()
  })
})

describe('one writer at a time', () => {
  it('refuses a second one and names the first', async () => {
    const ledger = await opened()
    const { code, message } = refusalOf(await openTestLedger(dir))
    expect(code).toBe('locked')
    expect(message).toContain(String(process.pid))
    await ledger.close()
    await (await opened()).close()
  })

  it('takes over from a process that is gone, and from one whose number another has since been given', async () => {
    await (await opened()).close()
    for (const left of [
      { pid: 2 ** 22 + 1, birth: null },
      { pid: process.pid, birth: 'another boot/1' },
    ]) {
      writeFileSync(join(dir, 'lock'), JSON.stringify(left))
      const ledger = await opened()
      expect(ledger.notices).toMatchObject([{ code: 'lock-taken-over' }])
      await ledger.close()
    }
    expect(readdirSync(dir)).not.toContain('lock')
  })

  it('opens over a lock that a power cut left empty', async () => {
    await (await opened()).close()
    writeFileSync(join(dir, 'lock'), '')
    const ledger = await opened()
    expect(await ledger.append(claims(1))).toMatchObject({ ok: true })
    await ledger.close()
  })

  it('stops when someone else has moved the head', async () => {
    const ledger = await opened()
    await ledger.append(claims(1))
    const before = readFileSync(join(dir, 'checkpoint'))
    await ledger.append(claims(1, 1))
    writeFileSync(join(dir, 'checkpoint'), before)
    expect(await ledger.append(claims(1, 2))).toMatchObject({ ok: false, refusal: { code: 'head-moved' } })
    expect(await ledger.append(claims(1, 2))).toMatchObject({ ok: false, refusal: { code: 'writes-stopped' } })
    await ledger.close()
  })
})

describe('a disk that fails', () => {
  let disk: FaultStorage
  beforeEach(async () => {
    disk = faultStorage(randomFrom(1))
    await disk.makeFolder('/l')
  })

  it('refuses when it is full, reads on, and takes the batch when there is space again', async () => {
    for (let space = 0; space < 2_600; space += 37) {
      const ledger = await opened(`/l/${space}`, disk)
      await ledger.append(claims(1))
      disk.space = space
      const answer = await ledger.append(claims(3, 1))
      disk.space = Infinity
      expect(answer.ok || answer.refusal.code).toBeOneOf([true, 'disk-full'])
      expect(await all(ledger)).toEqual(claims(answer.ok ? 4 : 1))
      expect((await fsck(`/l/${space}`, { storage: disk })).findings).toEqual([])
      expect(await ledger.append(claims(3, 1))).toMatchObject({ ok: true })
      expect(await all(ledger)).toEqual(claims(4))
      await ledger.close()
      expect(await all(await opened(`/l/${space}`, disk))).toEqual(claims(4))
    }
  })

  it.each(['tile/entries', 'tile/0', 'checkpoint.new', 'last-signed.new', 'folder'])(
    'writes no more after a failed sync of the %s, and reads on',
    async (what) => {
      let failing = false
      let tries = 0
      const fail = (path: string) => {
        if (!failing || !(what === 'folder' || path.includes(what))) return
        tries++
        throw systemError('EIO')
      }
      const ledger = await opened('/l/ledger', {
        ...disk,
        async sync(path) {
          if (what !== 'folder') fail(path)
          await disk.sync(path)
        },
        async syncFolder(path) {
          if (what === 'folder') fail(path)
          await disk.syncFolder(path)
        },
      })
      await ledger.append(claims(2))
      failing = true
      expect(await ledger.append(claims(1, 2))).toMatchObject({ ok: false, refusal: { code: 'sync-failed' } })
      failing = false
      expect(await ledger.append(claims(1, 2))).toMatchObject({ ok: false, refusal: { code: 'writes-stopped' } })
      expect(await ledger.evidence.put(new Uint8Array(1))).toMatchObject({
        ok: false,
        refusal: { code: 'writes-stopped' },
      })
      expect(tries).toBe(1)
      expect(await all(ledger)).toEqual(claims(2))
    },
  )

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['flips a bit', (bytes) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))],
    ['drops the end', (bytes) => bytes.subarray(0, -1)],
  ])('acknowledges nothing that a disk that %s did not give back', async (_, spoil) => {
    const ledger = await opened('/l/ledger', {
      ...disk,
      extend: (path, at, bytes) => disk.extend(path, at, spoil(bytes)),
    })
    expect(await ledger.append(claims(1))).toMatchObject({ ok: false, refusal: { code: 'read-back-differs' } })
    expect((await opened('/l/ledger', disk).catch(() => null))?.size ?? 0).toBe(0)
  })

  it('moves what was never acknowledged out of the way, and says so', async () => {
    const ledger = await opened('/l/ledger', disk)
    await ledger.append(claims(2))
    await ledger.close()
    const file = '/l/ledger/tile/entries/000'
    const length = (await disk.read(file))!.length
    await disk.extend(file, length, new Uint8Array([1, 2, 3]))
    await disk.write('/l/ledger/tile/entries/001', new Uint8Array(9))
    const again = await opened('/l/ledger', disk)
    expect(again.notices.map(({ code }) => code)).toEqual(['tail-cut', 'tail-cut'])
    expect(again.size).toBe(2)
    expect(await disk.list('/l/ledger/tile/entries')).toEqual(['000'])
    expect(await disk.list('/l/ledger/cut')).toHaveLength(2)
  })

  it('does not open when an acknowledged byte has changed, and does not touch the files', async () => {
    const ledger = await opened('/l/ledger', disk)
    await ledger.append(claims(3))
    await ledger.close()
    disk.flip('/l/ledger/tile/entries/000', 500, 3)
    const before = await disk.read('/l/ledger/tile/entries/000')
    expect(await openTestLedger('/l/ledger', { storage: disk })).toMatchObject({
      ok: false,
      refusal: { code: 'damaged' },
    })
    expect(await readLedger('/l/ledger', { storage: disk })).toMatchObject({ ok: false, refusal: { code: 'damaged' } })
    expect(await disk.read('/l/ledger/tile/entries/000')).toEqual(before)
  })

  it('does not open when whole entries have changed places', async () => {
    const ledger = await opened('/l/ledger', disk)
    await ledger.append(claims(3))
    await ledger.close()
    const swapped = claims(3)
      .toReversed()
      .map((claim) => bundled(leaf(claim)))
    await disk.write('/l/ledger/tile/entries/000', Buffer.concat(swapped))
    expect(await openTestLedger('/l/ledger', { storage: disk })).toMatchObject({
      ok: false,
      refusal: { code: 'damaged' },
    })
  })

  it('relies on a head that a dead writer left only once its name is safe', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const disk = faultStorage(randomFrom(seed))
      let dies = false
      const dying: Storage = {
        ...disk,
        async syncFolder(path) {
          if (dies) throw new Error('The process dies.')
          await disk.syncFolder(path)
        },
      }
      const first = await opened('/ledger', dying)
      await first.append(claims(1))
      dies = true
      await expect(first.append(claims(1, 1))).rejects.toThrow('dies')
      for (const lock of ['/ledger/lock', '/ledger-keys/lock']) await disk.remove(lock)

      // Its entry is in the head, so it is a duplicate now, and that answer has to outlive a power cut.
      const second = await opened('/ledger', disk)
      expect(valueOf(await second.append(claims(1, 1))).duplicates).toMatchObject([{ index: 1 }])
      disk.restart()
      for (const lock of ['/ledger/lock', '/ledger-keys/lock']) await disk.remove(lock)
      expect((await opened('/ledger', disk)).size).toBe(2)
    }
  })

  it('does not begin anew over entries whose head is gone', async () => {
    const ledger = await opened('/l/ledger', disk)
    await ledger.append(claims(1))
    await ledger.close()
    await disk.remove('/l/ledger-keys/last-signed')
    await disk.remove('/l/ledger/checkpoint')
    expect(await openTestLedger('/l/ledger', { storage: disk })).toMatchObject({
      ok: false,
      refusal: { code: 'damaged' },
    })
  })

  it('puts the head in its place that was signed and that a crash kept from it', async () => {
    const ledger = await opened('/l/ledger', disk)
    await ledger.append(claims(2))
    await ledger.close()
    const before = (await disk.read('/l/ledger/checkpoint'))!
    const again = await opened('/l/ledger', disk)
    await again.append(claims(1, 2))
    await again.close()
    await disk.write('/l/ledger/checkpoint', before)
    const last = await opened('/l/ledger', disk)
    expect(last.notices).toMatchObject([{ code: 'head-finished' }])
    expect(await all(last)).toEqual(claims(3))
  })
})

describe('a folder that is not the newest', () => {
  const copy = async (from: string, to: string) => {
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true })
  }

  it('is not written to when an older backup was put in its place', async () => {
    const first = await opened()
    await first.append(claims(2))
    await first.close()
    await copy(dir, `${folder}/backup`)
    const second = await opened()
    await second.append(claims(1, 2))
    await second.close()
    await copy(`${folder}/backup`, dir)
    const { code, message } = refusalOf(await openTestLedger(dir))
    expect(code).toBe('head-older')
    expect(message).toContain('3 entries were signed')
    expect(valueOf(await readLedger(dir)).size).toBe(2)
  })

  it('is not written to when a copy of it has gone on elsewhere', async () => {
    const first = await opened()
    await first.append(claims(2))
    await first.close()
    await copy(dir, `${folder}/clone`)
    await copy(`${dir}-keys`, `${folder}/clone-keys`)
    const clone = await opened(`${folder}/clone`)
    await clone.append(claims(1, 5))
    await clone.close()
    await copy(`${folder}/clone`, dir)
    expect(refusalOf(await openTestLedger(dir)).code).toBe('head-moved')
  })

  it('is not written to with the key of another log', async () => {
    await (await opened()).close()
    const keys = { ...TEST_KEYS, log: { ...TEST_KEYS.log, name: 'ledger.example/other' } }
    expect(refusalOf(await openLedger(dir, { keys })).code).toBe('wrong-key')
  })
})

describe('a flipped bit in memory', () => {
  it('is never signed', async () => {
    const disk = faultStorage(randomFrom(3))
    await disk.makeFolder('/l')
    const ledger = await opened('/l/ledger', disk)
    await ledger.append(claims(3))
    // The tile on disk no longer agrees with what the writer remembers, whichever of the two is wrong.
    disk.flip('/l/ledger/tile/0/000', 33, 4)
    expect(await ledger.append(claims(1, 3))).toMatchObject({ ok: false, refusal: { code: 'read-back-differs' } })
    expect(await ledger.append(claims(1, 3))).toMatchObject({ ok: false, refusal: { code: 'writes-stopped' } })
  })
})
