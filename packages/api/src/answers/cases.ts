// The form of what is said of cases: where each stands, and one of them with its minutes and its words.
import type { Case, OutOfOrder } from '@trucekeeper/centre'
import { CASE_STAGES, FINDINGS, VISIT_OUTCOMES, type Claim, type Minute } from '@trucekeeper/claims'
import { z } from 'zod'
import { centreAnswer, written, type CentreAnswer, type Written } from '../centre-asked.ts'

export interface CasesAnswer extends CentreAnswer {
  readonly cases: readonly Case[]
  readonly out_of_order: readonly OutOfOrder[]
  /** Duties and bans that somebody can break: what a case can be opened about, and of whom. */
  readonly breakable: readonly {
    readonly clause: string
    readonly title: string
    readonly debtors: readonly string[]
  }[]
}

/** A minute of a case, in the order of doing. */
export interface LoggedMinute extends Written {
  readonly id: string
  readonly does: Minute['does']
  readonly at: string
  readonly of: readonly string[]
  /** False for what the agreement did not allow: it has no effect. */
  readonly has_effect: boolean
}

export type QuotedClaim = Pick<
  Claim,
  'id' | 'doc' | 'quote' | 'start' | 'end' | 'speaker' | 'speaker_side' | 'modality' | 'kind' | 'outlet' | 'published'
>

export interface CaseAnswer extends CentreAnswer {
  readonly case: Case
  readonly out_of_order: readonly OutOfOrder[]
  readonly log: readonly LoggedMinute[]
  /** Everything that is quoted, by the id of the claim. */
  readonly claims: Readonly<Record<string, QuotedClaim>>
  readonly documents: Readonly<Record<string, string>>
  readonly decides: { readonly who: readonly string[]; readonly together: boolean }
  /** Who speaks for the accused besides itself; null for nobody. */
  readonly answered_by: string | null
  /** What the accounts are called that the verdicts of incidents are by, by their ids. */
  readonly account_names: Readonly<Record<string, string>>
}

const ids = z.array(z.string())
const late = z.strictObject({
  who: z.string(),
  step: z.int(),
  does: z.string(),
  due: z.string(),
  late_by_ms: z.number(),
})

const oneCase = z
  .looseObject({
    case: z.string(),
    clause: z.string(),
    heading: z.string().describe('the headings above the clause'),
    accused: z.string(),
    opened_by: z.string(),
    opened_at: z.string(),
    summary: z.string(),
    claims: ids,
    stage: z.enum(CASE_STAGES),
    procedure: z.string().describe('the clause whose steps it goes through'),
    assessors: ids,
    steps: z.array(
      z.strictObject({
        number: z.int(),
        does: z.string(),
        who: ids,
        needs: z.enum(['all', 'any']),
        due: z.string().nullable(),
        done: z.array(z.strictObject({ by: z.string(), at: z.string(), minute: z.string(), late_by_ms: z.number() })),
        wanted: ids.describe('of whom it is still wanted'),
      }),
    ),
    findings: z.array(z.looseObject({ minute: z.string(), of: ids, finding: z.enum(FINDINGS), reason: z.string() })),
    agreed: z.enum(['none', 'one', 'same', 'two', 'joint']),
    proposals: z
      .array(
        z.strictObject({
          minute: z.string().describe('its id, which whoever joins in gives as `joins`'),
          of: z.string(),
          at: z.string(),
          what: z.looseObject({ does: z.enum(['joint-finding', 'joint-measure', 'joint-closing']) }),
          state: z.enum(['open', 'joined', 'taken_back', 'replaced', 'answered', 'lapsed']),
          until: z.string().nullable().describe('null where it can be joined in until the case is closed'),
          joined: z.array(z.strictObject({ of: z.string(), at: z.string(), minute: z.string() })),
          wanted: ids.describe('who has still to join in'),
          ended: z.strictObject({ at: z.string(), minute: z.string(), of: ids }).nullable(),
        }),
      )
      .describe('what is done only by several together: proposed by one, joined in by the others'),
    scope: z.enum(['as_alleged', 'self_defence_claimed', 'wrong_actor', 'undetermined']),
    late: z.array(late),
    incidents: z.array(z.looseObject({ id: z.string(), claims: ids, for: ids, against: ids })),
  })
  .meta({ id: 'Case', description: 'an alleged violation on its way through the procedure of the agreement' })

export const outOfOrder = z
  .strictObject({
    minute: z.string(),
    does: z.string(),
    at: z.string(),
    refusals: z.array(
      z.strictObject({
        code: z.string(),
        clause: z.string().nullable(),
        heading: z.string().nullable(),
        why: z.string(),
        help: z.string(),
      }),
    ),
  })
  .meta({ id: 'OutOfOrder', description: 'a minute that the agreement did not allow: kept, shown, without effect' })

export const casesAnswer = z
  .strictObject({
    ...centreAnswer,
    cases: z.array(oneCase),
    out_of_order: z.array(outOfOrder),
    breakable: z.array(z.strictObject({ clause: z.string(), title: z.string(), debtors: ids })),
  })
  .meta({ id: 'CasesAnswer' }) as unknown as z.ZodType<CasesAnswer>

const quoted = z.looseObject({
  id: z.string(),
  doc: z.string(),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  speaker: z.string().nullable(),
})

export const caseAnswer = z
  .strictObject({
    ...centreAnswer,
    case: oneCase,
    out_of_order: z.array(outOfOrder),
    log: z.array(
      z.strictObject({
        id: z.string(),
        does: z.string(),
        at: z.string(),
        of: ids,
        has_effect: z.boolean(),
        ...written.shape,
      }),
    ),
    claims: z.record(z.string(), quoted),
    documents: z.record(z.string(), z.string()).describe('the SHA-256 of each document that is quoted, by its name'),
    decides: z.strictObject({ who: ids, together: z.boolean() }),
    answered_by: z.string().nullable(),
    account_names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'CaseAnswer' }) as unknown as z.ZodType<CaseAnswer>

export const visit = z.looseObject({
  id: z.string(),
  at: z.string(),
  of: z.string(),
  case: z.string().nullable(),
  place: z.string(),
  planned_at: z.string(),
  outcome: z.enum(VISIT_OUTCOMES),
  denied_by: z.string().nullable(),
  reason: z.string().nullable(),
})
