// One thread of the rig: lives the seeds it is given, on the store as it is or on a mutant of it.
import { parentPort, workerData } from 'node:worker_threads'
import type { Lived } from './life.ts'
import { KNOWN_KEY, SMALL_TILES, substitute, type Edit } from './substitutions.ts'

export interface WorkerData {
  readonly smallTiles: boolean
  readonly edits: readonly Edit[]
}

const { smallTiles, edits } = workerData as WorkerData
substitute([...KNOWN_KEY, ...(smallTiles ? [SMALL_TILES] : []), ...edits])
const { live } = await import('./life.ts')

const port = parentPort!
port.on('message', async (seed: number) => {
  const lived: Lived & { seed: number } = { ...(await live(seed)), seed }
  port.postMessage(lived)
})
