// What of the agreement an audience is shown at an instant: which clauses, and which stretches of the text.
import type { Agreement } from '@trucekeeper/agreement'
import type { DisclosureLevel } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import { minutesUpTo, type CentreRecord } from '../record.ts'
import { decisionsIn } from './decided.ts'
import { disclosureOf } from './disclosures.ts'
import { isWithin, levelOf, togetherWith, type LevelInForce } from './levels.ts'
import { mayDisclose } from './may-disclose.ts'
import { sectionsOf, type TextSection } from './sections.ts'
import { clausesOf } from './subjects.ts'

/** A clause that is not shown, where it may be known that one is there. */
export interface Withheld {
  readonly level: DisclosureLevel
  /** When an embargo ends, if that makes it seen here. */
  readonly until: string | null
}

export interface Sight {
  /** Ids of the clauses that are not shown here. */
  readonly hidden: ReadonlySet<string>
  /** One for each passage that is hidden and told of, in the order of the text; without its names. */
  readonly withheld: readonly Withheld[]
}

/**
 * Who belongs where. The desks of both parties are alike; whoever guarantees sets the levels, and is shown all. `null` is
 * somebody from whom nothing is kept: the one person of a machine.
 */
const LEVELS_OF_DESKS: Readonly<Record<string, DisclosureLevel>> = {
  guarantor: 'team',
  un: 'monitors',
  monitors: 'monitors',
  'party-a': 'parties',
  'party-b': 'parties',
  humanitarian: 'council',
  public: 'public',
}

/** The narrowest level that an audience is shown; one that nobody knows is shown what is public. */
export function levelOfAudience(audience: string | null): DisclosureLevel {
  return audience === null ? 'team' : (LEVELS_OF_DESKS[audience] ?? 'public')
}

/** `at` is the time by which an embargo is over: the clock's, never the one asked about, or to ask of a later day would end it. */
export function shownTo(
  agreement: Agreement,
  record: Pick<CentreRecord, 'minutes'>,
  audience: string | null,
  at: Instant,
): Sight {
  const own = levelOfAudience(audience)
  const { allowed: minutes } = mayDisclose(agreement, minutesUpTo(record, at))
  const { decided } = decisionsIn(agreement, minutes)
  const clauses = clausesOf(agreement)
  const level = new Map(clauses.map((clause) => [clause.id, levelOf(agreement, minutes, decided, clause, at)]))
  const hidden = new Set<string>()
  const withheld: Withheld[] = []
  for (const clause of clauses) {
    if (hidden.has(clause.id) || isShown(level.get(clause.id)!, own)) continue
    const together = togetherWith(clause, clauses)
    for (const { id } of together) hidden.add(id)
    const { level: narrowest, told_of, embargo } = level.get(clause.id)!
    if (told_of)
      withheld.push({
        level: narrowest,
        until: embargo !== null && isWithin(own, embargo.level) ? embargo.until : null,
      })
  }
  return { hidden, withheld }
}

/** `told`: that something stands there, and no more; `silent`: not even that. */
export interface SectionShown extends TextSection {
  readonly way: 'shown' | 'told' | 'silent'
}

/** The sections of a text, each with how an audience is shown it. A heading is hidden with all that it is above. */
export function sectionsShownTo(
  source: string,
  agreement: Agreement,
  record: Pick<CentreRecord, 'minutes'>,
  audience: string | null,
  at: Instant,
): readonly SectionShown[] {
  const { hidden } = shownTo(agreement, record, audience, at)
  const written = new Set(clausesOf(agreement).flatMap(({ id, ids }) => (hidden.has(id) ? ids : [])))
  const own = levelOfAudience(audience)
  const { allowed: minutes } = mayDisclose(agreement, minutesUpTo(record, at))
  const { decided } = decisionsIn(agreement, minutes)
  const alone = sectionsOf(source).map((section): SectionShown => {
    const { clauses, heading } = section
    const of = { heading, passage: clauses }
    const things = clauses.length === 0 ? [{ ...of, ids: [] }] : clauses.map((id) => ({ ...of, ids: [id] }))
    const closed = things
      .map((thing) => levelOf(agreement, minutes, decided, thing, at))
      .filter((one) => !isShown(one, own))
    if (closed.length === 0 && !clauses.some((id) => written.has(id))) return { ...section, way: 'shown' }
    return { ...section, way: closed.every(({ told_of }) => told_of) ? 'told' : 'silent' }
  })
  return alone.map((section) => {
    const { isHeading, heading, way } = section
    if (!isHeading || way !== 'shown') return section
    const below = alone.filter((one) => !one.isHeading && heading.every((title, depth) => one.heading[depth] === title))
    if (below.length === 0 || below.some((one) => one.way === 'shown')) return section
    return { ...section, way: below.some((one) => one.way === 'silent') ? 'silent' : 'told' }
  })
}

function isShown({ level }: LevelInForce, own: DisclosureLevel): boolean {
  return isWithin(own, level)
}

/** Claims that an audience is not shown, whole or in some of their fields. */
export interface ClaimsHidden {
  readonly whole: ReadonlySet<string>
  /** Names of fields, by the id of the claim. */
  readonly fields: ReadonlyMap<string, readonly string[]>
}

export function claimsHiddenFrom(
  agreement: Agreement,
  record: Pick<CentreRecord, 'minutes'>,
  audience: string | null,
  at: Instant,
): ClaimsHidden {
  const own = levelOfAudience(audience)
  const { claims } = disclosureOf(agreement, record, at)
  const closed = claims.filter((one) => !isShown(one, own))
  const inParts = Map.groupBy(
    closed.filter(({ field }) => field !== null),
    ({ claim }) => claim,
  )
  return {
    whole: new Set(closed.flatMap(({ claim, field }) => (field === null ? [claim] : []))),
    fields: new Map([...inParts].map(([claim, some]) => [claim, some.map(({ field }) => field!)])),
  }
}
