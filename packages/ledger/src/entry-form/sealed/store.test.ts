import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealerOf } from '@trucekeeper/keys'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { faultStorage } from '../../faults/fault-storage.ts'
import { randomFrom, upTo, type Random } from '../../faults/random.ts'
import type { Storage } from '../../storage.ts'
import { makeLeaf, openLeaf, openSealedStore, readLeaf, type SealedResult, type SealedStore } from '../index.ts'
import { AUTHOR, CLAIM_ENTRY, given, ORIGIN } from '../testing/entries.ts'
import { readDestroyed, destroyedLine } from './destroyed.ts'

const ROOT = mkdtempSync(join(tmpdir(), 'sealed-'))
afterAll(() => rmSync(ROOT, { recursive: true }))
let folders = 0
const folder = () => join(ROOT, `folder-${folders++}`)

const SEALER = sealerOf(new Uint8Array(32).fill(1))
const value = <T>(result: SealedResult<T>): T => {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
const code = (result: SealedResult<unknown>) => (result.ok ? 'given' : result.refusal.code)
const opened = async (dir: string): Promise<SealedStore> => value(await openSealedStore(dir, SEALER))
const some = (words: string) => ({ entryKey: new Uint8Array(randomBytes(32)), disclosures: [words, 'b'] })

class PowerCut extends Error {}

/** The power fails in the operation after so many, before it or after it has left its mark. */
function failingAfter(operations: number, random: Random, disk: Storage): Storage {
  let left = operations
  return new Proxy(disk, {
    get:
      (_, name: keyof Storage) =>
      async (...given: readonly never[]): Promise<unknown> => {
        const work = disk[name] as (...given: readonly never[]) => Promise<unknown>
        if (left-- > 0) return work(...given)
        if (left === -1 && random() < 0.5) await work(...given)
        throw new PowerCut('the power failed')
      },
  })
}

describe('sealed fields', () => {
  it('come back for their leaf, now and after a start', async () => {
    const { bytes, sealed } = given(makeLeaf(CLAIM_ENTRY, { origin: ORIGIN, author: AUTHOR, withhold: ['body.quote'] }))
    const dir = folder()
    const store = await opened(dir)
    value(await store.put([{ index: 7, sealed: sealed! }]))
    for (const each of [store, await opened(dir)]) {
      const disclosures = value(await each.get(7))
      expect(given(openLeaf(given(readLeaf(bytes)), disclosures)).entry).toEqual(CLAIM_ENTRY)
    }
    expect(code(await store.get(8))).toBe('sealed-unknown')
  })

  it('stand nowhere in the folder in the clear, nor do their keys', async () => {
    const dir = folder()
    const sealed = some('a quote that nobody may read')
    value(await (await opened(dir)).put([{ index: 7, sealed }]))
    const all = Buffer.concat(readdirSync(dir).map((name) => readFileSync(join(dir, name))))
    expect(all.includes('nobody may read')).toBe(false)
    expect(all.includes(Buffer.from(sealed.entryKey))).toBe(false)
    const stranger = value(await openSealedStore(dir, sealerOf(new Uint8Array(32).fill(2))))
    expect(code(await stranger.get(7))).toBe('sealed-damaged')
  })

  it('cannot be had again once destroyed, not even with the keyring and what is left of the files', async () => {
    const dir = folder()
    const store = await opened(dir)
    value(await store.put([6, 7, 8].map((index) => ({ index, sealed: some(`words of ${index}`) }))))
    const before = readFileSync(join(dir, 'keys'))
    value(await store.destroy(7, 'the witness asked for it'))
    const after = readFileSync(join(dir, 'keys'))
    const slot = before.subarray(before.length / 3, (before.length / 3) * 2)
    expect(after.includes(slot.subarray(20, 40))).toBe(false)
    expect(after.length).toBe(before.length)
    for (const each of [store, await opened(dir)]) {
      expect(code(await each.get(7))).toBe('sealed-destroyed')
      expect(each.destroyedFor(7)).toBe('the witness asked for it')
      expect(each.destroyedFor(8)).toBeNull()
      expect(code(await each.put([{ index: 7, sealed: some('again') }]))).toBe('sealed-destroyed')
      expect(value(await each.get(6))).toEqual(['words of 6', 'b'])
      expect(value(await each.get(8))).toEqual(['words of 8', 'b'])
      expect(code(await each.destroy(7, 'twice'))).toBe('given')
      expect(code(await each.destroy(9, 'never there'))).toBe('sealed-unknown')
    }
  })

  it('are overwritten at the start when the power failed between saying so and doing it', async () => {
    const dir = folder()
    value(await (await opened(dir)).put([6, 7].map((index) => ({ index, sealed: some('words') }))))
    writeFileSync(join(dir, 'destroyed'), destroyedLine({ index: 7, reason: 'the witness asked for it' }))
    const store = await opened(dir)
    expect(code(await store.get(7))).toBe('sealed-destroyed')
    expect(value(await store.get(6))).toEqual(['words', 'b'])
    const keys = readFileSync(join(dir, 'keys'))
    expect(keys.subarray(0, keys.length / 2).some((byte) => byte !== 0)).toBe(true)
    expect(keys.subarray(keys.length / 2).every((byte) => byte === 0)).toBe(true)
  })

  it('give way to those of the entry that took the place of one never acknowledged', async () => {
    const dir = folder()
    const store = await opened(dir)
    value(await store.put([{ index: 7, sealed: some('first') }]))
    value(await store.put([{ index: 7, sealed: some('second') }]))
    for (const each of [store, await opened(dir)]) expect(value(await each.get(7))).toEqual(['second', 'b'])
  })

  it('are found damaged when any bit of them is turned over, and never come back as others', async () => {
    const dir = folder()
    value(await (await opened(dir)).put([{ index: 7, sealed: some('words') }]))
    for (const name of ['keys', 'contents']) {
      const whole = readFileSync(join(dir, name))
      for (let at = 0; at < whole.length; at++) {
        const flipped = Buffer.from(whole)
        flipped[at]! ^= 1 << (at % 8)
        writeFileSync(join(dir, name), flipped)
        expect(['sealed-damaged', 'sealed-unknown']).toContain(code(await (await opened(dir)).get(7)))
      }
      writeFileSync(join(dir, name), whole)
    }
    expect(value(await (await opened(dir)).get(7))).toEqual(['words', 'b'])
  })

  it('are all there after power cuts once they were acknowledged, and gone once that was', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = randomFrom(seed)
      const disk = faultStorage(random)
      await disk.makeFolder('/s')
      await disk.syncFolder('/')
      const kept = new Map<number, string>()
      const gone = new Set<number>()
      let doubtful: number | null = null
      for (let life = 0; life < 4; life++) {
        const failing = failingAfter(upTo(random, 60), random, disk)
        try {
          const store = value(await openSealedStore('/s/sealed', SEALER, failing))
          for (let step = 0; step < 12; step++) {
            const index = upTo(random, 8)
            if (random() < 0.3 && kept.has(index)) {
              doubtful = index
              value(await store.destroy(index, 'a reason'))
              kept.delete(index)
              gone.add(index)
            } else if (!gone.has(index) && !kept.has(index)) {
              doubtful = index
              value(await store.put([{ index, sealed: some(`${seed}/${life}/${step}`) }]))
              kept.set(index, `${seed}/${life}/${step}`)
            }
            doubtful = null
          }
        } catch (error) {
          if (!(error instanceof PowerCut)) throw error
        }
        disk.restart()
        const store = value(await openSealedStore('/s/sealed', SEALER, disk))
        // What was under way when the power failed may be either; from here on it stays what it is found to be.
        if (doubtful !== null) {
          const found = await store.get(doubtful)
          if (found.ok) kept.set(doubtful, found.value[0]!)
          else kept.delete(doubtful)
          if (code(found) === 'sealed-destroyed') gone.add(doubtful)
          doubtful = null
        }
        for (const [index, words] of kept) expect(value(await store.get(index))).toEqual([words, 'b'])
        for (const index of gone) expect(code(await store.get(index))).toBe('sealed-destroyed')
      }
    }
  })

  it('are refused and reads go on when the disk is full', async () => {
    const disk = faultStorage(randomFrom(1))
    await disk.makeFolder('/s')
    const store = value(await openSealedStore('/s/sealed', SEALER, disk))
    value(await store.put([{ index: 1, sealed: some('words') }]))
    disk.space = 10
    expect(code(await store.put([{ index: 2, sealed: some('more') }]))).toBe('disk-full')
    expect(code(await store.put([{ index: 2, sealed: some('more') }]))).toBe('writes-stopped')
    expect(value(await store.get(1))).toEqual(['words', 'b'])
    disk.space = Infinity
    const again = value(await openSealedStore('/s/sealed', SEALER, disk))
    value(await again.put([{ index: 2, sealed: some('more') }]))
    expect(value(await again.get(2))).toEqual(['more', 'b'])
  })
})

describe('the list of what was destroyed', () => {
  it('is read up to where it was cut short, and refused when it is damaged before its end', () => {
    const lines = [1, 2, 3].map((index) => destroyedLine({ index, reason: 'a\nb' }))
    const whole = new Uint8Array(Buffer.concat(lines))
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        const list = readDestroyed(whole.subarray(0, length))!
        expect(list.entries).toHaveLength(Math.floor(length / lines[0]!.length))
        expect(list.length).toBe(list.entries.length * lines[0]!.length)
      }),
    )
    const damaged = whole.slice()
    damaged[lines[0]!.length + 2]! ^= 1
    expect(readDestroyed(damaged)).toBeNull()
  })
})
