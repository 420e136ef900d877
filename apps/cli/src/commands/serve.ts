// truce serve: the page and the API over a folder, on this machine only.
import { pageDoorAt, type PageDoor } from '@trucekeeper/protect'
import { startServer, trustedIn, type PeopleOptions, type Trusted } from '@trucekeeper/server'
import { InvalidArgumentError, type Command } from 'commander'
import { fileURLToPath } from 'node:url'
import {
  followFolder,
  hiddenByLevels,
  originalsIn,
  recorderInThread,
  sealedFields,
  viewsByAudience,
} from '@trucekeeper/workspace'
import { workspaceAt } from '../arguments.ts'
import { keepNotifying, noticesOf, notifierAt } from '../notify/notifier.ts'
import { openDoor } from '../people-door.ts'
import { originOf, peopleTables } from '../people-tables.ts'
import { printing } from '../printing.ts'
import { requestLog, type RequestLog } from '../request-log.ts'
import { Stop, type Terminal } from '../terminal.ts'

export const PAGE_FOLDER = fileURLToPath(new URL('../../../web/dist/', import.meta.url))
const DEFAULT_PORT = 4600
/** How old what readers see may be. Whoever has written something finds it at once. */
const BEAT_MS = 100

export function addServe(program: Command, io: Terminal): void {
  program
    .command('serve')
    .description('the page and the HTTP API, on this machine only')
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--port <number>', '0 takes any free port', port, DEFAULT_PORT)
    .option(
      '--people',
      'several people, who sign in with passkeys; kept in DIR/people, or at DATABASE_URL where that is set',
    )
    .option('--origin <url>', 'with --people: where they open it, when not on this machine', originOf)
    .option('--device-bound', 'with --people: take only passkeys that cannot be copied to another device')
    .option(
      '--trust-proxy <address>',
      'a front server whose `X-Forwarded-For` says who asks, such as 127.0.0.1 or 10.0.0.0/8; may be repeated',
      trusting,
    )
    .option('--log [file]', 'a line of JSON for every request, without questions, names and secrets')
    .option('--notify', 'tell desks what is new for them, by the rules of DIR/notify.json; see truce notify')
    .option('--metrics <number>', 'with --people: the port at which this machine is told how the server fares', port)
    .option('--protect <socket>', 'where the protection check answers, as `truce protect serve` says')
    .addHelpText('after', '\nExample:\n  truce serve examples/aleppo-2016 --port 4600')
    .action(async (dir: string, options: ServeOptions) => {
      // Said now, with its places, rather than on the first visit.
      await workspaceAt(io, dir)
      const url = await serve(io, dir, options.port, await peopleFor(dir, options), await beside(io, options))
      io.print(`serving ${dir} at ${url} — stop with Ctrl-C`)
    })
}

interface ServeOptions {
  readonly port: number
  readonly people?: true
  readonly origin?: string
  readonly deviceBound?: true
  readonly trustProxy?: Trusting
  readonly log?: string | true
  readonly notify?: true
  readonly metrics?: number
  readonly protect?: string
}

interface Trusting {
  readonly named: readonly string[]
  readonly trusted: Trusted
}

/** What is set of a server besides what it serves. */
interface Beside {
  readonly trusted?: Trusted
  readonly log?: RequestLog
  readonly notify?: true
  readonly metricsPort?: number
  readonly protection?: PageDoor
}

async function beside(
  io: Terminal,
  { trustProxy, log, notify, metrics, people, protect }: ServeOptions,
): Promise<Beside> {
  if (metrics !== undefined && !people)
    throw new Stop('`--metrics` is about people who sign in', 'give `--people` as well; without it see `/metrics`')
  return {
    ...(trustProxy && { trusted: trustProxy.trusted }),
    ...(log !== undefined && { log: await requestLog(log, (line) => io.print(line)) }),
    ...(notify && { notify }),
    ...(metrics !== undefined && { metricsPort: metrics }),
    ...(protect !== undefined && { protection: pageDoorAt(protect) }),
  }
}

async function peopleFor(dir: string, { people, origin, deviceBound }: ServeOptions): Promise<People | undefined> {
  if (!people) {
    const left = origin !== undefined ? '--origin' : deviceBound ? '--device-bound' : null
    if (left !== null) throw new Stop(`\`${left}\` is about people who sign in`, 'give `--people` as well')
    return undefined
  }
  const tables = await peopleTables(dir)
  // Tables in a folder are held by this process, which is told what to do about people; a database takes several.
  const door = process.env.DATABASE_URL ? null : await openDoor(dir, tables.db)
  const close = async () => {
    await door?.close()
    await tables.close()
  }
  return { db: tables.db, close, ...(origin !== undefined && { origin }), deviceBound: deviceBound ?? false }
}

type People = PeopleOptions & { readonly close: () => Promise<void> }

/** Starts serving a folder and goes on until the process is told to stop. */
export async function serve(
  io: Terminal,
  dir: string,
  wanted: number,
  people?: People,
  { log, notify, ...others }: Beside = {},
): Promise<string> {
  const onBug = (bug: unknown) => io.fail(bug instanceof Error ? (bug.stack ?? bug.message) : String(bug), '')
  const folder = followFolder(dir, { beat_ms: BEAT_MS })
  const recorder = recorderInThread(dir, { afterwards: folder.caughtUp })
  const print = printing()
  const views = viewsByAudience(folder)
  const notifying = notify && keepNotifying(await notifierAt(dir, views), onBug)
  const started = await startServer({
    workspace: folder.view(),
    recorder,
    originals: originalsIn(dir),
    print,
    port: wanted,
    host: '127.0.0.1',
    pageDir: PAGE_FOLDER,
    seenBy: viewsByAudience(folder),
    ...(people && { people, sealed: sealedFields(dir, hiddenByLevels(folder)) }),
    ...(notify && { notices: noticesOf(dir, views) }),
    onBug,
    ...(log && { log: log.log }),
    ...others,
  })
  if (!started.ok) {
    await Promise.all([people?.close(), notifying?.end()])
    throw new Stop(started.message, started.help)
  }
  const stop = () =>
    started.server
      .close()
      .then(() => Promise.all([recorder.close(), print.close(), notifying?.end(), people?.close(), log?.close()]))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
  return started.server.url
}

/** Called for each address that is named. */
function trusting(named: string, before?: Trusting): Trusting {
  const all = [...(before?.named ?? []), named]
  const found = trustedIn(all)
  if (!found.ok) throw new InvalidArgumentError('Write an address or a range: 127.0.0.1, 10.0.0.0/8, ::1.')
  return { named: all, trusted: found.trusted }
}

function port(text: string): number {
  const number = Number(text)
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError('Write a number from 0 to 65535.')
  return number
}
