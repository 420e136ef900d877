// What a desk sees at one moment, as far as it can be told of it: small enough to be kept until the next look.
import type { Agreement } from '@trucekeeper/agreement'
import { casesOf, listingsOf, type CentreRecord } from '@trucekeeper/centre'
import type { Act } from '@trucekeeper/claims'
import type { Status } from '@trucekeeper/engine'
import { parseInstant, type Instant } from '@trucekeeper/time'

export interface Sight {
  /** When it was looked at. */
  readonly at: Instant
  /** By clause: verdict by the account that decides, standing, timing. */
  readonly clauses: Readonly<Record<string, readonly [string | null, string, string]>>
  readonly deadlines: readonly { readonly at: string; readonly clause: string; readonly what: string }[]
  readonly gates: Readonly<Record<string, { readonly state: string; readonly done: number; readonly needed: number }>>
  readonly cases: Readonly<
    Record<string, { readonly clause: string; readonly stage: string; readonly late: readonly string[] }>
  >
  /** By id: the power, how far its use went, by whom. */
  readonly acts: Readonly<Record<string, readonly [string, string, readonly string[]]>>
  /** What is confirmed of listed people; nothing below that is told to anybody. */
  readonly listings: readonly { readonly claim: string; readonly reference: string }[]
}

export interface Seen {
  readonly agreement: Agreement
  readonly record: CentreRecord & { readonly acts: readonly Act[] }
  readonly status: Status
}

export function sightOf({ agreement, record, status }: Seen, at: Instant): Sight {
  const { cases } = casesOf(agreement, record, at)
  return {
    at,
    clauses: Object.fromEntries(
      status.clauses.map(({ id, decided_by, verdicts, standing, timing }) => [
        id,
        [verdicts[decided_by]?.verdict ?? null, standing, timing] as const,
      ]),
    ),
    deadlines: status.deadlines.map((one) => ({ at: one.at, clause: one.clause, what: one.what })),
    gates: Object.fromEntries(status.gates.map(({ id, state, done, needed }) => [id, { state, done, needed }])),
    cases: Object.fromEntries(
      cases.map((one) => [
        one.case,
        { clause: one.clause, stage: one.stage, late: one.late.map(({ who, step }) => `${step} ${who}`) },
      ]),
    ),
    acts: Object.fromEntries(
      record.acts
        .filter((act) => parseInstant(act.at)! <= at)
        .map(({ id, power, stage, by }) => [id, [power, stage, by] as const]),
    ),
    listings: listingsOf(record, at)
      .filter(({ state }) => state === 'confirmed')
      .map(({ claim, reference }) => ({ claim, reference })),
  }
}
