// A server in a process of its own, so that a story can kill it: `node serving.ts FOLDER PORT PAGE`.
import { startServer } from '@trucekeeper/server'
import { folderRecorder, liveWorkspace } from '@trucekeeper/workspace'

const [dir, port, pageDir] = process.argv.slice(2)
const started = await startServer({
  workspace: liveWorkspace(dir!),
  recorder: folderRecorder(dir!),
  port: Number(port),
  host: '127.0.0.1',
  pageDir: pageDir!,
  onBug: (bug) => process.stderr.write(`${String(bug)}\n`),
})
if (!started.ok) throw new Error(started.message)
process.stdout.write(`${started.server.url}\n`)
