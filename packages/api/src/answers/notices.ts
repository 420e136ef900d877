// The form of how a desk is told of what is new: its rules, and what became of what was told.
import { z } from 'zod'
import { instant } from './status.ts'

export interface NoticeRule {
  readonly name: string
  readonly desk: string
  readonly tell: readonly string[]
  readonly clauses: readonly string[] | null
  readonly how: 'webhook' | 'mail'
  readonly to: readonly string[]
  readonly language: string
  readonly quiet: { readonly from: string; readonly until: string } | null
  readonly digest: string | null
  readonly lead_hours: number
}

interface NoticeTold {
  readonly id: string
  readonly rule: string
  readonly desk: string
  readonly to: string
  readonly made_at: string
  readonly subject: string
  readonly text: string
  readonly state: 'waiting' | 'told' | 'given_up'
  readonly tries: number
  readonly last_at: string | null
  /** Why the last try failed. */
  readonly why: string | null
}

/** What the server knows of it; times of tries to come in milliseconds of Unix time. */
export interface NoticesKnown {
  readonly rules: readonly NoticeRule[]
  readonly notices: readonly (NoticeTold & { readonly next_at: number | null })[]
}

export interface NoticesAnswer {
  readonly zone: string
  /** Whether this server tells anybody anything. */
  readonly tells: boolean
  readonly rules: readonly NoticeRule[]
  /** The latest first. */
  readonly notices: readonly (NoticeTold & { readonly next_at: string | null })[]
}

export const noticesAnswer: z.ZodType<NoticesAnswer> = z
  .strictObject({
    zone: z.string(),
    tells: z.boolean().describe('whether this server tells anybody anything'),
    rules: z.array(
      z.strictObject({
        name: z.string(),
        desk: z.string(),
        tell: z.array(z.string()),
        clauses: z.array(z.string()).nullable().describe('null for all of them'),
        how: z.enum(['webhook', 'mail']),
        to: z.array(z.string()).describe('the host of a webhook, or addresses'),
        language: z.string(),
        quiet: z.strictObject({ from: z.string(), until: z.string() }).nullable(),
        digest: z.string().nullable().describe('the hour at which all of a day is told at once'),
        lead_hours: z.number(),
      }),
    ),
    notices: z.array(
      z.strictObject({
        id: z.string(),
        rule: z.string(),
        desk: z.string(),
        to: z.string(),
        made_at: instant,
        subject: z.string(),
        text: z.string(),
        state: z.enum(['waiting', 'told', 'given_up']),
        tries: z.int(),
        last_at: instant.nullable(),
        why: z.string().nullable(),
        next_at: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'NoticesAnswer', description: 'how a desk is told of what is new for it, and what became of it' })
