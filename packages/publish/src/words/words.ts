// The words of a report, one set per language: the codes of the record stay as they are, and what they mean is said.
import type { Verdict } from '@trucekeeper/engine'
import type { CentreWords } from './centre/words.ts'

export const LANGUAGES = ['en', 'ar', 'ru', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

export interface Words {
  readonly report: string
  readonly unnumbered: string
  readonly cutOff: string
  readonly knownAt: string
  readonly period: string
  readonly previous: string
  readonly checkpoint: string
  readonly entries: string
  readonly impartial: string
  readonly mixed: string
  readonly parties: string
  readonly party: string
  readonly clause: string
  readonly claimed: string
  readonly verified: string
  readonly before: string
  readonly since: string
  readonly coverage: string
  readonly daysOf: string
  readonly sides: Readonly<Record<string, string>>
  readonly clauses: string
  readonly standing: string
  readonly due: string
  readonly changed: string
  readonly was: string
  readonly decides: string
  readonly terms: string
  readonly powers: string
  readonly gates: string
  readonly days: string
  readonly missing: string
  readonly earliest: string
  readonly resets: string
  readonly unobserved: string
  readonly unreported: string
  readonly unreportedOn: string
  readonly cannotConfirm: string
  readonly visitsDenied: string
  readonly access: string
  readonly stage: string
  readonly requests: string
  readonly people: string
  readonly seals: string
  readonly noAccess: string
  readonly madeUp: string
  readonly happenings: string
  readonly happeningsSaid: string
  readonly deadlines: string
  readonly cases: string
  readonly undertakings: string
  readonly replies: string
  readonly saidAgainst: string
  readonly noReply: string
  readonly nothingAgainst: string
  readonly corrections: string
  readonly noEarlier: string
  readonly stillHold: string
  readonly then: string
  readonly now: string
  readonly receipts: string
  readonly account: string
  readonly everyone: string
  readonly rests: string
  readonly none: string
  readonly start: string
  readonly end: string
  readonly verdicts: Readonly<Record<Verdict | 'none', string>>
  readonly standings: Readonly<Record<string, string>>
  readonly timings: Readonly<Record<string, string>>
  readonly gateStates: Readonly<Record<string, string>>
  readonly stages: Readonly<Record<string, string>>
  readonly sealStates: Readonly<Record<string, string>>
  readonly actStages: Readonly<Record<string, string>>
  readonly corrected: Readonly<Record<string, string>>
  readonly deadline: Readonly<Record<string, string>>
  readonly centre: CentreWords
}
