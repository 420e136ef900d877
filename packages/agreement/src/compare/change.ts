// The shape of a difference between two versions: what changed, how much it weighs, and who gains or loses by it.
import type { Range } from '@trucekeeper/diagnostics'

/** How much a change weighs, lightest first. */
export const MATERIALITIES = ['none', 'editorial', 'minor', 'major'] as const
export type Materiality = (typeof MATERIALITIES)[number]

export const CHANGE_WORDS = ['added', 'removed', 'renamed', 'moved', 'changed', 'reworded'] as const
export type ChangeWord = (typeof CHANGE_WORDS)[number]

/** Where something stands in one of the two texts. */
export interface Standing {
  readonly file: string
  /** Null for a heading and for prose that no clause reads: the heading tells where that is. */
  readonly range: Range | null
  readonly heading: readonly string[]
}

export interface Change {
  /** `CLAUSE`, `CLAUSE.FIELD`, or `article 2.4` for a heading and for prose that no clause reads; names are those of the new text. */
  readonly path: string
  readonly change: ChangeWord
  readonly severity: Exclude<Materiality, 'none'>
  /** One lower-case sentence. */
  readonly message: string
  /** Names of those who are better placed by it; empty where that cannot be told. */
  readonly gains: readonly string[]
  readonly loses: readonly string[]
  readonly old: Standing | null
  readonly new: Standing | null
}

/** Who gains and who loses. */
export interface Who {
  readonly gains: readonly string[]
  readonly loses: readonly string[]
}

export const NOBODY: Who = { gains: [], loses: [] }

export function flipped({ gains, loses }: Who): Who {
  return { gains: loses, loses: gains }
}

export function together(all: readonly Who[]): Who {
  const every = (side: keyof Who) => [...new Set(all.flatMap((who) => who[side]))]
  return { gains: every('gains'), loses: every('loses') }
}

/** Whether a clause binds or grants more than before, less, or in a way that cannot be told. */
export type Reach = 1 | -1 | 0

/** The heaviest of several weights; `none` of none. */
export function heaviest(severities: readonly Materiality[]): Materiality {
  return MATERIALITIES[Math.max(0, ...severities.map((severity) => MATERIALITIES.indexOf(severity)))]!
}
