// Serving a witness over HTTP, on this machine's own address unless told otherwise.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { given, refused, type Keyring, type Refusal, type Result } from '@trucekeeper/keys'
import { createWitness } from './app.ts'
import { openWitness, type FolderRefusal } from './folder.ts'

export interface ServeOptions {
  /** Made by `beginWitness`. */
  readonly dir: string
  readonly keyring: Keyring
  /** 0 takes any free port. */
  readonly port: number
  /** `127.0.0.1` unless said: put a proxy with TLS before it rather than opening it to a network. */
  readonly host?: string
  /** Milliseconds since the Epoch; the system's clock unless said. */
  now?(): number
  onBug(bug: unknown): void
}

export interface RunningWitness {
  /** Without a slash at the end: what a policy has as the URL of this witness. */
  readonly url: string
  readonly verifierKey: string
  /** Origins of the logs it cosigns for. */
  readonly origins: readonly string[]
  /** Lets running answers finish, for two seconds at most. */
  close(): Promise<void>
}

/** A stranger who sends slowly holds a connection no longer than this, in milliseconds. */
const PATIENCE = 10_000
const MOST_CONNECTIONS = 256

export async function serveWitness(
  options: ServeOptions,
): Promise<Result<RunningWitness, FolderRefusal | Refusal<'port-unusable'>>> {
  const { dir, keyring, port, host = '127.0.0.1', now = Date.now, onBug } = options
  const opened = await openWitness(dir, keyring)
  if (!opened.ok) return opened
  const { signer, logs, state, verifierKey } = opened.value
  const app = createWitness({ signer, logs, state, now, onBug })
  const serverOptions = { requestTimeout: PATIENCE, headersTimeout: PATIENCE, connectionsCheckingInterval: 1_000 }
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server
  server.maxConnections = MOST_CONNECTIONS
  const failure = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once('error', done)
    server.listen(port, host, () => done(null))
  })
  if (failure) {
    const message = `the witness could not listen on port \`${port}\`: ${failure.code ?? failure.message}`
    return refused('port-unusable', message, 'stop what listens there, or choose another with `--port`')
  }
  server.on('error', onBug)
  return given({
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    verifierKey,
    origins: [...logs.keys()],
    close: () =>
      new Promise((done) => {
        const patience = setTimeout(() => server.closeAllConnections(), 2_000)
        server.close(() => {
          clearTimeout(patience)
          done()
        })
        server.closeIdleConnections()
      }),
  })
}
