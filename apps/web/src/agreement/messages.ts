// What the page and the workers that read an edited agreement say to each other.
import type { AgreementPlaces } from '@trucekeeper/api'
import type {
  AgreementDocument,
  changesSince,
  Completion,
  Hover,
  QuickFix,
  ReadBack,
  Renamed,
  TextEdit,
  TimelineEntry,
  WaitGraph,
} from '@trucekeeper/editing'

/** The agreement as the folder has it, and the ground its clauses can refer to. */
export interface Basis {
  readonly file: string
  readonly text: string
  readonly places: AgreementPlaces
}

/** A finding with what can be done about it at once. */
export interface Finding {
  readonly diagnostic: AgreementDocument['diagnostics'][number]
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[]
  /** What its rule says; null where it is no rule's. */
  readonly about: string | null
}

export type Comparison = ReturnType<typeof changesSince>

/** What stands in each panel beside the text, besides the findings. */
export interface Panels {
  readonly waits: WaitGraph
  /** With the place of its clause in the text. */
  readonly comply: readonly (TimelineEntry & { readonly start: number; readonly end: number })[]
  readonly sentences: readonly ReadBack[]
  readonly changes: Comparison
}
export type PanelName = keyof Panels

export interface Read {
  readonly step: 'read'
  readonly source: string
  readonly findings: readonly Finding[]
  /** Whether the clauses could be linked, without which nothing can be said of their times. */
  readonly linked: boolean
  /** The clock of the agreement. */
  readonly zone: string | null
}
export type Told =
  | Read
  | { readonly step: 'panel'; readonly source: string; readonly panel: Partial<Panels> }
  | { readonly step: 'answer'; readonly id: number; readonly answer: unknown }

export interface Answers {
  readonly complete: readonly Completion[]
  readonly hover: Hover | null
  readonly define: { readonly start: number; readonly end: number } | null
  readonly mentions: number
  readonly fix: readonly Pick<QuickFix, 'title' | 'edits'>[]
  readonly rename: Renamed
}
export type QuestionName = keyof Answers

export interface Question<Name extends QuestionName = QuestionName> {
  readonly name: Name
  readonly source: string
  readonly offset: number
  /** Of a rename. */
  readonly to?: string
}

export type Asked =
  | { readonly ask: 'begin'; readonly basis: Basis }
  | { readonly ask: 'read'; readonly source: string; readonly panel: PanelName | null }
  | { readonly ask: 'question'; readonly id: number; readonly question: Question }
