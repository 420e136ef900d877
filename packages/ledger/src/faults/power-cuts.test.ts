// Thousands of power cuts on a simulated disk, and proof that the rig sees a ledger that breaks its word.
import { describe, expect, it } from 'vitest'
import type { Storage } from '../storage.ts'
import { liveThrough, type Mutant } from './power-cuts.ts'

const LIVES = 600

/** Ledgers with a bug each, made by holding back what they ask of the disk. */
const MUTANTS: Record<string, Mutant> = {
  'acknowledges before it syncs the entries': (storage) => {
    const owed = new Set<string>()
    const pay = async () => {
      for (const path of owed) if ((await storage.read(path)) !== null) await storage.sync(path)
      owed.clear()
    }
    return {
      ...storage,
      async sync(path) {
        if (isEntries(path)) owed.add(path)
        else await storage.sync(path)
      },
      async extend(path, at, bytes) {
        await pay()
        await storage.extend(path, at, bytes)
      },
    }
  },
  'never syncs the entries': without((path) => isEntries(path)),
  'renames the head before it syncs it': without((path) => path.endsWith('.new')),
  'never syncs a folder': (storage) => ({ ...storage, async syncFolder() {} }),
  'does not sync the folder of a new bundle': (storage) => ({
    ...storage,
    async syncFolder(path) {
      if (!path.endsWith('/tile/entries')) await storage.syncFolder(path)
    },
  }),
  'writes the head in place': (storage) => ({
    ...storage,
    write: (path, bytes) => storage.write(path.replace('checkpoint.new', 'checkpoint'), bytes),
    sync: (path) => storage.sync(path.replace('checkpoint.new', 'checkpoint')),
    rename: async (from, to) => (from.endsWith('checkpoint.new') ? undefined : storage.rename(from, to)),
  }),
  'renames evidence before it syncs it': without((path) => path.includes('/evidence/')),
}

function isEntries(path: string): boolean {
  return path.includes('/tile/entries/')
}

function without(held: (path: string) => boolean): Mutant {
  return (storage: Storage) => ({
    ...storage,
    async sync(path) {
      if (!held(path)) await storage.sync(path)
    },
  })
}

describe('when the power fails', () => {
  it('loses nothing that was acknowledged, whatever the disk did with the rest', async () => {
    let [cuts, acknowledged] = [0, 0]
    for (let seed = 1; seed <= LIVES; seed++) {
      const life = await liveThrough(seed)
      expect(life.faults, `seed ${seed}`).toEqual([])
      cuts += life.cuts
      acknowledged += life.acknowledged
    }
    expect(cuts).toBe(4 * LIVES)
    expect(acknowledged).toBeGreaterThan(10 * LIVES)
  })

  it.each(Object.entries(MUTANTS))('catches a ledger that %s', async (_, mutant) => {
    let fault: string | undefined
    for (let seed = 1; fault === undefined && seed <= 400; seed++) fault = (await liveThrough(seed, mutant)).faults[0]
    expect(fault).toMatch(/^(lost|came back|it does not open|fsck finds)/)
  })
})
