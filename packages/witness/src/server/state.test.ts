// What a witness remembers through restarts, damage, failing disks, power cuts and company.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { openState, originHash, type WitnessState } from '../index.ts'
import { parseAddCheckpoint } from '../request.ts'
import { keyOf, testLog, testSigner } from '../testing/logs.ts'
import { memoryStorage, PowerCut, type MemoryStorage } from '../testing/memory-storage.ts'
import { cosigned, signedByLog } from './cosign.ts'
import type { Storage } from './storage.ts'

const ORIGIN = 'trucekeeper.example/log'
const HASH = originHash(ORIGIN)
const log = testLog(ORIGIN)
const witness = testSigner('witness.example', 'cosignature/v1')
const key = keyOf(witness)
const logs = new Map([[ORIGIN, [log.key]]])

const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))))

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-'))
  folders.push(folder)
  return folder
}

async function stateIn(folder: string, storage?: Storage): Promise<WitnessState> {
  const state = await openState(folder, key, storage)
  if (!state.ok) throw new Error(state.refusal.message)
  return state.value
}

/** `cosigned`, or the code of the refusal. */
async function add(state: WitnessState, from: number, to: number, of = log, now = Date.now): Promise<string> {
  const request = parseAddCheckpoint(of.request(from, to))
  if (!request.ok) throw new Error(request.refusal.message)
  const signed = signedByLog(request.value, logs)
  if (!signed.ok) throw new Error(signed.refusal.message)
  const head = await state.advance(ORIGIN, (last) =>
    cosigned(request.value, signed.value, last, { signer: witness, now }),
  )
  return head.ok ? 'cosigned' : head.refusal.code
}

describe('the memory of a witness', () => {
  it('is the same after a restart, the time of the last cosignature with it', async () => {
    const folder = await newFolder()
    const first = await stateIn(folder)
    expect(await add(first, 0, 4, log, () => 2_000_000_000_000)).toBe('cosigned')
    const second = await stateIn(folder)
    expect(second.headOf(HASH)?.note).toEqual(first.headOf(HASH)?.note)
    expect(second.headOf(HASH)).toMatchObject({ origin: ORIGIN, size: 4n, root: log.root(4), time: 2_000_000_000n })
    expect(await add(second, 0, 4)).toBe('old-size-differs')
    expect(await add(second, 4, 6, log, () => 1_000_000_000_000)).toBe('cosigned')
    expect(second.headOf(HASH)).toMatchObject({ size: 6n, time: 2_000_000_000n })
  })

  it('keeps one file for a log, however often it was cosigned', async () => {
    const folder = await newFolder()
    const state = await stateIn(folder)
    for (let size = 0; size < 6; size++) await add(state, size, size + 1)
    expect(await readdir(join(folder, 'heads'))).toEqual([`${HASH}.6`])
  })

  it('writes nothing for a head that was cosigned within the same second', async () => {
    const folder = await newFolder()
    const state = await stateIn(folder)
    const now = () => 1_000_000
    for (let again = 0; again < 3; again++) await add(state, again === 0 ? 0 : 2, 2, log, now)
    expect(await readdir(join(folder, 'heads'))).toEqual([`${HASH}.1`])
    expect(await add(state, 2, 2, log, () => 1_001_000)).toBe('cosigned')
    expect(state.headOf(HASH)?.time).toBe(1001n)
  })

  it('refuses to open with any bit of a head turned over', async () => {
    const storage = memoryStorage()
    await add(await stateIn('/w', storage), 0, 3)
    const path = `/w/heads/${HASH}.1`
    const bits = (await storage.read(path))!.length * 8
    for (let bit = 0; bit < bits; bit++) {
      storage.flip(path, bit)
      const opened = await openState('/w', key, storage)
      expect(opened.ok ? 'opened' : opened.refusal.code, `bit ${bit}`).toBe('state-damaged')
      storage.flip(path, bit)
    }
    expect((await openState('/w', key, storage)).ok).toBe(true)
  })

  it.each([
    ['empty', ''],
    ['noise', 'something else\n'],
  ])('refuses to open with a head that is %s', async (_, content) => {
    const folder = await newFolder()
    await add(await stateIn(folder), 0, 3)
    await writeFile(join(folder, 'heads', `${HASH}.1`), content)
    expect(await openState(folder, key)).toMatchObject({ ok: false, refusal: { code: 'state-damaged' } })
  })

  it('refuses to open with the head of one log under the name of another, or cosigned by another witness', async () => {
    const storage = memoryStorage()
    await add(await stateIn('/w', storage), 0, 3)
    const other = keyOf(testSigner('witness.example', 'cosignature/v1'))
    expect(await openState('/w', other, storage)).toMatchObject({ ok: false, refusal: { code: 'state-damaged' } })
    await storage.link(`/w/heads/${HASH}.1`, `/w/heads/${originHash('trucekeeper.example/other')}.1`)
    expect(await openState('/w', key, storage)).toMatchObject({ ok: false, refusal: { code: 'state-damaged' } })
  })

  it('stays as it was when the disk is full, and goes on when there is space again', async () => {
    const storage = memoryStorage()
    const state = await stateIn('/w', storage)
    await add(state, 0, 3)
    storage.failNext('writeSynced', 'ENOSPC')
    expect(await add(state, 3, 4)).toBe('storage-failed')
    expect(state.headOf(HASH)?.size).toBe(3n)
    expect(await add(state, 3, 4)).toBe('cosigned')
  })

  it.each(['link', 'remove', 'syncFolder', 'list'] as const)(
    'cosigns nothing more when it is not known what is on disk, as when `%s` fails',
    async (operation) => {
      const storage = memoryStorage()
      const state = await stateIn('/w', storage)
      await add(state, 0, 3)
      storage.failNext(operation, 'EIO')
      expect(await add(state, 3, 4)).toBe('stopped')
      expect(await add(state, 3, 4)).toBe('stopped')
      expect(await add(await stateIn('/w', storage), 9, 9)).toBe('old-size-differs')
    },
  )

  it('never cosigns two histories, whoever asks at the same time', async () => {
    const fork = testLog(ORIGIN, 'another entry', log.signer)
    const state = await stateIn(await newFolder())
    const answers = await Promise.all([
      add(state, 0, 5),
      add(state, 0, 5, fork),
      add(state, 0, 9),
      add(state, 0, 2, fork),
      add(state, 5, 8),
    ])
    expect(answers).toEqual(['cosigned', ...Array(3).fill('old-size-differs'), 'cosigned'])
  })

  it('never cosigns two histories in two processes on one folder', async () => {
    const fork = testLog(ORIGIN, 'another entry', log.signer)
    for (let round = 0; round < 20; round++) {
      const folder = await newFolder()
      const [one, other] = [await stateIn(folder), await stateIn(folder)]
      const answers = await Promise.all([add(one, 0, 5), add(other, 0, 6, fork)])
      expect(answers.toSorted()).toEqual(['cosigned', 'old-size-differs'])
      const history = answers[0] === 'cosigned' ? log : fork
      const size = history === log ? 5 : 6
      const both = await Promise.all([add(one, size, 9, history), add(other, size, 12, history)])
      expect(both.toSorted()).toEqual(['cosigned', 'old-size-differs'])
      const after = await stateIn(folder)
      const last = both[0] === 'cosigned' ? 9 : 12
      expect(after.headOf(HASH)).toMatchObject({ size: BigInt(last), root: history.root(last) })
    }
  })
})

