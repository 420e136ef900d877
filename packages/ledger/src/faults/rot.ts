// A bit that flips at rest in what was acknowledged: it is refused or left unanswered, never answered wrongly or built on.
import { fsck } from '../fsck.ts'
import { sameBytes } from '../head.ts'
import { Disk, type Nodes } from './disk.ts'
import { storageOn } from './fault-storage.ts'
import { expectedFiles, LAYOUT, LEDGER, offeredEntry, offering, settled, type Promised } from './promised.ts'
import { upTo, type Random } from './random.ts'
import { faultIn, openAgain } from './reopen.ts'
import { QUICK_KEYS } from './test-keys.ts'

/** What is wrong with how a ledger takes one flipped bit; null where nothing is. */
export async function rotFault(nodes: Nodes, promised: Promised, random: Random): Promise<string | null> {
  const disk = new Disk(nodes)
  const storage = storageOn(disk)
  const recovered = await openAgain(storage)
  if (!recovered.ok) return `it does not open: ${recovered.refusal.message}`
  await recovered.value.close()
  const { size } = recovered.value
  const sound = settled(promised, size)
  const { files } = expectedFiles(sound, size)
  const paths = [...files.keys(), LAYOUT.checkpoint, LAYOUT.verifier, LAYOUT.lastSigned]
  const path = paths[upTo(random, paths.length)]!
  const [byte, bit] = [upTo(random, disk.file(path)!.seen.length), upTo(random, 8)]
  disk.flip(path, byte, bit)
  const where = `with bit ${bit} of byte ${byte} of ${path} flipped`

  if (path !== LAYOUT.lastSigned && (await fsck(LEDGER, { storage, verify: QUICK_KEYS.verify })).ok)
    return `${where}, fsck finds nothing`
  const opened = await openAgain(storage)
  if (!opened.ok) return null
  const ledger = opened.value
  try {
    for (let index = 0; index < size; index++) {
      if (!sameBytes(await ledger.leaf(index), sound.leaves[index]!.bytes))
        return `${where}, it gives another entry ${index}`
    }
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Lost entry'))) throw error
  }
  disk.flip(path, byte, bit)
  const extra = offeredEntry(10_000)
  const more = await ledger.append([extra.entry])
  if (!more.ok) return null
  const fault = faultIn(disk, ledger, settled(offering(sound, [extra]), size + 1))
  return fault && `${where}, it writes on: ${fault}`
}
