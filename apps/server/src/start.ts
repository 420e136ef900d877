// Listening on this machine's own address, saying why when that fails, and stopping without cutting anyone off.
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import {
  authorIn,
  createApp,
  type NoticesKnown,
  type Originals,
  type PageDoor,
  type PeopleSetting,
  type Print,
  type Recorder,
  type RequestLine,
  type SealedFields,
  type Workspace,
} from '@trucekeeper/api'
import { clientOf, type Trusted } from './clients.ts'
import { pageFolder } from './page-folder.ts'
import { operatorsFetch } from './operators.ts'
import { processGauges } from './process-gauges.ts'

const HOST = '127.0.0.1'
/** Passkeys are made for names, never for numbers. */
const SAME_MACHINE = 'http://localhost'

export interface Running {
  /** `http://127.0.0.1:4173`, without a slash at the end; where people sign in, the origin at which they do. */
  readonly url: string
  /** Where it is told how the server fares, with `metricsPort`. */
  readonly metricsUrl: string | null
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
  /** The bytes of documents as they came in; without it none is handed out. */
  readonly originals?: Originals
  /** Sets reports on paper; without it they are to be had in every other form. */
  readonly print?: Print
  /** The way to the protection check, which is another process; without it nothing can be asked of it. */
  readonly protection?: PageDoor
  /** How a desk is told of what is new, for its own screen. */
  readonly notices?: (desk: string | null) => Promise<NoticesKnown>
  /** Told of every request: never of its question, its body or who asked. */
  readonly log?: (line: RequestLine) => void
  /** Front servers whose word is taken for who asks; see `trustedIn`. */
  readonly trusted?: Trusted
  /** Where people sign in: the port at which whoever runs the server is told how it fares, and nobody else. */
  readonly metricsPort?: number
}

/** A front server keeps connections for a minute, and must not find one closed just as it uses it again. */
const KEEPS_MS = 65_000

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
  originals,
  print,
  notices,
  protection,
  trusted = nobody,
  metricsPort,
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
    clientsOf: (c) => [clientOf(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), trusted)],
    isOperator: (c) => (c.env as { readonly isOperator?: unknown }).isOperator === true,
    gauges: processGauges,
    ...(log && { log }),
    ...(sealed && { sealed }),
    ...(originals && { originals }),
    ...(print && { print }),
    ...(notices && { notices }),
    ...(protection && { protection }),
    // The port may be chosen by the system, after this.
    ...(people && { people: { ...people, origin: () => people.origin ?? url }, authorOf: authorIn }),
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEPS_MS
  const failure = await listening(server, port, host)
  if (failure) return { ok: false, ...explained(failure, port) }
  const operators = metricsPort === undefined ? null : createAdaptorServer({ fetch: operatorsFetch(app, () => url) })
  const operatorsFailure = operators && (await listening(operators, metricsPort!, host))
  if (operatorsFailure) {
    server.close()
    return { ok: false, ...explained(operatorsFailure, metricsPort!, '--metrics') }
  }
  server.on('error', onBug)
  operators?.on('error', onBug)
  const taken = (server.address() as AddressInfo).port
  url = people ? (people.origin ?? `${SAME_MACHINE}:${taken}`) : `http://${host}:${taken}`
  const metricsUrl = operators && `http://${host}:${(operators.address() as AddressInfo).port}/metrics`
  return {
    ok: true,
    server: {
      url,
      metricsUrl,
      close: () =>
        new Promise((done) => {
          closing.abort()
          operators?.close()
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

/** Without one named, nobody's. */
const nobody: Trusted = { check: () => false }

function listening(
  server: ReturnType<typeof createAdaptorServer>,
  port: number,
  host: string,
): Promise<NodeJS.ErrnoException | null> {
  return new Promise((done) => {
    server.once('error', done)
    server.listen(port, host, () => done(null))
  })
}

function explained(
  { code, message }: NodeJS.ErrnoException,
  port: number,
  option = '--port',
): { message: string; help: string } {
  if (code === 'EADDRINUSE') {
    return {
      message: `port \`${port}\` is already in use`,
      help: `stop what listens there, or choose another with \`${option} ${port + 1}\``,
    }
  }
  if (code === 'EACCES') {
    return { message: `port \`${port}\` is reserved`, help: `choose one above 1023, such as \`${option} 4173\`` }
  }
  return {
    message: `the server could not listen on port \`${port}\`: ${message}`,
    help: `choose another with \`${option}\``,
  }
}
