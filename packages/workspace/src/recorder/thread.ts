// A recorder on a thread of its own, asked through messages.
import { parentPort, workerData } from 'node:worker_threads'
import { folderRecorder } from './recorder.ts'
import type { Asked, Setting, Told } from './in-thread.ts'

const { dir, ...options } = workerData as Setting
const recorder = folderRecorder(dir, options)
const port = parentPort!
const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: unknown) => void }>()
let asked = 0

port.on('message', (message: Asked) => {
  if ('name' in message) void answer(message)
  else {
    const { done, fail } = waiting.get(message.question)!
    waiting.delete(message.question)
    if (message.ok) done(message.value)
    else fail(new Error('the one who asked has thrown'))
  }
})

async function answer({ call, name, args }: Extract<Asked, { name: string }>): Promise<void> {
  const given = args.map((one) => ('value' in one ? one.value : askBack(call, one.callback)))
  try {
    const method = recorder[name] as (...values: unknown[]) => Promise<unknown>
    tell({ call, ok: true, value: await method(...given) })
  } catch (error) {
    tell({ call, ok: false, error })
  }
}

/** What stays on the other thread is asked there. */
function askBack(call: number, callback: number) {
  return (...values: unknown[]) =>
    new Promise<unknown>((done, fail) => {
      const question = (asked += 1)
      waiting.set(question, { done, fail })
      tell({ call, callback, question, values })
    })
}

function tell(told: Told): void {
  port.postMessage(told)
}
