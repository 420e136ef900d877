// The level in force of a clause or a claim: who set it and when, what an embargo holds back, what was published stays public.
import type { Agreement } from '@trucekeeper/agreement'
import { DISCLOSURE_LEVELS, type DisclosureLevel, type Minute, type MinuteOf } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { decidedOf, publishedIn, type Decided } from './decided.ts'
import type { NamedClause, Thing } from './subjects.ts'

export interface LevelInForce {
  readonly level: DisclosureLevel
  /** The minute that set it, by whom, when and why; null where it is as the agreement begins. */
  readonly set: Pick<Decided, 'minute' | 'of' | 'at' | 'reason'> | null
  /** What is to come when an embargo ends, and at which instant. */
  readonly embargo: { readonly until: string; readonly level: DisclosureLevel } | null
  /** Whether those who are not shown it are told that it is there. */
  readonly told_of: boolean
  /** Minutes of the versions in which it was published: from the first of them on it is public for good. */
  readonly published: readonly string[]
}

/** Of what nobody has said anything of: as the text says, and otherwise public. */
export const defaultLevelOf = ({ disclosure }: Pick<Agreement, 'disclosure'>): DisclosureLevel => disclosure ?? 'public'

export const rank = (level: DisclosureLevel) => DISCLOSURE_LEVELS.indexOf(level)
export const isWithin = (level: DisclosureLevel, other: DisclosureLevel) => rank(level) <= rank(other)

export function levelOf(
  agreement: Pick<Agreement, 'actors' | 'disclosure'>,
  minutes: readonly Minute[],
  decided: readonly Decided[],
  thing: Thing,
  at: Instant,
): LevelInForce {
  return inForce(defaultLevelOf(agreement), decidedOf(decided, thing), publishedIn(agreement, minutes, thing), at)
}

/** `decided` and `published`: about this thing, by `at`, each in its order. */
export function inForce(
  first: DisclosureLevel,
  decided: readonly Decided[],
  published: readonly MinuteOf<'publish-version'>[],
  at: Instant,
): LevelInForce {
  let now: LevelInForce = { level: first, set: null, embargo: null, told_of: true, published: [] }
  for (const { minute, of, at: when, reason, level, embargo_until, told_of } of decided) {
    const set = { minute, of, at: when, reason }
    if (embargo_until === null || parseInstant(embargo_until)! <= at) {
      now = { ...now, level, set, embargo: null, told_of }
      continue
    }
    const embargo = { until: embargo_until, level }
    // Until it ends those have it who were given it before; where nobody was, those who hold it back.
    const held = now.set === null && isWithin(level, now.level) ? 'team' : now.level
    now = { ...now, level: held, set, embargo, told_of }
  }
  if (published.length === 0) return now
  return { ...now, level: 'public', embargo: null, told_of: true, published: published.map(({ id }) => id) }
}

/** Clauses that read the same prose stand and fall together: none of them can be shown without its words. */
export function togetherWith({ passage }: NamedClause, clauses: readonly NamedClause[]): readonly NamedClause[] {
  return clauses.filter(({ id }) => passage.includes(id))
}
