// What a desk holds, and showing it to others: nothing before what it speaks of, and to the public only as it was approved.
import {
  canonicalBytes,
  namedByMinute,
  nameRelease,
  PREFIXES,
  sha256Hex,
  type Entry,
  type Release,
} from '@trucekeeper/claims'
import { lineOf } from '../entry-lines.ts'
import { reaches } from '../seen-by.ts'
import type { Known, LoggedRelease } from './known.ts'
import type { HeldPage, OfferedRelease, Wrong } from './shapes.ts'

/** A release of the desk `desk` that may be made, or what stands in its way. */
export type Releasable =
  | { readonly ok: true; readonly released: readonly Entry[]; readonly text: string }
  | { readonly ok: false; readonly wrong: readonly Wrong[] }

/**
 * `own` is what the desk sees; `seen` gives what desks see in common, or the public. Whether another desk has something
 * already of itself decides nothing, for nobody is to learn it.
 */
export function releasable(
  { releases, to }: Pick<OfferedRelease, 'releases' | 'to'>,
  desk: string,
  own: Known,
  seen: Readonly<Record<'desks' | 'public', Known>>,
): Releasable {
  const wrong: Wrong[] = []
  const entries: Entry[] = []
  for (const [at, id] of releases.entries()) {
    const entry = own.logged(id)?.entry
    if (entry && isHeldBy(entry, desk)) entries.push(entry)
    else wrong.push(notHeld(id, `releases.${at}`))
  }
  const targets = typeof to === 'string' ? [to] : to
  for (const [at, entry] of entries.entries())
    for (const need of needsOf(entry, own)) {
      const isThere = (target: string) =>
        seen[target === 'public' ? 'public' : 'desks'].has(need) || isReleased(need, desk, own, target)
      if (!releases.includes(need) && !targets.every(isThere)) wrong.push(needs(entry.body.id, need, `releases.${at}`))
    }
  if (wrong.length > 0) return { ok: false, wrong }
  return { ok: true, released: entries, text: releaseText(entries, to) }
}

/** What is approved before something is released to the public: its words to be read, and a digest of all of it. */
export function releaseText(entries: readonly Entry[], to: Release['to']): string {
  const sorted = entries.toSorted((a, b) => (a.body.id < b.body.id ? -1 : 1))
  const lines = sorted.map((entry) => {
    const { type, id, summary } = lineOf({ index: 0, entry })
    return `${type} ${id} ${sha256Hex(canonicalBytes(entry.body))}\n  ${summary}`
  })
  return [`to: ${typeof to === 'string' ? to : to.join(', ')}`, ...lines, ''].join('\n')
}

export function releaseEntry(
  { releases, to, reason }: OfferedRelease,
  { by, desk, receivedAt }: { readonly by: string; readonly desk: string; readonly receivedAt: string },
): Entry {
  const body = nameRelease({ releases: [...releases], to: typeof to === 'string' ? to : [...to], by, reason })
  return { type: 'release', received_at: receivedAt, recorded_by: by, held_by: desk, body }
}

/** What the desk holds, a page at a time, and all releases that it has made. */
export function heldPage(
  own: Known,
  desk: string,
  { after, limit }: { readonly after: number | null; readonly limit: number },
): HeldPage {
  const held = own.entries.filter(({ index, entry }) => isHeldBy(entry, desk) && index > (after ?? -1))
  const page = held.slice(0, limit)
  const released = new Map<string, Set<string>>()
  for (const { entry } of releasesOf(own, desk))
    for (const id of entry.body.releases)
      released.set(id, new Set([...(released.get(id) ?? []), ...[entry.body.to].flat()]))
  return {
    held: page.map((logged) => ({
      ...lineOf(logged),
      needs: needsOf(logged.entry, own).filter((need) => isHeldBy(own.logged(need)!.entry, desk)),
      released_to: [...(released.get(logged.entry.body.id) ?? [])].toSorted(),
    })),
    next: held.length > page.length ? page.at(-1)!.index : null,
    releases: releasesOf(own, desk).map(({ index, entry }) => {
      const { id, releases, to, by, reason } = entry.body
      return { id, index, received_at: entry.received_at, releases, to, by, reason }
    }),
  }
}

function isHeldBy(entry: Entry, desk: string): boolean {
  return entry.held_by === desk && entry.type !== 'release'
}

/** Ids of what somebody has to see before they can make anything of an entry, as far as the desk sees it itself. */
function needsOf(entry: Entry, own: Known): readonly string[] {
  switch (entry.type) {
    case 'claim':
    case 'act': {
      const document = own.documents.get(entry.body.doc)
      return document ? [document.id] : []
    }
    case 'ruling':
      return entry.body.claims.filter((id) => own.has(id))
    case 'withdrawal':
      return own.has(entry.body.withdraws) ? [entry.body.withdraws] : []
    case 'minute': {
      const { claims, minutes, acts } = namedByMinute(entry.body)
      return [...claims, ...minutes, ...acts].filter((id) => own.has(id))
    }
    case 'document':
    case 'release':
    case 'key':
      return []
  }
}

function releasesOf(own: Known, desk: string): readonly LoggedRelease[] {
  return own.releases.filter(({ entry }) => entry.held_by === desk)
}

function isReleased(id: string, desk: string, own: Known, target: string): boolean {
  return releasesOf(own, desk).some(({ entry }) => entry.body.releases.includes(id) && reaches(entry.body.to, target))
}

const notHeld = (id: string, path: string): Wrong => ({
  code: 'releases-unknown',
  path,
  message: `your desk holds nothing called \`${id.slice(0, 60)}\``,
  help: 'take the id from `GET /api/releases`; what is for every desk needs no release',
})

const needs = (id: string, need: string, path: string): Wrong => ({
  code: 'release-needs',
  path,
  message: `\`${id}\` speaks of \`${need}\`, which is not seen there`,
  help: `release \`${need}\` with it${need.startsWith(PREFIXES.document) ? ': nobody can check words without their document' : ''}`,
})
