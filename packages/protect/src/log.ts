// What may be read of the entries: by an organisation what concerns it, by whoever runs the service that there was something, and never what about.
import type { Deed, Entry, Person } from './entries.ts'
import type { Known } from './known.ts'
import type { RefusalCode } from './refusal.ts'

/** What an organisation asked and was refused, and of points what it asked, consented to or owns; never what is registered by others. */
export function logOf(known: Known, entries: readonly Entry[], { organisation }: Person): readonly Entry[] {
  return entries.filter((entry) => {
    if (entry.does === 'ask' || entry.does === 'refuse') return entry.organisation === organisation
    if (entry.does !== 'request_point' && entry.does !== 'consent' && entry.does !== 'show_point') return false
    const request = known.requests.get(entry.request)
    const asker = request && known.people.get(request.person)?.organisation
    const owner = request && known.sites.get(request.site)?.owner
    const consenting = [...(request?.consents.values() ?? [])]
    return [asker, owner, ...consenting].includes(organisation)
  })
}

/** One entry as whoever runs the service reads it: no cell, no day, no site, no place, no word of anybody’s. */
export interface EntrySeen {
  readonly entry: number
  readonly at: number
  readonly does: Deed['does']
  readonly by: string | null
  readonly organisation: string | null
  readonly tried?: string
  readonly code?: RefusalCode
  readonly times?: number
}

export function overviewOf(known: Known, entries: readonly Entry[]): readonly EntrySeen[] {
  return entries.map((entry, at) => ({
    entry: at + 1,
    at: entry.at,
    does: entry.does,
    by: entry.by,
    organisation: concerned(known, entry),
    ...(entry.does === 'refuse' && { tried: entry.tried, code: entry.code }),
    ...(entry.does === 'refuse' && entry.times !== undefined && { times: entry.times }),
  }))
}

function concerned(known: Known, entry: Entry): string | null {
  if (entry.does === 'enrol') return entry.person.organisation
  if ('organisation' in entry) return entry.organisation
  return entry.by === null ? null : (known.people.get(entry.by)?.organisation ?? null)
}
