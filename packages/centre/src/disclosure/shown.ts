// What of the agreement an audience is shown at an instant: which clauses, and which stretches of the text.
import type { Agreement } from '@trucekeeper/agreement'
import type { DisclosureLevel } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import { minutesUpTo, type CentreRecord } from '../record.ts'
import { decisionsIn } from './decided.ts'
import { isWithin, levelOf, togetherWith, type LevelInForce } from './levels.ts'
import { mayDisclose } from './may-disclose.ts'
import { sectionsOf } from './sections.ts'
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

/**
 * The text as an audience is shown it, character for character in its place, so that the places of all quotes stay: what is
 * hidden is blacked out, and is blank where not even that it is there is told. A heading is hidden with all that it is above.
 */
export function textShownTo(
  source: string,
  agreement: Agreement,
  record: Pick<CentreRecord, 'minutes'>,
  audience: string | null,
  at: Instant,
): string {
  const { hidden } = shownTo(agreement, record, audience, at)
  const written = new Set(clausesOf(agreement).flatMap(({ id, ids }) => (hidden.has(id) ? ids : [])))
  const own = levelOfAudience(audience)
  const { allowed: minutes } = mayDisclose(agreement, minutesUpTo(record, at))
  const { decided } = decisionsIn(agreement, minutes)
  const sections = sectionsOf(source).map((section) => {
    const { clauses, heading, isHeading } = section
    const things = clauses.length === 0 ? [{ ids: [], heading }] : clauses.map((id) => ({ ids: [id], heading }))
    const closed = things
      .map((thing) => levelOf(agreement, minutes, decided, thing, at))
      .filter((one) => !isShown(one, own))
    const isHidden = closed.length > 0 || clauses.some((id) => written.has(id))
    return { ...section, isHidden, isTold: closed.every(({ told_of }) => told_of), isHeading }
  })
  return sections
    .map(({ text, isHeading, heading, isHidden, isTold }) => {
      const below = isHeading
        ? sections.filter((one) => !one.isHeading && heading.every((title, depth) => one.heading[depth] === title))
        : []
      const isAlone = below.length > 0 && below.every((one) => one.isHidden)
      if (!isHidden && !isAlone) return text
      return text.replaceAll(/\S/g, isTold && below.every((one) => one.isTold) ? '█' : ' ')
    })
    .join('')
}

function isShown({ level }: LevelInForce, own: DisclosureLevel): boolean {
  return isWithin(own, level)
}
