// Some parts of the grouping, on a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { partsOf, type Asked } from './grouping.ts'

const port = parentPort!
port.postMessage(partsOf(workerData as Asked))
