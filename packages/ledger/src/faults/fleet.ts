// Lives many seeds on several threads, and gathers what came of them.
import { Worker } from 'node:worker_threads'
import type { Lived, Tally } from './life.ts'
import type { Edit } from './substitutions.ts'
import type { WorkerData } from './worker.ts'

export interface Found {
  readonly seed: number
  readonly fault: string
}

export interface Campaign extends Tally {
  readonly seeds: number
  /** The first of each thread, since a thread ends with it. */
  readonly found: readonly Found[]
}

export interface Orders {
  readonly threads: number
  readonly edits?: readonly Edit[]
  /** The first seed; those that follow are lived until it is enough. */
  readonly from?: number
  /** Asked after every life. */
  readonly isEnough: (so: Campaign) => boolean
}

/** Odd seeds have small tiles, so that few entries make a deep tree; even ones have tiles as they are. */
function hasSmallTiles(seed: number): boolean {
  return seed % 2 === 1
}

export async function campaign({ threads, edits = [], from = 1, isEnough }: Orders): Promise<Campaign> {
  let so: Campaign = { seeds: 0, cuts: 0, compared: 0, examined: 0, troubles: 0, found: [] }
  let isOver = false

  /** Lives `first`, then every seed `step` further on. */
  function run(first: number, step: number): Promise<void> {
    const data: WorkerData = { smallTiles: hasSmallTiles(first), edits }
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: data })
    let seed = first
    const live = () => {
      worker.postMessage(seed, [])
      seed += step
    }
    live()
    return new Promise((resolve, reject) => {
      const end = () => void worker.terminate().then(() => resolve())
      worker.on('error', reject)
      worker.on('message', ({ fault, seed, ...tally }: Lived & { readonly seed: number }) => {
        const found = fault === null ? so.found : [...so.found, { seed, fault }]
        so = {
          seeds: so.seeds + 1,
          cuts: so.cuts + tally.cuts,
          compared: so.compared + tally.compared,
          examined: so.examined + tally.examined,
          troubles: so.troubles + tally.troubles,
          found,
        }
        isOver ||= isEnough(so)
        if (isOver || fault !== null) end()
        else live()
      })
    })
  }

  // An even step keeps a thread to one size of tiles, which is fixed when the store is loaded.
  const step = 2 * Math.ceil(threads / 2)
  await Promise.all(Array.from({ length: threads }, (_, at) => run(from + at, step)))
  return so
}
