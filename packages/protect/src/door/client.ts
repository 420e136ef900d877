// Asks at the doors of a running service; what is not there refuses, and never throws.
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import type { AtDesk } from '../at-desk.ts'
import type { Protection, Reply, ShownPoint } from '../protection.ts'
import { refused, type Result } from '../refusal.ts'
import { type Errand, ERRANDS, type PageDoing } from './open.ts'
import { jsonIn, MOST_BYTES, wordsOf } from './wire.ts'

/** Who signed in, by the ids under which a page knows them; null for the one person of a machine. */
export type Seat = { readonly person: string; readonly organisation: string } | null

/** What a page has of the service: neither its entries nor its key. */
export interface PageDoor {
  /** The ids under which somebody is let in. */
  idsOf(seat: Seat): { readonly person: string; readonly organisation: string }
  atDesk(seat: Seat): Promise<Result<AtDesk>>
  ask(seat: Seat, question: unknown): Promise<Result<Reply>>
  requestPoint(seat: Seat, asked: unknown): Promise<Result<string>>
  consent(seat: Seat, request: unknown): Promise<Result<string>>
  showPoint(seat: Seat, request: unknown): Promise<Result<ShownPoint>>
  /** For what is nothing that can be asked: it is taken down, and refused. */
  unread(seat: Seat): Promise<Result<never>>
  /** The same for somebody of whom nothing is known. */
  unreadOfNobody(): Promise<Result<never>>
}

/** Logs are long. */
const LONGEST_ANSWER = 16 * 1_048_576

const HERE = { person: 'this-machine', organisation: 'this-machine' }

const NOBODY = { person: '', organisation: '' }

const NOT_THERE = refused(
  'not-there',
  'the protection check is not running',
  'whoever runs it starts it with `truce protect serve`; everything else goes on without it',
)

export function pageDoorAt(path: string): PageDoor {
  const told = async <T>(does: PageDoing, ids: typeof NOBODY, given: unknown): Promise<Result<T>> => {
    const words = wordsFor({ does, ...ids, given }) ?? JSON.stringify({ does: 'unread', ...ids, given: null })
    return ((await saidAt(path, words)) as Result<T> | null) ?? NOT_THERE
  }
  const asking = <T>(does: PageDoing, seat: Seat, given: unknown) => told<T>(does, idsOf(seat), given)
  return {
    idsOf,
    atDesk: (seat) => asking('atDesk', seat, null),
    ask: (seat, question) => asking('ask', seat, question),
    requestPoint: (seat, asked) => asking('requestPoint', seat, asked),
    consent: (seat, request) => asking('consent', seat, request),
    showPoint: (seat, request) => asking('showPoint', seat, request),
    unread: (seat) => asking('unread', seat, null),
    unreadOfNobody: () => told('unread', NOBODY, null),
  }
}

/** Null for what is too long for a door, or nested so deep that it cannot be written: no question is. */
function wordsFor(asked: object): string | null {
  try {
    const words = JSON.stringify(asked)
    return Buffer.byteLength(words) > MOST_BYTES ? null : words
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Ids that a page draws have letters of both cases and may be anything; these cannot be taken for one another. */
function idsOf(seat: Seat): { readonly person: string; readonly organisation: string } {
  if (seat === null) return HERE
  const id = (of: string, text: string) => `${of}-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
  return { person: id('p', seat.person), organisation: id('o', seat.organisation) }
}

export type Operated = Pick<Protection, Errand>

/** The service as its operator has it while it runs; null where it does not run. */
export async function operatorDoorAt(path: string): Promise<Operated | null> {
  const there = await new Promise<boolean>((done) => {
    const socket = connect({ path })
    socket.once('connect', () => done(true) ?? socket.destroy())
    socket.once('error', () => done(false))
  })
  if (!there) return null
  const errands = ERRANDS.map((errand) => [
    errand,
    async (...given: readonly unknown[]) => (await saidAt(path, JSON.stringify({ errand, given }))) ?? NOT_THERE,
  ])
  return Object.fromEntries(errands) as Operated
}

async function saidAt(path: string, words: string): Promise<unknown> {
  const socket = connect({ path, allowHalfOpen: true })
  const there = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
  if (!there) return null
  socket.on('error', () => socket.destroy())
  socket.end(words)
  return jsonIn(await wordsOf(socket, LONGEST_ANSWER))
}
