// Where people are kept: beside the record, or in the database that the environment names.
import { join } from 'node:path'
import { openTables, type OpenTables } from '@trucekeeper/people'
import { InvalidArgumentError } from 'commander'
import { askAtDoor } from './people-door.ts'
import { runErrand, type Errand, type Outcome } from './people-errands.ts'
import { Stop } from './terminal.ts'

export async function peopleTables(dir: string): Promise<OpenTables> {
  const url = process.env.DATABASE_URL
  const opened = await openTables(url ? { url } : { folder: join(dir, 'people') })
  if (!opened.ok) throw new Stop(opened.refusal.message, opened.refusal.help)
  return opened.value
}

/** By the server that holds the tables where one runs, else here. A database of its own takes several at once. */
export async function done(dir: string, errand: Errand): Promise<Outcome> {
  const outcome = process.env.DATABASE_URL ? null : await askAtDoor(dir, errand)
  if (outcome) return outcome
  const { close, db } = await peopleTables(dir)
  try {
    return await runErrand(db, errand, Date.now())
  } finally {
    await close()
  }
}

/** `https://host`, or `http://localhost` with a port: browsers take passkeys and secure cookies nowhere else. */
export function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const bare = url !== null && (url.origin === text || `${url.origin}/` === text)
  if (bare && (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost')))
    return url.origin
  throw new InvalidArgumentError('Write https://host, or http://localhost:PORT on one machine.')
}
