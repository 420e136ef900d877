// Challenges: for one purpose, one browser and one answer, and for five minutes.
import { sql } from 'kysely'
import { asking, stamp, type Db } from '../database.ts'
import { kept } from '../secrets.ts'

const LIVES_MS = 5 * 60_000

export interface Bound {
  readonly challenge: string
  /** `sign-in`, `add:PERSON` or `invitation:TOKEN HASH`. */
  readonly purpose: string
  /** The secret in the cookie of the browser that asked. */
  readonly browser: string
}

export function keepChallenge(db: Db, { challenge, purpose, browser }: Bound, now: number): Promise<void> {
  const hash = kept(challenge)
  return asking(db, { presented: hash }, async (tx) => {
    await sql`delete from people.challenges where expires_at < now() and expires_at < ${stamp(now)}`.execute(tx)
    await sql`insert into people.challenges (challenge_hash, browser_hash, purpose, expires_at)
      values (${hash}, ${kept(browser)}, ${purpose}, ${stamp(now + LIVES_MS)})`.execute(tx)
  })
}

/** Whether the challenge was open for this purpose in this browser. It is spent by being asked for, come what may. */
export function spendChallenge(db: Db, { challenge, purpose, browser }: Bound, now: number): Promise<boolean> {
  const hash = kept(challenge)
  return asking(db, { presented: hash }, async (tx) => {
    const { rows } = await sql<{ browser_hash: string; purpose: string; live: boolean }>`
      delete from people.challenges where challenge_hash = ${hash}
      returning browser_hash, purpose, expires_at > ${stamp(now)} as live`.execute(tx)
    const [found] = rows
    return found !== undefined && found.live && found.purpose === purpose && found.browser_hash === kept(browser)
  })
}
