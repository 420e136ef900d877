// `npm start`: builds the page where needed, loads the example into a folder, prints the verdicts and serves them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serve } from '../apps/cli/src/commands/serve.ts'
import { showStatus } from '../apps/cli/src/show/status.ts'
import { Stop, terminal } from '../apps/cli/src/terminal.ts'
import { parseInstant } from '../packages/time/src/index.ts'
import { pageDoorAt, type PageDoor } from '../packages/protect/src/index.ts'
import { readLedger } from '../packages/ledger/src/index.ts'
import {
  enterReports,
  folderRecorder,
  ledgerFolder,
  openFolderLedger,
  openWorkspace,
  readMinutes,
  readReports,
  type Workspace,
} from '../packages/workspace/src/index.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const EXAMPLE = join(ROOT, 'examples/aleppo-2016')
const FOLDER = join(ROOT, 'data/aleppo-2016')
/** Beside the example and not in it: whoever copies that gets no sites, made up or not. */
const PROTECTED = join(ROOT, 'data/aleppo-2016-protection')
const PORT = Number(process.env.PORT ?? 4600)
const EXIT_ON_FAILURE = 1
const PATIENCE_MS = 10_000

const io = terminal()
const began = performance.now()
const step = (text: string) =>
  process.stderr.write(`${(((performance.now() - began) / 1000).toFixed(1) + ' s').padStart(7)}  ${text}\n`)

try {
  await start()
} catch (error) {
  if (!(error instanceof Stop)) throw error
  io.fail(error.message, error.help)
  process.exit(EXIT_ON_FAILURE)
}

async function start(): Promise<void> {
  const workspace = await loadExample()
  const { suggested_at } = await workspace.record()
  showStatus(io, await workspace.status({ at: parseInstant(suggested_at)! }))
  io.print(`\nWhy a clause stands as it does:  npx truce why data/aleppo-2016 first-convoy --at ${suggested_at}\n`)
  await buildPage()
  const url = await serveSomewhere(await protectionCheck())
  io.print(
    `The same as a page, with the way down to every quoted word:  ${url}/?at=${encodeURIComponent(suggested_at)}\nStop with Ctrl-C.`,
  )
  await project()
}

/** Copies the example into a folder of its own and enters its reports and minutes into a ledger there; a second time nothing is left to do. */
async function loadExample(): Promise<Workspace> {
  step('loading the example: agreement, places, reports and minutes')
  await mkdir(FOLDER, { recursive: true })
  for (const name of ['agreement.md', 'places.geojson', 'reports', 'access', 'ground', 'centre', 'agreements'])
    await cp(join(EXAMPLE, name), join(FOLDER, name), { recursive: true, force: false })
  const first = await opened()
  const { from, waiting } = first.current()
  const entered = new Set(await readdir(join(EXAMPLE, 'reports')))
  if (from === 'ledger' && !waiting.some((name) => entered.has(name))) return first
  step('entering what the reports claim into the record')
  const ledger = await openFolderLedger(FOLDER)
  if (!ledger.ok) throw new Stop(ledger.refusal.message, ledger.refusal.help)
  for (const { message } of ledger.value.notices) step(message)
  try {
    const reports = (await readReports(FOLDER, first.agreement)).filter(({ doc }) => entered.has(doc))
    const done = await enterReports(ledger.value, reports)
    if (!done.ok) throw new Stop(done.refusal.message, done.refusal.help)
    const minutes = await ledger.value.append((await readMinutes(FOLDER, reports)).entries)
    // In a record that was begun with an older example, what they rest on may have other names.
    if (!minutes.ok) step(`the minutes were left out: ${minutes.refusal.message}; ${minutes.refusal.help}`)
    const appended = done.value.appended + (minutes.ok ? minutes.value.appended.length : 0)
    step(`${appended} entries entered, ${ledger.value.size} in the record`)
  } finally {
    await ledger.value.close()
  }
  if (from === 'reports') await fillInbox()
  return opened()
}

