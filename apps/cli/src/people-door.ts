// A door into a running server for whoever has the machine: a socket in a folder that is open to its owner alone.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '@trucekeeper/people'
import { errandIn, runErrand, type Errand, type Outcome } from './people-errands.ts'

const MOST_BYTES = 1_048_576
const PATIENCE_MS = 30_000

/** Beside the tables, which one process holds: where that process can be spoken to. */
const signOf = (dir: string) => join(dir, 'people.door')

/** Does errands for whoever comes to the door until it is closed. Its folder is made for its owner alone (mode 0700). */
export async function openDoor(dir: string, db: Db): Promise<{ close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'truce-'))
  const path = join(folder, 'door')
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.setTimeout(PATIENCE_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    void answer(db, socket)
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(path, done)
  })
  await rm(signOf(dir), { force: true })
  await writeFile(signOf(dir), path, { mode: 0o600 })
  return {
    async close() {
      await rm(signOf(dir), { force: true })
      await new Promise((done) => server.close(done))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answer(db: Db, socket: Socket): Promise<void> {
  const line = await wordsOf(socket)
  const errand = line === null ? null : errandIn(line)
  if (!errand) return void socket.destroy()
  const failed = (error: unknown): Outcome => ({
    ok: false,
    refusal: { message: `the server could not do it: ${String(error)}`, help: 'try it again' },
  })
  socket.end(JSON.stringify(await runErrand(db, errand, Date.now()).catch(failed)))
}

/** What a server that holds the folder of `dir` did; null where none does. */
export async function askAtDoor(dir: string, errand: Errand): Promise<Outcome | null> {
  const path = await readFile(signOf(dir), 'utf8').catch(() => null)
  if (path === null) return null
  const socket = connect({ path, allowHalfOpen: true })
  const isThere = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
  if (!isThere) return null
  socket.end(JSON.stringify(errand))
  const said = await wordsOf(socket)
  if (said) return JSON.parse(said) as Outcome
  const help = 'see whether it was done before you try it again'
  return { ok: false, refusal: { message: 'the running server did not answer', help } }
}

async function wordsOf(socket: Socket): Promise<string | null> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of socket) {
      length += (part as Buffer).length
      if (length > MOST_BYTES) return null
      parts.push(part as Buffer)
    }
  } catch {
    return null
  }
  return Buffer.concat(parts).toString('utf8')
}
