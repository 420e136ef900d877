// Every flipped bit in what is recomputed is found, and one in what can be made anew changes no answer.
import { describe, expect, it } from 'vitest'
import { BUNDLE_ENTRIES } from '../layout.ts'
import { openLedger } from '../ledger.ts'
import { flipBits } from './bit-flips.ts'
import { Disk } from './disk.ts'
import { storageOn } from './fault-storage.ts'
import { randomFrom, upTo } from './random.ts'
import { openAgain } from './reopen.ts'
import { valueOf } from './results.ts'
import { actEntry } from './sample-entries.ts'
import { QUICK_KEYS } from './test-keys.ts'

/** `bench/bit-flips.ts` flips ten thousand, in a deeper tree. */
const FLIPS = 300

describe('a bit that flips at rest', () => {
  it('is found wherever it is in bundles, tiles, head, verifier key and evidence', async () => {
    const { missed, in: counts } = await flipBits(FLIPS, 1)
    expect(missed).toEqual([])
    expect(Object.keys(counts)).toEqual(
      expect.arrayContaining(['checkpoint', 'verifier-key', 'tile/entries', 'tile/0']),
    )
  })

  it('in the index of ids changes no answer, and the index is made anew', async () => {
    const disk = new Disk()
    disk.makeFolder('/l')
    const storage = storageOn(disk)
    const entries = Array.from({ length: BUNDLE_ENTRIES + 3 }, (_, at) => actEntry(at))
    const ledger = valueOf(await openLedger('/l/ledger', { keys: QUICK_KEYS, storage }))
    valueOf(await ledger.append(entries))
    await ledger.close()
    const sound = disk.file('/l/ledger/private/ids')!.seen
    expect(sound.length).toBeGreaterThan(BUNDLE_ENTRIES)
    const random = randomFrom(7)
    for (let flip = 0; flip < 25; flip++) {
      disk.flip('/l/ledger/private/ids', upTo(random, sound.length), upTo(random, 8))
      const again = valueOf(await openAgain(storage))
      const answer = valueOf(await again.append(entries))
      expect(answer.appended).toEqual([])
      expect(answer.duplicates).toEqual(entries.map(({ body }, index) => ({ index, id: body.id })))
      expect(disk.file('/l/ledger/private/ids')!.seen).toEqual(sound)
      await again.close()
    }
  })
})
