// A process that appends until it is killed, and says of each entry that it was acknowledged, after it was.
import { writeSync } from 'node:fs'
import { nodeStorage } from '../node-storage.ts'
import type { Storage } from '../storage.ts'
import { openTestLedger } from './test-keys.ts'
import { claimEntry } from './sample-entries.ts'

const [dir, first, most = Infinity, unsynced] = process.argv.slice(2)
/** As a control: a writer that leaves everything to the system, and has to lose by it. */
const careless: Storage = { ...nodeStorage(), sync: async () => {}, syncFolder: async () => {} }
const opened = await openTestLedger(dir!, unsynced ? { storage: careless } : {})
if (!opened.ok) {
  writeSync(2, `${opened.refusal.code}\n`)
  process.exit(3)
}
for (let number = Number(first); number < Number(first) + Number(most); number++) {
  const answer = await opened.value.append([claimEntry(number), claimEntry(number + 0.5)])
  if (!answer.ok) {
    writeSync(2, `${answer.refusal.code}\n`)
    process.exit(4)
  }
  const { size, root_hash } = opened.value.head
  // Not through a stream, which a kill could leave unwritten.
  for (const { index, id } of answer.value.appended) writeSync(1, `${index} ${id} ${size} ${root_hash}\n`)
}
await opened.value.close()
