// truce serve: the page and the API over a folder, on this machine only.
import { startServer } from '@trucekeeper/server'
import { InvalidArgumentError, type Command } from 'commander'
import { fileURLToPath } from 'node:url'
import { liveWorkspace } from '@trucekeeper/workspace'
import { workspaceAt } from '../arguments.ts'
import { Stop, type Terminal } from '../terminal.ts'

export const PAGE_FOLDER = fileURLToPath(new URL('../../../web/dist/', import.meta.url))
const DEFAULT_PORT = 4600

export function addServe(program: Command, io: Terminal): void {
  program
    .command('serve')
    .description('the page and the HTTP API, on this machine only')
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--port <number>', '0 takes any free port', port, DEFAULT_PORT)
    .addHelpText('after', '\nExample:\n  truce serve examples/aleppo-2016 --port 4600')
    .action(async (dir: string, options: { port: number }) => {
      // Said now, with its places, rather than on the first visit.
      await workspaceAt(io, dir)
      const url = await serve(io, dir, options.port)
      io.print(`serving ${dir} at ${url} — stop with Ctrl-C`)
    })
}

/** Starts serving a folder and goes on until the process is told to stop. */
export async function serve(io: Terminal, dir: string, wanted: number): Promise<string> {
  const onBug = (bug: unknown) => io.fail(bug instanceof Error ? (bug.stack ?? bug.message) : String(bug), '')
  const started = await startServer({
    workspace: liveWorkspace(dir),
    port: wanted,
    host: '127.0.0.1',
    pageDir: PAGE_FOLDER,
    onBug,
  })
  if (!started.ok) throw new Stop(started.message, started.help)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void started.server.close().then(() => process.exit(0)))
  return started.server.url
}

function port(text: string): number {
  const number = Number(text)
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError('Write a number from 0 to 65535.')
  return number
}
