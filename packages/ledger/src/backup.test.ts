// A copy of a ledger is the same record, and an older one is never written to again.
import { cpSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyReceipt } from '@trucekeeper/merkle'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { refusalOf, valueOf } from './faults/results.ts'
import { openTestLedger } from './faults/test-keys.ts'
import { backUp, fsck, keepWitnessedHead, readLedger, receiptOf, restore, type Storage } from './index.ts'
import { nodeStorage } from './node-storage.ts'
import { nodeVerify, sha256 } from './sha256.ts'
import { claims } from './testing/ledgers.ts'

let folder = ''
let dir = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  dir = join(folder, 'ledger')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('holds what was acknowledged when it was taken, and not what came later', async () => {
  const ledger = valueOf(await openTestLedger(dir))
  await ledger.append(claims(600))
  const digest = valueOf(await ledger.evidence.put(new TextEncoder().encode('a photograph')))
  const taken = valueOf(await backUp(dir, join(folder, 'copy')))
  await ledger.append(claims(50, 600))
  await ledger.close()
  expect(taken).toEqual(await ledger.checkpointAt(600))
  expect(await fsck(join(folder, 'copy'))).toMatchObject({ ok: true, findings: [], ...taken })
  const reader = valueOf(await readLedger(join(folder, 'copy')))
  expect(reader.size).toBe(600)
  expect(valueOf(await reader.evidence.get(digest))).toHaveLength(12)
})

it('is put back where the folder is gone, and written to only when it is the newest', async () => {
  const ledger = valueOf(await openTestLedger(dir))
  await ledger.append(claims(3))
  valueOf(await backUp(dir, join(folder, 'first')))
  await ledger.append(claims(2, 3))
  valueOf(await backUp(dir, join(folder, 'second')))
  await ledger.close()

  rmSync(dir, { recursive: true })
  expect(valueOf(await restore(join(folder, 'first'), dir)).size).toBe(3)
  expect(refusalOf(await openTestLedger(dir)).code).toBe('head-older')
  expect(refusalOf(await restore(join(folder, 'second'), dir)).code).toBe('folder-taken')
  rmSync(dir, { recursive: true })
  expect(valueOf(await restore(join(folder, 'second'), dir)).size).toBe(5)
  const again = valueOf(await openTestLedger(dir))
  expect(valueOf(await again.append(claims(1, 5))).appended).toMatchObject([{ index: 5 }])
  await again.close()
})

it('takes along the head that witnesses have seen', async () => {
  const ledger = valueOf(await openTestLedger(dir))
  await ledger.append(claims(3))
  expect(await keepWitnessedHead(dir, ledger.head.note)).toBe(true)
  await ledger.append(claims(2, 3))
  valueOf(await backUp(dir, join(folder, 'copy')))
  await ledger.close()
  rmSync(dir, { recursive: true })
  expect(valueOf(await restore(join(folder, 'copy'), dir)).findings).toEqual([])
  expect(await valueOf(await readLedger(dir)).witnessed()).toMatchObject({ size: 3 })
})

it('says when it is put back that it is older than what witnesses have seen', async () => {
  const ledger = valueOf(await openTestLedger(dir))
  await ledger.append(claims(3))
  cpSync(`${dir}-keys`, join(folder, 'old-keys'), { recursive: true })
  // More is entered and cosigned between the moment the copy is of and its end.
  const storage: Storage = {
    ...nodeStorage(),
    async read(path, from, to) {
      if (path.endsWith('/witnessed')) {
        await ledger.append(claims(2, 3))
        await keepWitnessedHead(dir, ledger.head.note)
      }
      return nodeStorage().read(path, from, to)
    },
  }
  valueOf(await backUp(dir, join(folder, 'copy'), storage))
  await ledger.close()
  for (const gone of [dir, `${dir}-keys`]) rmSync(gone, { recursive: true })
  const { size, findings } = valueOf(await restore(join(folder, 'copy'), dir))
  expect(size).toBe(3)
  expect(findings).toMatchObject([
    {
      code: 'head-older',
      severity: 'note',
      message: 'witnesses have seen a head of 5 entries, and this record has 3 of them',
    },
  ])
  cpSync(join(folder, 'old-keys'), `${dir}-keys`, { recursive: true })
  rmSync(`${dir}-keys/lock`)
  expect(refusalOf(await openTestLedger(dir)).code).toBe('head-older')
})

it('is not put back when a byte of it has changed', async () => {
  const ledger = valueOf(await openTestLedger(dir))
  await ledger.append(claims(3))
  await ledger.close()
  cpSync(dir, join(folder, 'copy'), { recursive: true })
  const file = join(folder, 'copy/tile/entries/000')
  writeFileSync(
    file,
    readFileSync(file).map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
  )
  expect(refusalOf(await restore(join(folder, 'copy'), join(folder, 'other'))).code).toBe('damaged')
})

it('gives receipts that hold with the key of the log alone, for every entry and on every head', async () => {
  const ledger = valueOf(await openTestLedger(dir))
  await ledger.append(claims(5))
  const early = ledger.head
  await ledger.append(claims(300, 5))
  const trust = { logKey: ledger.verifierKey, hash: sha256, verify: nodeVerify }
  for (const [index, head] of [
    [0, early],
    [4, early],
    [4, ledger.head],
    [304, ledger.head],
  ] as const) {
    const receipt = await receiptOf(ledger, index, head)
    expect(verifyReceipt(receipt, trust)).toMatchObject({
      ok: true,
      value: { index: BigInt(index), entry: await ledger.leaf(index) },
    })
  }
  await expect(receiptOf(ledger, 5, early)).rejects.toThrow(RangeError)
  await ledger.close()
})
