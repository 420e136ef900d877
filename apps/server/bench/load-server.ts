// The server under load, in a process of its own: tells its parent where it listens, and how long it kept others waiting.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { resolve } from 'node:path'
import { followFolder, recorderInThread } from '@trucekeeper/workspace'
import { startServer } from '../src/index.ts'

const folder = process.argv[2]!
// As `truce serve` does it.
const followed = followFolder(folder, { beat_ms: 100 })
const recorder = recorderInThread(folder, { person: 'a monitor', afterwards: followed.caughtUp })
const started = await startServer({
  workspace: followed.view(),
  recorder,
  port: 0,
  host: '127.0.0.1',
  pageDir: resolve(import.meta.dirname, '../../web/dist'),
  onBug: console.error,
})
if (!started.ok) throw new Error(started.message)
process.send!({ url: started.server.url })
const delay = monitorEventLoopDelay({ resolution: 5 })
process.on('message', (said) => {
  if (said === 'begin') {
    delay.reset()
    delay.enable()
  }
  const [p99_ms, most_ms] = [delay.percentile(99), delay.max].map((ns) => ns / 1e6)
  if (said === 'end') process.send!({ p99_ms, most_ms })
})
process.once('disconnect', () => void started.server.close().then(() => recorder.close()))
