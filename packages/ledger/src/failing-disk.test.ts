// What the writer does when the disk fails it, and when its own memory does.
import { bundled } from '@trucekeeper/merkle'
import { beforeEach, describe, expect, it } from 'vitest'
import { faultStorage, systemError, type FaultStorage } from './faults/fault-storage.ts'
import { randomFrom } from './faults/random.ts'
import { valueOf } from './faults/results.ts'
import { openTestLedger } from './faults/test-keys.ts'
import { fsck, readLedger, type Storage } from './index.ts'
import { all, claims, opened, signedLeaf } from './testing/ledgers.ts'

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
      .map((claim) => bundled(signedLeaf(claim).bytes))
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