/** Two reports that nobody has decided about: one read, with claims to confirm, and one that lies there as it came. */
async function fillInbox(): Promise<void> {
  const inbox = join(EXAMPLE, 'inbox')
  await cp(inbox, join(FOLDER, 'reports'), { recursive: true, force: false })
  const [name] = (await readdir(inbox)).toSorted()
  // The story ends in 2016: what came in today would stretch every axis of time to now.
  const last = parseInstant((await (await opened()).record()).last_received_at!)!
  const recorder = folderRecorder(FOLDER, { person: 'the example', now: () => last })
  try {
    const taken = await recorder.waiting({ key: 'inbox-of-the-example', digest: name!, by: null }, name!)
    if (taken.ok) step(`in the inbox: ${name}, read, with claims to confirm, and what else waits there`)
    else step(`the inbox was left empty: ${JSON.stringify(taken)}`)
  } finally {
    await recorder.close()
  }
}

async function opened(): Promise<Workspace> {
  const found = await openWorkspace(FOLDER)
  if (found.ok) return found.workspace
  const said = [found.refusal?.message, ...found.diagnostics.map(({ message }) => message)].filter(Boolean).join('; ')
  throw new Stop(
    `\`${FOLDER}\` cannot be read: ${said}`,
    'remove the folder and start again: the example is copied anew',
  )
}

async function buildPage(): Promise<void> {
  // Built last.
  const page = join(ROOT, 'apps/web/dist/verify.html')
  const built = await stat(page).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  if (
    built >
    (await newest([
      join(ROOT, 'apps/web'),
      join(ROOT, 'packages/engine/src'),
      join(ROOT, 'packages/events/src'),
      join(ROOT, 'packages/api/src'),
      join(ROOT, 'packages/merkle/src'),
    ]))
  )
    return
  step('building the page')
  const { build } = await import('vite')
  await build({ root: join(ROOT, 'apps/web'), logLevel: 'warn' })
  await build({ root: join(ROOT, 'apps/web/verify'), logLevel: 'warn' })
}

/** When the newest source below some folders was written. */
async function newest(folders: readonly string[]): Promise<number> {
  let latest = 0
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name === 'dist' || entry.name === 'node_modules') continue
      const path = join(folder, entry.name)
      latest = Math.max(latest, entry.isDirectory() ? await newest([path]) : (await stat(path)).mtimeMs)
    }
  }
  return latest
}

/** A process of its own, with made-up sites; without it the page says that there is none. */
async function protectionCheck(): Promise<PageDoor | null> {
  step('starting the protection check, with sites that are made up')
  const check = spawn(process.execPath, [join(ROOT, 'scripts/example-protection.ts'), PROTECTED], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  process.once('exit', () => check.kill())
  const late = setTimeout(PATIENCE_MS, null, { ref: false })
  const said = await Promise.race([once(check.stdout, 'data'), once(check, 'exit').then(() => null), late])
  const path = said ? String(said[0]).trim() : null
  if (path === null) step('it did not start, and is left out')
  return path === null ? null : pageDoorAt(path)
}

/** The usual port, or a free one where that is taken. */
async function serveSomewhere(protection: PageDoor | null): Promise<string> {
  const beside = { ...(protection && { protection }) }
  try {
    return await serve(io, FOLDER, PORT, undefined, beside)
  } catch (error) {
    if (!(error instanceof Stop) || process.env.PORT !== undefined) throw error
    step(`${error.message}; taking a free one`)
    return serve(io, FOLDER, 0, undefined, beside)
  }
}

/** Brings the database up to the record; it can be thrown away and built again at any time. */
async function project(): Promise<void> {
  const { catchUp, openPglite, rebuild } = await import('../packages/ledger/src/projection/index.ts')
  const database = await openPglite(join(FOLDER, 'projection'))
  if (!database.ok) {
    step(`the database was left alone: ${database.refusal.message}`)
    return
  }
  try {
    const reader = await readLedger(ledgerFolder(FOLDER))
    if (!reader.ok) throw new Stop(reader.refusal.message, reader.refusal.help)
    const caught = await catchUp(database.value.db, reader.value)
    const done = caught.ok ? caught : await rebuild(database.value.db, reader.value)
    step(
      done.ok
        ? `the database holds ${done.value.size} entries of the record`
        : `the database is behind: ${done.refusal.message}`,
    )
  } finally {
    await database.value.close()
  }
}
