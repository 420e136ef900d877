// What one person has before them: what may still be asked, what their organisation asked, and what waits for consent.
import type { CivilDay, Instant } from '@trucekeeper/time'
import { budgetOf, type Budget } from './answer.ts'
import type { Desk, Entry, Person } from './entries.ts'
import type { Known, PointRequest } from './known.ts'
import { logOf } from './log.ts'
import { consentsTo, mayConsent, mayShow } from './points.ts'
import { CELL_LENGTH, periodOf, type Policy } from './policy.ts'
import type { RefusalCode } from './refusal.ts'

export interface QuestionAsked {
  readonly at: Instant
  readonly by: string
  readonly cells: readonly string[]
  readonly first_day: CivilDay
  readonly last_day: CivilDay
}

export interface PointAsked {
  readonly request: string
  readonly site: string
  readonly purpose: string
  readonly from: Instant
  readonly to: Instant
  /** Who is to see it, as whoever runs the service wrote it; their id where nothing was written. */
  readonly person: string
  readonly own: boolean
  readonly owner_consents: boolean
  readonly guarantor_consents: boolean
  readonly consented: boolean
  readonly may_consent: boolean
  readonly may_look: boolean
}

/** A look at a point that this organisation asked for, owns or consented to. */
export interface LookSeen {
  readonly at: Instant
  readonly site: string
  readonly purpose: string
  /** Who saw it, as those who consented read it. */
  readonly person: string
}

export interface AtDesk {
  /** Whether everything there is made up, to try it out. */
  readonly example: boolean
  readonly desk: Desk
  /** Characters of the cells that may be asked about. */
  readonly cell_length: number
  readonly period: { readonly first: CivilDay; readonly last: CivilDay }
  readonly budget: Budget
  /** The latest first, a hundred at most. */
  readonly asked: readonly QuestionAsked[]
  readonly refused: readonly { readonly at: Instant; readonly by: string; readonly code: RefusalCode }[]
  readonly points: readonly PointAsked[]
  /** The latest first, a hundred at most. */
  readonly looks: readonly LookSeen[]
}

const SHOWN = 100

export function atDesk(known: Known, entries: readonly Entry[], who: Person, at: Instant, policy: Policy): AtDesk {
  const { first, last } = periodOf(at, policy)
  const calledOf = (id: string) => known.people.get(id)?.called ?? id
  const own = entries.toReversed()
  return {
    example: known.isExample,
    desk: who.desk,
    cell_length: CELL_LENGTH[who.desk],
    period: { first, last },
    budget: budgetOf(known, who, at, policy),
    asked: own
      .flatMap((entry): QuestionAsked[] => {
        if (entry.does !== 'ask' || entry.organisation !== who.organisation) return []
        const { cells, first_day, last_day } = entry
        return [{ at: entry.at, by: calledOf(entry.by!), cells, first_day, last_day }]
      })
      .slice(0, SHOWN),
    refused: own
      .flatMap((entry) => {
        if (entry.does !== 'refuse' || entry.organisation !== who.organisation || entry.by === null) return []
        return [{ at: entry.at, by: calledOf(entry.by), code: entry.code }]
      })
      .slice(0, SHOWN),
    points: [...known.requests.values()]
      .filter((request) => request.to > at)
      .filter((request) => request.person === who.id || mayConsent(known, request, who))
      .map((request) => pointFor(known, request, who, at, calledOf(request.person)))
      .toReversed()
      .slice(0, SHOWN),
    looks: logOf(known, own, who)
      .flatMap((entry): LookSeen[] => {
        if (entry.does !== 'show_point') return []
        const { site, purpose } = known.requests.get(entry.request)!
        return [{ at: entry.at, site, purpose, person: calledOf(entry.by!) }]
      })
      .slice(0, SHOWN),
  }
}

function pointFor(known: Known, request: PointRequest, who: Person, at: Instant, person: string): PointAsked {
  const { id, site, purpose, from, to } = request
  const { owner, guarantor } = consentsTo(known, request)
  const consented = request.consents.has(who.id)
  return {
    request: id,
    site,
    purpose,
    from,
    to,
    person,
    own: request.person === who.id,
    owner_consents: owner,
    guarantor_consents: guarantor,
    consented,
    may_consent: !consented && mayConsent(known, request, who),
    may_look: mayShow(known, request, who, at),
  }
}
