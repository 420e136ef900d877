// The door to the record: what comes in becomes an entry with a name of its own, or a reason why not.
import { datedInterval, parseDating, parseInstant } from '@trucekeeper/time'
import { contentId } from './canonical.ts'
import { claimBodySchema, type Claim, type ClaimBody } from './claim.ts'
import type { KeyEntry, KeyEntryBody } from './keys/key-entry.ts'
import { halfCharacters, refusalsOf, REPORTED, type Refusal } from './refusal.ts'
import {
  actSchema,
  entrySchema,
  type Act,
  type Ruling,
  type DocumentBody,
  type Entry,
  type Release,
  type Withdrawal,
} from './record.ts'

/** What names begin with, by what they name. */
export const PREFIXES = {
  document: 'doc',
  claim: 'clm',
  act: 'act',
  ruling: 'rul',
  withdrawal: 'wdr',
  release: 'rel',
  minute: 'min',
  // `key_` names the key itself, which several entries can be about.
  key: 'reg',
} as const satisfies Record<Entry['type'], string>

export type Intake<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: Refusal[] }

/** The claim with the id that its content gives it. */
export function nameClaim(body: ClaimBody): Claim {
  return { id: contentId(PREFIXES.claim, body), ...body }
}

export function nameAct(body: Omit<Act, 'id'>): Act {
  return { id: contentId(PREFIXES.act, body), ...body }
}

export function nameDocument(body: Omit<DocumentBody, 'id'>): DocumentBody {
  return { id: contentId(PREFIXES.document, body), ...body }
}

export function nameRuling(body: Omit<Ruling, 'id'>): Ruling {
  return { id: contentId(PREFIXES.ruling, body), ...body }
}

export function nameWithdrawal(body: Omit<Withdrawal, 'id'>): Withdrawal {
  return { id: contentId(PREFIXES.withdrawal, body), ...body }
}

export function nameRelease(body: Omit<Release, 'id'>): Release {
  return { id: contentId(PREFIXES.release, body), ...body }
}

export function nameKey(body: KeyEntryBody): KeyEntry {
  return { id: contentId(PREFIXES.key, body), ...body }
}

/** Checks a claim from outside: an array element of `truce read --json`, with or without its id. */
export function takeClaim(offered: unknown, receivedAt: string): Intake<Claim> {
  const { id, body } = apart(offered)
  const parsed = claimBodySchema.safeParse(body, REPORTED)
  if (!parsed.success) return { ok: false, refusals: refusalsOf('claim-malformed', 'claim', parsed.error) }
  const halves = halfCharacters('claim-malformed', 'claim', parsed.data)
  if (halves.length > 0) return { ok: false, refusals: halves }
  const claim = nameClaim(parsed.data)
  const refusals = [...idRefusals(id, claim.id, 'claim'), ...quoteRefusals(claim), ...timeRefusals(claim, receivedAt)]
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: claim }
}

/** Checks a whole entry, such as a line of an exported record. */
export function takeEntry(offered: unknown): Intake<Entry> {
  const parsed = entrySchema.safeParse(offered, REPORTED)
  if (!parsed.success) return { ok: false, refusals: refusalsOf('entry-malformed', 'entry', parsed.error) }
  const entry = parsed.data
  const halves = halfCharacters('entry-malformed', 'entry', entry)
  if (halves.length > 0) return { ok: false, refusals: halves }
  const { id, ...body } = entry.body
  const expected = contentId(PREFIXES[entry.type], body)
  const refusals = [
    ...idRefusals(id, expected, 'entry.body'),
    ...(entry.type === 'claim' ? timeRefusals(entry.body, entry.received_at) : []),
  ]
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: entry }
}

/** Checks an act as a desk writes it down, without its id. */
export function takeAct(offered: unknown): Intake<Act> {
  const parsed = actSchema.omit({ id: true }).safeParse(offered, REPORTED)
  if (!parsed.success) return { ok: false, refusals: refusalsOf('entry-malformed', 'act', parsed.error) }
  const halves = halfCharacters('entry-malformed', 'act', parsed.data)
  if (halves.length > 0) return { ok: false, refusals: halves }
  return { ok: true, value: nameAct(parsed.data) }
}

function apart(offered: unknown): { id: unknown; body: unknown } {
  if (typeof offered !== 'object' || offered === null || Array.isArray(offered)) return { id: undefined, body: offered }
  const { id, ...body } = offered as Record<string, unknown>
  return { id, body }
}

const SPEAKS_OF_THE_PAST: ReadonlySet<Claim['modality']> = new Set(['asserted', 'denied', 'reported-unconfirmed'])

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

/** A quote is as long as the stretch it is said to be. */
function quoteRefusals({ quote, start, end }: Claim): Refusal[] {
  if (end - start === quote.length) return []
  return [
    {
      code: 'claim-malformed',
      path: 'claim.end',
      message: `the quote has ${quote.length} UTF-16 units, and from \`${start}\` to \`${end}\` there are ${end - start}`,
      help: 'give the exact words, and where they begin and end in the text as read',
    },
  ]
}

/**
 * Nothing can be published after it came in, nor reported before it happened. What is wished, threatened, planned or made
 * a condition may lie ahead.
 */
function timeRefusals(claim: Claim, receivedAt: string): Refusal[] {
  const received = parseInstant(receivedAt)
  if (received === null) return []
  const refusals: Refusal[] = []
  for (const [path, text] of [
    ['claim.date', claim.date],
    ['claim.published', claim.published],
  ] as const) {
    if (text === null || (path === 'claim.date' && !SPEAKS_OF_THE_PAST.has(claim.modality))) continue
    // The widest reading of a day anywhere on earth: it begins at UTC+14, so a doubt never refuses.
    const begins = datedInterval(parseDating(text)!, 'Etc/GMT-14').from
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
