// What an entry becomes in the tables.
import type { Act, Claim, DocumentBody, Withdrawal } from '@trucekeeper/claims'
import { datedInterval, parseDating, parseInstant } from '@trucekeeper/time'
import type { LoggedEntry } from '../reader.ts'
import type { Database, ROW_TABLES } from './tables.ts'

/** Rows by table, in the order of the entries. */
export type Rows = { readonly [T in (typeof ROW_TABLES)[number]]: Database[T][] }

export function rowsOf(batch: readonly LoggedEntry[]): Rows {
  const rows: Rows = {
    entries: [],
    documents: [],
    claims: [],
    claim_places: [],
    claim_figures: [],
    acts: [],
    withdrawals: [],
  }
  // Whoever may ask these tables is no one desk: what a desk holds is not in them.
  for (const logged of batch) if (logged.entry.held_by === undefined) addRows(rows, logged)
  return rows
}

/** The form in which words are stored and asked for, so that no database's own idea of case matters. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function addRows(rows: Rows, { index, entry }: LoggedEntry): void {
  const { type, recorded_by, body } = entry
  const received_at = instant(entry.received_at)
  rows.entries.push({ index, id: body.id, type, received_at, recorded_by, body })
  switch (entry.type) {
    case 'document':
      rows.documents.push(documentRow(entry.body))
      break
    case 'claim':
      addClaim(rows, entry.body, index, received_at)
      break
    case 'act':
      rows.acts.push(actRow(entry.body, index, received_at))
      break
    case 'ruling':
    case 'release':
    case 'minute':
    case 'key':
      // Read from `entries`: nobody searches for one.
      break
    case 'withdrawal':
      rows.withdrawals.push(withdrawalRow(entry.body, received_at))
      break
  }
}

function addClaim(rows: Rows, claim: Claim, index: number, received_at: number): void {
  rows.claims.push({
    index,
    id: claim.id,
    doc: claim.doc,
    speaker: claim.speaker,
    speaker_side: claim.speaker_side,
    via: claim.via,
    outlet: claim.outlet,
    kind: claim.kind,
    modality: claim.modality,
    negated: claim.negated,
    date: claim.date,
    ...widest(claim.date ?? claim.published),
    actor_blamed: claim.actor_blamed,
    published: claim.published,
    received_at,
    withdrawn_by: null,
    searched: searchForm(claim.quote),
  })
  const claim_id = claim.id
  for (const [position, place] of claim.places.entries()) rows.claim_places.push({ claim_id, position, place })
  for (const [position, { what, value, low = null, high = null, unit, qualifier = null }] of claim.figures.entries())
    rows.claim_figures.push({ claim_id, position, what, value, low, high, unit, qualifier })
}

function actRow({ id, power, stage, at, sets, length }: Act, index: number, received_at: number) {
  return {
    index,
    id,
    power,
    stage,
    at: instant(at),
    sets: sets ? instant(sets) : null,
    length: length ?? null,
    received_at,
    withdrawn_by: null,
  }
}

function documentRow({ id, doc, sha256, outlet, published, media_type }: DocumentBody) {
  return { id, doc, sha256, outlet, published, media_type }
}

function withdrawalRow({ id, withdraws, by, reason }: Withdrawal, received_at: number) {
  return { id, withdraws, by, reason, received_at }
}

/** From the first moment at which the date has begun anywhere on earth to the last before it has ended everywhere. */
function widest(text: string): { earliest: number; latest: number } {
  const dating = parseDating(text)!
  return {
    earliest: datedInterval(dating, 'Etc/GMT-14').from,
    latest: datedInterval(dating, 'Etc/GMT+12').to - 1,
  }
}

function instant(text: string): number {
  return parseInstant(text)!
}

/** Rows as JSON. PostgreSQL holds no U+0000 in text; the record does, so here it is shown as a replacement character. */
export function rowsText(rows: readonly object[]): string {
  const text = JSON.stringify(rows)
  if (!text.includes('\\u0000')) return text
  return JSON.stringify(rows, (_, value) => (typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value))
}
