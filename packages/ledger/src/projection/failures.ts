// Which errors of a database are its own misfortune, to be told as a refusal; the others are bugs and are thrown on.
import { refused, refusedByStorage } from '../refusal.ts'
import { ThreadEnded } from './pglite/thread.ts'

/** Connection lost or not had, server going down, out of something, input or output failed, data damaged. */
const MISFORTUNES = /^(?:08...|57P0.|53...|58...|XX00[12])$/
const DISK_FULL = '53100'
const NETWORK = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
])
/** What `pg` throws without any code. */
const UNCODED = /^Connection terminated|is not queryable$|^timeout exceeded when trying to connect$/

const GO_ON = 'see to the database, then do it again: every batch that was finished stays, and the rest is added'

/** The refusal for an error of the database; throws what is none. */
export function refusedByDatabase(error: unknown, doing: string) {
  if (!(error instanceof Error)) throw error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === DISK_FULL) return refused('disk-full', `the database has no space left for ${doing}`, GO_ON)
  const lost = code === null ? UNCODED.test(error.message) : MISFORTUNES.test(code) || NETWORK.has(code)
  if (lost || error instanceof ThreadEnded)
    return refused('storage-failed', `${doing} ended with the database: ${error.message}`, GO_ON)
  return refusedByStorage(error, doing)
}
