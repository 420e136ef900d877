// The doors of the running service: one for a page, which says who is asking, and one for whoever runs it. Unix sockets alone.
import { chmod, mkdir, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { dirname } from 'node:path'
import type { Protection } from '../protection.ts'
import { jsonIn, padded, wordsOf } from './wire.ts'

/** What a page may have done for somebody; `given` is whatever they sent. */
export const PAGE_DOINGS = ['atDesk', 'ask', 'requestPoint', 'consent', 'showPoint', 'unread'] as const
export type PageDoing = (typeof PAGE_DOINGS)[number]

export const ERRANDS = [
  'enrol',
  'revoke',
  'register',
  'verify',
  'sayGone',
  'notifyMovement',
  'confirmMovement',
  'ask',
  'requestPoint',
  'consent',
  'showPoint',
  'trace',
  'log',
  'overview',
  'unread',
] as const
export type Errand = (typeof ERRANDS)[number]

export interface PageRequest {
  readonly does: PageDoing
  readonly person: string
  readonly organisation: string
  readonly given: unknown
}

export interface Doors {
  close(): Promise<void>
}

/** Answers come at whole multiples of this after the question, so that how long one took tells nothing of what it says. */
const TICK_MS = 100

/** For a page: at `path`, in a folder that its owner alone may enter. */
export async function openPageDoor(service: Protection, path: string): Promise<Doors> {
  return listening(service, path, async (text) => {
    const asked = jsonIn(text)
    if (!isPageRequest(asked)) return service.unread('')
    const { does, person, organisation, given } = asked
    // Somebody who acts for another organisation than the one they were let in for is somebody else.
    const by = service.isOf(person, organisation) ? person : ''
    if (does === 'atDesk') return service.atDesk(by)
    if (does === 'ask') return service.ask(by, given)
    if (does === 'requestPoint') return isObject(given) ? service.requestPoint(by, given as never) : service.unread(by)
    if (does === 'consent') return typeof given === 'string' ? service.consent(by, given) : service.unread(by)
    if (does === 'showPoint') return typeof given === 'string' ? service.showPoint(by, given) : service.unread(by)
    return service.unread(by)
  })
}

/** For whoever runs the service, while it runs: everything that the command can do. */
export async function openOperatorDoor(service: Protection, path: string): Promise<Doors> {
  return listening(service, path, async (text) => {
    const asked = jsonIn(text)
    if (!isErrand(asked)) return service.unread('')
    const work = service[asked.errand] as (...given: readonly unknown[]) => Promise<unknown>
    return work.apply(service, [...asked.given])
  })
}

type Answering = (text: string | null) => Promise<unknown>

async function listening(service: Protection, path: string, answer: Answering): Promise<Doors> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await chmod(dirname(path), 0o700)
  // Only one process has the entries open, so that a socket that lies here is of one that is gone.
  await rm(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
    // What nobody thought of ends no process: it is refused like whatever cannot be read.
    const refuse = () => service.unread('')
    void answered(socket, (text) => answer(text).catch(refuse)).catch(() => socket.destroy())
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(path, done)
  })
  await chmod(path, 0o600)
  return { close: () => closed(server, open, path) }
}

async function answered(socket: Socket, answer: Answering): Promise<void> {
  const began = performance.now()
  const said = await answer(await wordsOf(socket))
  const took = performance.now() - began
  setTimeout(() => socket.end(padded(said)), Math.ceil(took / TICK_MS) * TICK_MS - took)
}

async function closed(server: Server, open: ReadonlySet<Socket>, path: string): Promise<void> {
  const ended = new Promise((done) => server.close(done))
  for (const socket of open) socket.destroy()
  await ended
  await rm(path, { force: true })
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function isPageRequest(asked: unknown): asked is PageRequest {
  if (!isObject(asked)) return false
  const { does, person, organisation } = asked as Record<string, unknown>
  return PAGE_DOINGS.some((one) => one === does) && typeof person === 'string' && typeof organisation === 'string'
}

function isErrand(asked: unknown): asked is { readonly errand: Errand; readonly given: readonly unknown[] } {
  if (!isObject(asked)) return false
  const { errand, given } = asked as Record<string, unknown>
  return ERRANDS.some((one) => one === errand) && Array.isArray(given)
}
