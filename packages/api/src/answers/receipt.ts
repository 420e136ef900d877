// The form of a receipt: why one clause stands as it does, down to the quoted words.
import type { QuoteRef, Receipt, ReceiptNode } from '@trucekeeper/engine'
import { z } from 'zod'
import { checkpoint, instant, nextChange, residual, sha256, standing, timing, verdict } from './status.ts'

const quote: z.ZodType<QuoteRef> = z
  .strictObject({
    source: z.enum(['claim', 'act', 'row', 'agreement']),
    id: z.string(),
    stance: z.enum(['for', 'against', 'cannot_confirm', 'undetermined', 'rule']),
    quote: z.string(),
    doc: z.string(),
    start: z.int(),
    end: z.int(),
    speaker: z.string().nullable(),
    side: z.string().nullable(),
    via: z.string().nullable(),
    outlet: z.string().nullable(),
    date: z.string().nullable(),
    entry: z.strictObject({ index: z.int(), received_at: instant, recorded_by: z.string() }).nullable(),
  })
  .meta({ id: 'Quote', description: 'words that a leaf rests on, with their place in the record' })

const node: z.ZodType<ReceiptNode> = z
  .strictObject({
    op: z.string(),
    text: z.string(),
    verdict: verdict.nullable(),
    get children() {
      return z.array(node)
    },
    quotes: z.array(quote),
    scope: z.strictObject({ decision: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'ReceiptNode' })

const openTerm = z.strictObject({
  id: z.string(),
  words: z.string(),
  interprets: z.array(z.string()),
  readings: z.array(z.strictObject({ by: z.array(z.string()), says: z.string() })),
})

export const receiptAnswer: z.ZodType<Receipt> = z
  .strictObject({
    clause: z.string(),
    heading: z.string(),
    sentence: z.string(),
    agreement: z.strictObject({ id: z.string(), hash: sha256 }),
    at: instant,
    known_at: instant.nullable(),
    account: z.string(),
    engine: z.string(),
    checkpoint,
    standing,
    standing_reason: z.string(),
    timing,
    timing_reason: z.string(),
    verdict: verdict.nullable(),
    reason: z.string(),
    suffices: z.array(z.string()),
    tree: node,
    residual,
    next_change: nextChange,
    open_terms: z.array(openTerm),
  })
  .meta({ id: 'Receipt' })
