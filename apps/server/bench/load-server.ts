// The server under load, in a process of its own: tells its parent where it listens, and ends with it.
import { resolve } from 'node:path'
import { folderRecorder, liveWorkspace } from '@trucekeeper/workspace'
import { startServer } from '../src/index.ts'

const folder = process.argv[2]!
const recorder = folderRecorder(folder, { person: 'a monitor' })
const started = await startServer({
  workspace: liveWorkspace(folder),
  recorder,
  port: 0,
  host: '127.0.0.1',
  pageDir: resolve(import.meta.dirname, '../../web/dist'),
  onBug: console.error,
})
if (!started.ok) throw new Error(started.message)
process.send!({ url: started.server.url })
process.once('disconnect', () => void started.server.close().then(() => recorder.close()))