/** Cosigns until the power fails; gives the largest size that somebody got a cosignature for. */
async function untilCut(storage: MemoryStorage, state: WitnessState | null): Promise<number> {
  let size = 0
  try {
    const running = state ?? (await stateIn('/w', storage))
    for (const next of [1, 2, 2, 5, 8, 9]) if ((await add(running, size, next)) === 'cosigned') size = next
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
  }
  return size
}

/** How many operations that takes in all, and then some. */
const MOST_OPERATIONS = 60

describe('a power cut', () => {
  it('takes back no cosignature that somebody got, wherever it falls', async () => {
    const cut = fc.record({ after: fc.nat(MOST_OPERATIONS), survives: fc.infiniteStream(fc.boolean()) })
    await fc.assert(
      fc.asyncProperty(cut, async ({ after, survives }) => {
        const storage = memoryStorage()
        storage.cutAfter(after)
        const got = await untilCut(storage, null)
        storage.restart(() => survives.next().value === true)
        const state = await stateIn('/w', storage)
        const kept = state.headOf(HASH)
        expect(kept?.size ?? 0n).toBeGreaterThanOrEqual(BigInt(got))
        if (kept) expect(kept.root).toEqual(log.root(Number(kept.size)))
        expect(await add(state, Number(kept?.size ?? 0n), 12)).toBe('cosigned')
      }),
      { numRuns: 400 },
    )
  })

  it('would take some back from a witness that did not sync the folder', async () => {
    let lost = 0
    for (let after = 0; after < MOST_OPERATIONS; after++) {
      const storage = memoryStorage()
      storage.lies = true
      storage.cutAfter(after)
      const got = await untilCut(storage, null)
      storage.restart(() => false)
      storage.lies = false
      const kept = (await stateIn('/w', storage)).headOf(HASH)
      if ((kept?.size ?? 0n) < BigInt(got)) lost++
    }
    expect(lost).toBeGreaterThan(0)
  })
})
