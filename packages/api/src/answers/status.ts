// The form of what the engine says of an agreement at an instant.
import type { Residual, Status } from '@trucekeeper/engine'
import { z } from 'zod'

export const instant = z.string().meta({ id: 'Instant', description: 'ISO 8601 with an offset', format: 'date-time' })
export const sha256 = z.string().meta({ id: 'Sha256', description: 'lower-case hex' })
const texts = z.array(z.string())
const id = z.string()

export const verdict = z.enum(['met', 'breached', 'contested', 'unknown']).meta({ id: 'Verdict' })
export const standing = z.enum(['dormant', 'in_force', 'suspended', 'ended']).meta({ id: 'Standing' })
export const timing = z.enum(['not_yet_due', 'due', 'overdue', 'closed']).meta({ id: 'Timing' })
export const checkpoint = z
  .strictObject({ size: z.int(), digest: z.string() })
  .meta({ id: 'Checkpoint', description: 'names the set of entries an answer rests on' })

export const residual: z.ZodType<Residual> = z
  .strictObject({ met: texts, breached: texts })
  .meta({ id: 'Residual', description: 'what would settle it, for each way it could go' })

export const nextChange = z.strictObject({ at: instant, what: z.string() }).nullable()

const accountVerdict = z
  .strictObject({
    verdict: verdict.nullable(),
    reason: z.string(),
    for: texts,
    against: texts,
    cannot_confirm: texts,
    undetermined: texts,
    standing,
    timing,
    residual,
  })
  .meta({ id: 'AccountVerdict', description: 'lists hold ids of claims' })

const clause = z
  .strictObject({
    id,
    title: z.string().nullable(),
    heading: z.string(),
    kind: z.string(),
    parties: texts,
    sentence: z.string(),
    standing,
    standing_reason: z.string(),
    ended: z.enum(['fulfilled', 'waived', 'expired', 'terminated']).nullable(),
    timing,
    timing_reason: z.string(),
    due: instant.nullable(),
    decided_by: id,
    verdicts: z.record(id, accountVerdict),
    next_change: nextChange,
    residual,
    open_terms: texts,
  })
  .meta({ id: 'ClauseStatus' })

const reading = {
  state: z.enum(['closed', 'counting', 'reset', 'open', 'withdrawn']),
  done: z.number(),
  needed: z.number(),
  missing: texts,
  earliest: instant.nullable(),
  days: z.array(z.strictObject({ day: z.string(), verdict, count: z.tuple([z.number(), z.number()]), claims: texts })),
  resets: z.array(z.strictObject({ at: instant, why: z.string() })),
}

export const gate = z
  .strictObject({
    ...reading,
    id,
    title: z.string().nullable(),
    heading: z.string(),
    opens: z.string(),
    decided_by: id,
    accounts: z.record(id, z.strictObject(reading).meta({ id: 'GateReading' })),
  })
  .meta({ id: 'GateStatus' })

const term = z
  .strictObject({
    id,
    title: z.string().nullable(),
    heading: z.string(),
    standing,
    starts: instant.nullable(),
    ends: instant.nullable(),
    steps: z.array(
      z.strictObject({ at: instant, what: z.string(), by: texts, stage: z.string(), act: z.string().nullable() }),
    ),
    reason: z.string(),
  })
  .meta({ id: 'TermStatus' })

const notice = z.strictObject({
  at: instant,
  stage: z.string(),
  by: texts,
  act: id,
  quote: z.string(),
  doc: z.string(),
  start: z.int(),
  end: z.int(),
  without_effect: z.string().nullable(),
  lapsed: z.string().nullable().describe('why an offer that nobody accepted in time can no longer be'),
})

export const power = z
  .strictObject({
    id,
    title: z.string().nullable(),
    heading: z.string(),
    effect: z.string(),
    holders: texts,
    stage: z.string().nullable(),
    notices: z.array(notice),
    reason: z.string(),
  })
  .meta({ id: 'PowerStatus' })

const tally = z
  .strictObject({
    clause: id,
    party: id,
    from: instant,
    to: instant,
    verified: z.number(),
    alleged: z.number(),
    by_claimant: z.array(z.strictObject({ side: z.string(), speakers: texts, alleged: z.number(), claims: texts })),
    coverage: z.strictObject({ days: z.number(), days_reported: z.number() }),
  })
  .meta({ id: 'TallyStatus' })

const incident = z
  .strictObject({
    id,
    kind: z.string(),
    from: instant.nullable(),
    to: instant.nullable(),
    places: texts,
    claims: texts,
    scope: z.array(z.strictObject({ clause: id, decision: z.string(), reason: z.string() })),
  })
  .meta({ id: 'IncidentStatus' })

export const statusAnswer: z.ZodType<Status> = z
  .strictObject({
    agreement: z.strictObject({ id, title: z.string(), hash: sha256, zone: z.string() }),
    at: instant,
    known_at: instant.nullable(),
    checkpoint,
    accounts: z.array(z.strictObject({ id, name: z.string(), decides: z.boolean() })),
    clauses: z.array(clause),
    gates: z.array(gate),
    terms: z.array(term),
    powers: z.array(power),
    tallies: z.array(tally),
    incidents: z.array(incident),
    deadlines: z.array(z.strictObject({ at: instant, clause: id, what: z.string() })),
    open_terms: z.array(
      z.strictObject({ id, title: z.string().nullable(), words: z.string(), interprets: texts, touches: texts }),
    ),
  })
  .meta({ id: 'Status', description: 'every clause, gate, term, power and tally at an instant' })
