// The form of what was written into the record, and of what waits there for a person.
import { z } from 'zod'
import type { Clusters, Entered, Inbox, InboxDocument, TakenIn } from '@trucekeeper/workspace'
import { instant, sha256 } from './status.ts'

const texts = z.array(z.string())

const enteredEntry = z
  .strictObject({
    index: z.int().describe('its place in the record'),
    type: z.enum(['document', 'claim', 'act', 'ruling', 'withdrawal', 'release', 'minute', 'key']),
    id: z.string(),
    received_at: instant,
    recorded_by: z.string(),
  })
  .meta({ id: 'EnteredEntry' })

export const enteredAnswer: z.ZodType<Entered> = z
  .strictObject({ entries: z.array(enteredEntry) })
  .meta({ id: 'Entered', description: 'what was entered, or was there already, with its place and its receipt' })

export const takenInAnswer: z.ZodType<TakenIn> = z
  .strictObject({
    entries: z.array(enteredEntry),
    sha256,
    documents: z.array(z.strictObject({ doc: z.string(), id: z.string(), proposals: z.int() })),
    notes: z.array(z.strictObject({ code: z.string(), message: z.string(), help: z.string() })),
  })
  .meta({ id: 'TakenIn', description: 'a document kept and read; its claims are proposals and count for nothing yet' })

const inboxEntry = {
  id: z.string(),
  doc: z.string(),
  sha256,
  outlet: z.string().nullable(),
  published: z.string(),
  received_at: instant,
  open: z.int(),
  decided: z.int(),
}

export const inboxAnswer: z.ZodType<Inbox> = z
  .strictObject({
    documents: z.array(z.strictObject(inboxEntry)),
    waiting: texts.describe('reports that lie in the folder and that nobody has taken in'),
    fields: z.array(z.strictObject({ name: z.string(), values: texts.nullable() })),
  })
  .meta({ id: 'Inbox' })

const claim = z
  .looseObject({ id: z.string(), doc: z.string(), quote: z.string(), start: z.int(), end: z.int(), kind: z.string() })
  .meta({ id: 'Claim', description: 'who says what, in which words; its fields are those of `docs/claims.md`' })

export const inboxDocumentAnswer = z
  .strictObject({
    ...inboxEntry,
    text: z.string(),
    claims: z.array(
      z.strictObject({
        claim,
        state: z.enum(['open', 'accepted', 'corrected', 'rejected']),
        stands_as: z.string().nullable(),
        reason: z.string().nullable(),
        by: z.string().nullable(),
        decided_at: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'InboxDocument' }) as unknown as z.ZodType<InboxDocument>

export const clustersAnswer = z
  .strictObject({
    matters: z.array(z.looseObject({ id: z.string(), kind: z.string(), claims: texts })),
    kept_apart: z.array(z.looseObject({ claims: z.tuple([z.string(), z.string()]) })),
    duplicates: z.array(z.looseObject({ docs: texts, similarity: z.number() })),
    claims: z.record(z.string(), claim),
    rulings: z.array(
      z.strictObject({
        id: z.string(),
        does: z.enum(['join', 'part']),
        claims: texts,
        by: z.string(),
        reason: z.string(),
      }),
    ),
  })
  .meta({
    id: 'Clusters',
    description: 'claims in matters, what people ruled, documents that are copies',
  }) as unknown as z.ZodType<Clusters>
