// What the API needs where several people use it: their tables and the one origin under which they open the page.
import type { Db, Keys } from '@trucekeeper/people'
import type { Deps } from './deps.ts'

export interface PeopleSetting {
  readonly db: Db
  /** `https://truce.example.org`, or `http://localhost:4600` on one machine. Asked when needed: a port may be chosen late. */
  readonly origin: () => string
  /** Take only passkeys that cannot be copied to another device. */
  readonly deviceBound: boolean
}

export interface PeopleDeps extends PeopleSetting {
  /** Milliseconds of Unix time. */
  readonly now: () => number
}

/** With the clock of the app; null where there is one person only. */
export const peopleIn = ({ people, now = Date.now }: Pick<Deps, 'people' | 'now'>): PeopleDeps | null =>
  people ? { ...people, now } : null

export const keysOf = ({ db, origin, deviceBound, now }: PeopleDeps): Keys => ({
  db,
  party: { origin: origin(), deviceBound },
  now: now(),
})
