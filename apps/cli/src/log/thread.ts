// A stretch of a log, checked on a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { checkPart, type PartAsked } from './part.ts'

const port = parentPort!
port.postMessage(await checkPart(workerData as PartAsked))
