// A process that appends until it is killed, and says of each entry that it was acknowledged, after it was.
import { writeSync } from 'node:fs'
import { openTestLedger } from './test-keys.ts'
import { claimEntry } from './sample-entries.ts'

const [dir, first] = process.argv.slice(2)
const opened = await openTestLedger(dir!)
if (!opened.ok) throw new Error(opened.refusal.message)
for (let number = Number(first); ; number++) {
  const answer = await opened.value.append([claimEntry(number), claimEntry(number + 0.5)])
  if (!answer.ok) throw new Error(answer.refusal.message)
  // Not through a stream, which a kill could leave unwritten.
  for (const { index, id } of answer.value.appended) writeSync(1, `${index} ${id}\n`)
}
