// What the rig has found in the store, each as one test that names it.
import { beforeEach, describe, expect, it } from 'vitest'
import { fsck } from '../index.ts'
import type { Storage } from '../storage.ts'
import { afterCut } from './after-cut.ts'
import { Disk } from './disk.ts'
import { storageOn } from './fault-storage.ts'
import { randomFrom } from './random.ts'
import { valueOf } from './results.ts'
import { actEntry } from './sample-entries.ts'
import { openTestLedger } from './test-keys.ts'

let disk: Disk
let storage: Storage
beforeEach(() => {
  disk = new Disk()
  disk.makeFolder('/l')
  disk.syncFolder('/')
  storage = storageOn(disk)
})

const acts = (count: number, from = 0) => Array.from({ length: count }, (_, at) => actEntry(from + at))
const open = (over: Storage = storage) => openTestLedger('/l/ledger', { storage: over })

/** As a program that cannot be told from the one before, on what a power cut that loses all that it can has left. */
function afterPowerCut(): Storage {
  disk = new Disk(afterCut(disk.moment(), 'lost', randomFrom(1)).nodes)
  for (const lock of ['/l/ledger/lock', '/l/ledger-keys/lock']) disk.remove(lock)
  return storageOn(disk)
}

describe('a power cut', () => {
  it('does not take the folder of the head signed last, once something was acknowledged', async () => {
    await valueOf(await open()).append(acts(2))
    expect(valueOf(await open(afterPowerCut())).size).toBe(2)
  })

  it('that turned a letter of the lock does not keep the next writer out', async () => {
    valueOf(await open())
    for (let byte = 0; byte < disk.file('/l/ledger/lock')!.seen.length - 1; byte++) {
      for (const lock of ['/l/ledger/lock', '/l/ledger-keys/lock']) disk.flip(lock, byte, 1)
      const opened = await open()
      if (opened.ok) await opened.value.close()
      expect(opened.ok, `byte ${byte}`).toBe(true)
      valueOf(await open())
    }
  })
})

describe('a bit that flips on its way to the disk', () => {
  it.each(['/l/ledger/verifier-key.new', '/l/ledger-keys/last-signed.new', '/l/ledger/checkpoint.new'])(
    'is seen in %s before it takes the place of what was there',
    async (spoilt) => {
      const spoiling = storageOn(disk, ({ name, path, bytes }) =>
        name === 'write' && path === spoilt ? { bytes: bytes!.map((byte, at) => (at === 60 ? byte ^ 1 : byte)) } : null,
      )
      expect(await open(spoiling)).toMatchObject({ ok: false, refusal: { code: 'read-back-differs' } })
      const ledger = valueOf(await open())
      valueOf(await ledger.append(acts(1)))
      await ledger.close()
      if (spoilt.includes('verifier')) return
      const again = valueOf(await open(spoiling))
      expect(await again.append(acts(1, 1))).toMatchObject({ ok: false, refusal: { code: 'read-back-differs' } })
      await again.close()
      expect(valueOf(await open()).size).toBe(1)
    },
  )
})

describe('evidence that flips on its way to the disk', () => {
  it('is not said to be kept', async () => {
    const spoiling = storageOn(disk, ({ path, bytes }) =>
      path.includes('/evidence/') && bytes ? { bytes: bytes.map((byte) => byte ^ 1) } : null,
    )
    const ledger = valueOf(await open(spoiling))
    expect(await ledger.evidence.put(new Uint8Array(9))).toMatchObject({
      ok: false,
      refusal: { code: 'read-back-differs' },
    })
  })
})

describe('a bit that flips in the memory of the writer', () => {
  it('is seen in a tile that the batch fills, which is no part of the edge any more', async () => {
    const ledger = valueOf(
      await open(
        storageOn(disk, ({ name, path, bytes }) => {
          if (name === 'extend' && path.endsWith('/tile/0/000') && bytes) bytes[100]! ^= 1
          return null
        }),
      ),
    )
    expect(await ledger.append(acts(257))).toMatchObject({ ok: false, refusal: { code: 'read-back-differs' } })
  })
})

describe('an error while heads are compared once more', () => {
  it('stops the writer, since a shorter batch would leave the end of this one after its own', async () => {
    let reads = 0
    const failing = storageOn(disk, ({ name, path }) =>
      name === 'read' && path.endsWith('/last-signed') && ++reads === 3 ? { code: 'EIO' } : null,
    )
    const ledger = valueOf(await open(failing))
    expect(await ledger.append(acts(3))).toMatchObject({ ok: false, refusal: { code: 'storage-failed' } })
    expect(await ledger.append(acts(1))).toMatchObject({ ok: false, refusal: { code: 'writes-stopped' } })
    await ledger.close()
    valueOf(await valueOf(await open()).append(acts(1)))
    expect(await fsck('/l/ledger', { storage })).toMatchObject({ findings: [], size: 1 })
  })
})

describe('an index of ids that cannot be written', () => {
  it('is no reason to say that what was acknowledged was not', async () => {
    const ledger = valueOf(
      await open(
        storageOn(disk, ({ name, path }) =>
          name === 'extend' && path.endsWith('/private/ids') ? { code: 'ENOSPC' } : null,
        ),
      ),
    )
    expect(await ledger.append(acts(257))).toMatchObject({ ok: true })
    expect(await ledger.append(acts(1, 257))).toMatchObject({ ok: true })
    expect(await fsck('/l/ledger', { storage })).toMatchObject({ ok: true, size: 258 })
  })
})
