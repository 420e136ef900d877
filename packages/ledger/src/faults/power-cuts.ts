// One simulated life of a ledger: write, lose power, come back, and compare with what was acknowledged.
import type { Entry } from '@trucekeeper/claims'
import { foldLedger } from '../fold.ts'
import { fsck } from '../fsck.ts'
import { openLedger, type Ledger } from '../ledger.ts'
import type { Owner } from '../lock.ts'
import type { Storage } from '../storage.ts'
import { PowerCut, faultStorage } from './fault-storage.ts'
import { randomFrom, upTo } from './random.ts'
import { QUICK_KEYS } from './test-keys.ts'
import { claimEntry, withdrawalEntry } from './sample-entries.ts'

/** Changes what reaches the disk, to show that the rig notices. */
export type Mutant = (storage: Storage) => Storage

export interface Life {
  readonly cuts: number
  readonly acknowledged: number
  /** What went wrong, first thing first; empty for a ledger that keeps its word. */
  readonly faults: readonly string[]
}

const POWER_CUTS_A_LIFE = 4
const opening = { keys: QUICK_KEYS }
const pool = new Map<number, Entry>()

function pooledEntry(number: number): Entry {
  const entry = pool.get(number) ?? claimEntry(number)
  pool.set(number, entry)
  return entry
}

/** Runs one life. The same seed always gives the same one. */
export async function liveThrough(seed: number, mutant: Mutant = (storage) => storage): Promise<Life> {
  const random = randomFrom(seed)
  const disk = faultStorage(random)
  await disk.makeFolder('/l')
  const storage = mutant(disk)
  const acknowledged = new Map<string, number>()
  const evidence = new Map<string, string>()
  const faults: string[] = []
  let next = 0
  let cuts = 0

  for (let life = 0; life < POWER_CUTS_A_LIFE && faults.length === 0; life++) {
    disk.cutAfter(upTo(random, random() < 0.3 ? 12 : 60))
    try {
      const opened = await openLedger('/l/ledger', { ...opening, storage, owner: bornIn(life) })
      if (!opened.ok) throw new Error(`it does not open: ${opened.refusal.message}`)
      faults.push(...missing(opened.value, acknowledged))
      for (let batch = 0; batch < 8; batch++) await work(opened.value)
      await opened.value.close()
    } catch (error) {
      if (!(error instanceof PowerCut)) faults.push(error instanceof Error ? error.message : String(error))
    }
    disk.restart()
    cuts++
    // Sometimes the next start is the first to see the damage, and may itself lose power over it.
    if (random() < 0.4 && cuts < POWER_CUTS_A_LIFE) continue
    const opened = await openLedger('/l/ledger', { ...opening, storage: disk, owner: bornIn(life + 100) })
    if (!opened.ok) {
      faults.push(`it does not open: ${opened.refusal.message}`)
      break
    }
    faults.push(...(await lost(opened.value)))
    await opened.value.close()
    if (cuts < POWER_CUTS_A_LIFE) continue
    const { ok, findings } = await fsck('/l/ledger', { storage: disk, verify: QUICK_KEYS.verify })
    if (!ok) faults.push(`fsck finds: ${findings.map(({ message }) => message).join('; ')}`)
  }
  return { cuts, acknowledged: acknowledged.size, faults }

  async function work(ledger: Ledger): Promise<void> {
    // A large first batch brings the change of segments near, where a name has to be made safe too.
    const many = next === 0 && random() < 0.1 ? 250 : 1 + upTo(random, 4)
    const batch = Array.from({ length: many }, () => pooledEntry(next++))
    const target = [...acknowledged.keys()][upTo(random, acknowledged.size + 1)]
    const withdrawal = target?.startsWith('clm_') && random() < 0.2 ? [withdrawalEntry(target)] : []
    const cut = upTo(random, batch.length + 1)
    const offers = [batch.slice(0, cut), [...batch.slice(cut), ...withdrawal]]
    await Promise.all(
      offers.map(async (offer) => {
        const answer = await ledger.append(offer)
        if (!answer.ok) faults.push(`it refused: ${answer.refusal.message}`)
        else for (const { id, index } of answer.value.appended) acknowledged.set(id, index)
      }),
    )
    if (random() > 0.1) return
    const text = `evidence ${next}`
    const kept = await ledger.evidence.put(new TextEncoder().encode(text))
    if (kept.ok) evidence.set(kept.value, text)
  }

  async function lost(ledger: Ledger): Promise<string[]> {
    const { received } = await foldLedger(ledger.entries())
    const gone = [...acknowledged].filter(([id, index]) => received.get(id)?.index !== index)
    const files = await Promise.all([...evidence.keys()].map((digest) => ledger.evidence.get(digest)))
    return [
      ...gone.slice(0, 1).map(([id, index]) => `lost ${gone.length} acknowledged entries, the first ${id} at ${index}`),
      ...files.flatMap((file) => (file.ok ? [] : [`lost evidence: ${file.refusal.message}`])),
    ]
  }
}

function missing(ledger: Ledger, acknowledged: ReadonlyMap<string, number>): string[] {
  return ledger.size < acknowledged.size ? [`came back with ${ledger.size} of ${acknowledged.size} entries`] : []
}

/** After a power cut every process is another one, even where its number comes again. */
function bornIn(life: number): Owner {
  return { pid: 7, birthOf: () => `life ${life}` }
}
