// The door to the record: what comes in becomes an entry with a name of its own, or a reason why not.
import { datedInterval, parseDating, parseInstant } from '@trucekeeper/time'
import type { z } from 'zod'
import { contentId } from './canonical.ts'
import { claimBodySchema, type Claim, type ClaimBody } from './claim.ts'
import { actSchema, entrySchema, type Act, type DocumentBody, type Entry, type Withdrawal } from './record.ts'

/** What is wrong with something offered to the record, and at which field. */
export interface Refusal {
  readonly code: 'claim-malformed' | 'entry-malformed' | 'claim-after-receipt' | 'id-mismatch'
  /** Where in the value: `claim.places.0`. */
  readonly path: string
  /** One lower-case sentence with the user's input in backticks. */
  readonly message: string
  readonly help: string
}

export type Intake<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: Refusal[] }

/** The claim with the id that its content gives it. */
export function nameClaim(body: ClaimBody): Claim {
  return { id: contentId('clm', body), ...body }
}

export function nameAct(body: Omit<Act, 'id'>): Act {
  return { id: contentId('act', body), ...body }
}

export function nameDocument(body: Omit<DocumentBody, 'id'>): DocumentBody {
  return { id: contentId('doc', body), ...body }
}

export function nameWithdrawal(body: Omit<Withdrawal, 'id'>): Withdrawal {
  return { id: contentId('wdr', body), ...body }
}

/** Checks a claim from outside: an array element of `truce read --json`, with or without its id. */
export function takeClaim(offered: unknown, receivedAt: string): Intake<Claim> {
  const { id, body } = apart(offered)
  const parsed = claimBodySchema.safeParse(body)
  if (!parsed.success) return { ok: false, refusals: refusalsOf('claim-malformed', 'claim', parsed.error) }
  const claim = nameClaim(parsed.data)
  const refusals = [...idRefusals(id, claim.id, 'claim'), ...timeRefusals(claim, receivedAt)]
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: claim }
}

/** Checks a whole entry, such as a line of an exported record. */
export function takeEntry(offered: unknown): Intake<Entry> {
  const parsed = entrySchema.safeParse(offered)
  if (!parsed.success) return { ok: false, refusals: refusalsOf('entry-malformed', 'entry', parsed.error) }
  const entry = parsed.data
  const { id, ...body } = entry.body
  const expected = contentId(id.slice(0, Math.max(0, id.indexOf('_'))) || 'entry', body)
  const refusals = [
    ...idRefusals(id, expected, 'entry.body'),
    ...(entry.type === 'claim' ? timeRefusals(entry.body, entry.received_at) : []),
  ]
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: entry }
}

/** Checks an act as a desk writes it down, without its id. */
export function takeAct(offered: unknown): Intake<Act> {
  const parsed = actSchema.omit({ id: true }).safeParse(offered)
  if (!parsed.success) return { ok: false, refusals: refusalsOf('entry-malformed', 'act', parsed.error) }
  return { ok: true, value: nameAct(parsed.data) }
}

function apart(offered: unknown): { id: unknown; body: unknown } {
  if (typeof offered !== 'object' || offered === null || Array.isArray(offered)) return { id: undefined, body: offered }
  const { id, ...body } = offered as Record<string, unknown>
  return { id, body }
}

function idRefusals(given: unknown, expected: string, path: string): Refusal[] {
  if (given === undefined || given === expected) return []
  return [
    {
      code: 'id-mismatch',
      path: `${path}.id`,
      message: `the id \`${String(given)}\` is not the name of this content, which is \`${expected}\``,
      help: 'leave the id out, or restore the content it was made from; a changed claim is a new claim',
    },
  ]
}

/** Nothing can be reported before it happened: the earliest instant of a claim lies before its receipt. */
function timeRefusals(claim: Claim, receivedAt: string): Refusal[] {
  const received = parseInstant(receivedAt)
  if (received === null) return []
  const refusals: Refusal[] = []
  for (const [path, text] of [
    ['claim.date', claim.date],
    ['claim.published', claim.published],
  ] as const) {
    if (text === null || claim.modality === 'planned') continue
    // The widest reading of a day anywhere on earth: it begins at UTC+14, so a doubt never refuses.
    const begins = datedInterval(parseDating(text)!, 'Pacific/Kiritimati').from
    if (begins <= received) continue
    refusals.push({
      code: 'claim-after-receipt',
      path,
      message: `the claim speaks of \`${text}\`, which is after it was received, \`${receivedAt}\``,
      help: 'correct the date of the claim, or the time at which it came in',
    })
  }
  return refusals
}

function refusalsOf(code: Refusal['code'], root: string, error: z.ZodError): Refusal[] {
  return error.issues.map((issue) => ({
    code,
    path: [root, ...issue.path.map(String)].join('.'),
    message: `${[root, ...issue.path.map(String)].join('.')}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`,
    help: 'see the fields of a claim in `docs/claims.md`',
  }))
}
