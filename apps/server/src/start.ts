// Listening on this machine's own address, saying why when that fails, and stopping without cutting anyone off.
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { createApp, type RequestLine, type Workspace } from '@trucekeeper/api'
import { pageFolder } from './page-folder.ts'
import { processGauges } from './process-gauges.ts'

const HOST = '127.0.0.1'

export interface Running {
  /** `http://127.0.0.1:4173`, without a slash at the end. */
  readonly url: string
  /** Lets running answers finish, for two seconds at most, and resolves when the port is free again. */
  close(): Promise<void>
}

export type Started =
  | { readonly ok: true; readonly server: Running }
  | { readonly ok: false; readonly message: string; readonly help: string }

export interface StartOptions {
  readonly workspace: Workspace
  /** 0 takes any free port. */
  readonly port: number
  /** Only this machine: nobody signs in yet, so nobody else may reach it. */
  readonly host: typeof HOST
  /** The folder that `npm run build` writes. */
  readonly pageDir: string
  readonly onBug: (bug: unknown) => void
  /** Told of every request: never of its question, its body or who asked. */
  readonly log?: (line: RequestLine) => void
}

export async function startServer({ workspace, port, host, pageDir, onBug, log }: StartOptions): Promise<Started> {
  const closing = new AbortController()
  const app = createApp({
    workspace,
    page: pageFolder(pageDir),
    hosts: [host, 'localhost'],
    onBug,
    closing: closing.signal,
    clientsOf: (c) => [getConnInfo(c).remote.address ?? ''],
    gauges: processGauges,
    ...(log && { log }),
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  const failure = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once('error', done)
    server.listen(port, host, () => done(null))
  })
  if (failure) return { ok: false, ...explained(failure, port) }
  server.on('error', onBug)
  return {
    ok: true,
    server: {
      url: `http://${host}:${(server.address() as AddressInfo).port}`,
      close: () =>
        new Promise((done) => {
          closing.abort()
          const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2_000)
          // A connection is idle only once its last answer has ended, which may be a moment from now.
          const sweep = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 20)
          server.close(() => {
            clearTimeout(patience)
            clearInterval(sweep)
            done()
          })
        }),
    },
  }
}

function explained({ code, message }: NodeJS.ErrnoException, port: number): { message: string; help: string } {
  if (code === 'EADDRINUSE') {
    return {
      message: `port \`${port}\` is already in use`,
      help: `stop what listens there, or choose another with \`--port ${port + 1}\``,
    }
  }
  if (code === 'EACCES') {
    return { message: `port \`${port}\` is reserved`, help: 'choose one above 1023, such as `--port 4173`' }
  }
  return {
    message: `the server could not listen on port \`${port}\`: ${message}`,
    help: 'choose another with `--port`',
  }
}
