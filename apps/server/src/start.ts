// Listening on this machine's own address, saying why when that fails, and stopping without cutting anyone off.
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import {
  authorIn,
  createApp,
  type PeopleSetting,
  type Recorder,
  type RequestLine,
  type SealedFields,
  type Workspace,
} from '@trucekeeper/api'
import { pageFolder } from './page-folder.ts'
import { processGauges } from './process-gauges.ts'

const HOST = '127.0.0.1'
/** Passkeys are made for names, never for numbers. */
const SAME_MACHINE = 'http://localhost'

export interface Running {
  /** `http://127.0.0.1:4173`, without a slash at the end; where people sign in, the origin at which they do. */
  readonly url: string
  /** Lets running answers finish, for two seconds at most, and resolves when the port is free again. */
  close(): Promise<void>
}

export type Started =
  | { readonly ok: true; readonly server: Running }
  | { readonly ok: false; readonly message: string; readonly help: string }

/** Several people, who sign in. Without an origin it is this machine's: `http://localhost` and the port. */
export type PeopleOptions = Omit<PeopleSetting, 'origin'> & { readonly origin?: string }

export interface StartOptions {
  readonly workspace: Workspace
  /** What each desk sees of it; needed with `people`. */
  readonly seenBy?: (audience: string) => Workspace
  /** Where people write; without one the server only reads. Whoever starts it closes it. */
  readonly recorder?: Recorder
  /** 0 takes any free port. */
  readonly port: number
  /** Only this machine: what others reach is a server in front of it, which has the certificate. */
  readonly host: typeof HOST
  /** The folder that `npm run build` writes. */
  readonly pageDir: string
  readonly onBug: (bug: unknown) => void
  readonly people?: PeopleOptions
  /** What opens withheld fields for people who may read them. */
  readonly sealed?: SealedFields
  /** Told of every request: never of its question, its body or who asked. */
  readonly log?: (line: RequestLine) => void
}

export async function startServer({
  workspace,
  seenBy,
  recorder,
  port,
  host,
  pageDir,
  onBug,
  log,
  people,
  sealed,
}: StartOptions): Promise<Started> {
  const closing = new AbortController()
  let url = ''
  const app = createApp({
    workspace,
    ...(seenBy && { seenBy }),
    ...(recorder && { recorder }),
    page: pageFolder(pageDir),
    hosts: people ? [new URL(people.origin ?? SAME_MACHINE).hostname] : [host, 'localhost'],
    onBug,
    closing: closing.signal,
    clientsOf: (c) => [getConnInfo(c).remote.address ?? ''],
    gauges: processGauges,
    ...(log && { log }),
    ...(sealed && { sealed }),
    // The port may be chosen by the system, after this.
    ...(people && { people: { ...people, origin: () => people.origin ?? url }, authorOf: authorIn }),
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  const failure = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once('error', done)
    server.listen(port, host, () => done(null))
  })
  if (failure) return { ok: false, ...explained(failure, port) }
  server.on('error', onBug)
  const taken = (server.address() as AddressInfo).port
  url = people ? (people.origin ?? `${SAME_MACHINE}:${taken}`) : `http://${host}:${taken}`
  return {
    ok: true,
    server: {
      url,
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
