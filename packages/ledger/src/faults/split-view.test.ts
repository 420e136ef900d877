// What must never come about: two heads of one log of which neither continues the other.
import { consistencyProof, verifyConsistency } from '@trucekeeper/merkle'
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLedger, type Ledger } from '../ledger.ts'
import { nodeStorage } from '../node-storage.ts'
import { sha256 } from '../sha256.ts'
import { refusalOf, valueOf } from './results.ts'
import { actEntry } from './sample-entries.ts'
import { TEST_KEYS } from './test-keys.ts'
import { startWriter } from './write-and-kill.ts'

let folder: string
let dir: string
/** Every head that was ever signed. */
let signed: { size: number; root: Uint8Array }[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-split-'))
  dir = join(folder, 'ledger')
  signed = []
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

const keys = {
  ...TEST_KEYS,
  log: {
    ...TEST_KEYS.log,
    sign(message: Uint8Array) {
      const [, size, root] = Buffer.from(message).toString('utf8').split('\n')
      signed.push({ size: Number(size), root: Buffer.from(root!, 'base64') })
      return TEST_KEYS.log.sign(message)
    },
  },
}
/** A process whose lock the next one takes for a dead one's, as after a lock that was removed by hand. */
let born = 0
const open = (at = dir, storage = nodeStorage()) => {
  const birth = String(born++)
  return openLedger(at, { keys, storage, owner: { pid: 7, birthOf: () => birth } })
}
const acts = (count: number, from = 0) => Array.from({ length: count }, (_, at) => actEntry(from + at))

/** Proves each pair of heads consistent, from the tiles of the ledger that came out of it all. */
async function provePairs(ledger: Ledger): Promise<void> {
  for (const older of signed.filter(({ size }) => size > 0)) {
    for (const newer of signed.filter(({ size }) => size >= older.size)) {
      const proof = await consistencyProof(sha256, older.size, newer.size, ledger.nodesAt(newer.size))
      const claim = {
        oldSize: BigInt(older.size),
        newSize: BigInt(newer.size),
        oldRoot: older.root,
        newRoot: newer.root,
      }
      expect(verifyConsistency(sha256, { ...claim, proof }), `${older.size} and ${newer.size}`).toBe(true)
    }
  }
}

describe('no two heads contradict each other', () => {
  it('when two processes write to one folder: the second is refused', async () => {
    const first = startWriter(dir, 0)
    await first.writing
    const second = await startWriter(dir, 1_000_000, 20).ended
    first.writer.kill('SIGKILL')
    expect(second).toMatchObject({ refusal: 'locked', places: new Map() })
    const { heads } = await first.ended
    const ledger = valueOf(await open())
    signed.push(...[...heads].map(([size, root]) => ({ size, root: Buffer.from(root, 'hex') })))
    await provePairs(ledger)
    expect(signed.length).toBeGreaterThan(2)
  })

  it('when a dead-looking writer turns out to live', async () => {
    const first = valueOf(await open())
    valueOf(await first.append(acts(3)))
    const second = valueOf(await open())
    valueOf(await second.append(acts(2, 3)))
    expect(refusalOf(await first.append(acts(2, 10))).code).toBe('head-moved')
    expect(refusalOf(await first.append(acts(1, 20))).code).toBe('writes-stopped')
    valueOf(await second.append(acts(2, 30)))
    await provePairs(second)
  })

  it('when the folder was cloned, and the clone is opened with the same keys', async () => {
    const ledger = valueOf(await openLedger(dir, { keys }))
    valueOf(await ledger.append(acts(3)))
    const clone = join(folder, 'clone')
    cpSync(dir, clone, { recursive: true })
    rmSync(join(clone, 'lock'))
    symlinkSync(`${dir}-keys`, `${clone}-keys`)
    expect(refusalOf(await openLedger(clone, { keys })).code).toBe('locked')
    await ledger.close()
    await valueOf(await openLedger(clone, { keys })).close()
  })

  it('when another writer comes in between the comparison and the signature', async () => {
    const disk = nodeStorage()
    let comesIn = async () => {}
    const first = valueOf(
      await open(dir, {
        ...disk,
        async extend(path, at, bytes) {
          await comesIn()
          await disk.extend(path, at, bytes)
        },
      }),
    )
    valueOf(await first.append(acts(3)))
    const clone = join(folder, 'clone')
    cpSync(dir, clone, { recursive: true })
    symlinkSync(`${dir}-keys`, `${clone}-keys`)
    const second = valueOf(await open(clone))
    comesIn = async () => {
      comesIn = async () => {}
      valueOf(await second.append(acts(2, 10)))
    }
    expect(refusalOf(await first.append(acts(2, 20))).code).toBe('head-moved')
    // The one that was signed and thrown away, before anybody could be shown it.
    signed.pop()
    await provePairs(second)
  })

  it('when the folder was cloned, and both go on with the same keys', async () => {
    await (await begun(3)).close()
    const clone = join(folder, 'clone')
    cpSync(dir, clone, { recursive: true })
    symlinkSync(`${dir}-keys`, `${clone}-keys`)
    const [own, cloned] = [valueOf(await open()), valueOf(await open(clone))]
    valueOf(await own.append(acts(2, 10)))
    expect(refusalOf(await cloned.append(acts(2, 20))).code).toBe('head-moved')
    expect(refusalOf(await open(clone)).code).toBe('head-older')
    await provePairs(own)
  })

  it('when the folder was cloned without the keys, or with keys that have gone on', async () => {
    await (await begun(3)).close()
    const clone = join(folder, 'clone')
    cpSync(dir, clone, { recursive: true })
    expect(refusalOf(await open(clone)).code).toBe('head-moved')
    expect(signed.map(({ size }) => size)).toEqual([0, 3])
  })

  it('when a backup was put back', async () => {
    await (await begun(3)).close()
    const backup = join(folder, 'backup')
    cpSync(dir, backup, { recursive: true })
    const later = valueOf(await open())
    valueOf(await later.append(acts(5, 10)))
    await later.close()
    renameSync(dir, join(folder, 'newest'))
    cpSync(backup, dir, { recursive: true })
    expect(refusalOf(await open()).code).toBe('head-older')
    rmSync(dir, { recursive: true })
    renameSync(join(folder, 'newest'), dir)
    const again = valueOf(await open())
    valueOf(await again.append(acts(2, 20)))
    await provePairs(again)
  })

  it('when a backup was put back under a writer that runs', async () => {
    const ledger = await begun(3)
    const backup = readFileSync(join(dir, 'checkpoint'))
    valueOf(await ledger.append(acts(2, 10)))
    writeFileSync(join(dir, 'checkpoint'), backup)
    expect(refusalOf(await ledger.append(acts(2, 20))).code).toBe('head-moved')
    const again = valueOf(await open())
    expect(again.size).toBe(5)
    await provePairs(again)
  })

  it('when the clock and the times of the files are set back a day', async () => {
    const ledger = await begun(3)
    const yesterday = new Date(Date.now() - 86_400_000)
    vi.useFakeTimers({ now: yesterday, toFake: ['Date'] })
    valueOf(await ledger.append(acts(2, 10)))
    await ledger.close()
    for (const name of ['checkpoint', 'tile/entries/000', 'tile/0/000'])
      utimesSync(join(dir, name), yesterday, yesterday)
    const again = valueOf(await open())
    valueOf(await again.append(acts(2, 20)))
    expect(again.size).toBe(7)
    await provePairs(again)
  })
})

async function begun(count: number): Promise<Ledger> {
  const ledger = valueOf(await open())
  valueOf(await ledger.append(acts(count)))
  return ledger
}
