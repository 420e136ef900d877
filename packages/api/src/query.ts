// The questions a request may ask, checked before anything is computed.
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { Context } from 'hono'
import { z } from 'zod'
import type { KnownAt } from './deps.ts'
import { quoted, Refused, type ProblemCode } from './problems.ts'

const HELP_TIME = 'write a date, an hour and an offset: `2016-09-16T23:00+03:00`'
const HELP_KNOWN = `${HELP_TIME}, or \`size:41\` for the first 41 entries of the record`

const at = z
  .string()
  .min(1)
  .transform((text, context) => {
    const instant = instantOf(text)
    if (instant === null) return malformed(context, '400.1', `${quoted(text)} is no instant`, timeHelp(text))
    return instant
  })
  .describe('the instant asked about; left out, the workspace chooses')

const knownAt = z
  .string()
  .min(1)
  .transform((text, context): KnownAt => {
    const size = /^size:(\d{1,9})$/.exec(text)
    if (size) return { size: Number(size[1]) }
    const instant = instantOf(text)
    if (instant !== null) return instant
    return malformed(context, '400.3', `${quoted(text)} is neither an instant nor a number of entries`, HELP_KNOWN)
  })
  .describe('by when it was in the record: an instant, or `size:41` for its first 41 entries; left out, all of it')

/** Rows of tables have times and no place in the order of the record. */
const knownInstant = z
  .string()
  .min(1)
  .transform((text, context): Instant => {
    const instant = instantOf(text)
    if (instant !== null) return instant
    return malformed(context, '400.3', `${quoted(text)} is no instant by which rows were recorded`, timeHelp(text))
  })
  .describe('by when it was recorded; left out, all of it')

const account = z.string().min(1).describe('the id of an account')

export const statusQuery = z.strictObject({
  at: z.optional(at),
  known_at: z.optional(knownAt),
  account: z.optional(z.array(account).describe('ids of accounts; left out, all of them')),
})

export const whyQuery = z.strictObject({
  at: z.optional(at),
  known_at: z.optional(knownAt),
  account: z.optional(account),
})

export const accessQuery = z.strictObject({
  at: z.optional(at),
  known_at: z.optional(knownInstant),
  source: z.optional(z.array(z.string().min(1)).describe('by whose word; left out, by that of all')),
})

export const groundQuery = z.strictObject({
  at: z.optional(at),
  known_at: z.optional(knownInstant),
  account: z.optional(account),
})

/** A whole number from `least` to `most`, as an address writes it. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .min(1)
    .transform((text, context) => {
      const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
      if (number >= least && number <= most) return number
      const help = `write a whole number from ${least} to ${most}`
      return malformed(context, '400.5', `${quoted(text)} is no number that can be asked for here`, help)
    })

export const entriesQuery = z.strictObject({
  after: z.optional(whole(0, 999_999_999).describe('the index of the last entry already read')),
  limit: z.optional(whole(1, 1000).describe('how many entries at most; left out, 100')),
})

/** Where several agreements stand side by side: under which of them. See `viewOfRequest`. */
export const agreementAsked = z.optional(
  z.string().min(1).describe('the id of one of the agreements of the folder; left out, its own'),
)

export const noQuery = z.strictObject({})

/** The query of a request as `schema` reads it. What may be asked once only is refused when it comes twice. */
export function queryOf<T extends z.ZodRawShape>(c: Context, schema: z.ZodObject<T>): z.output<z.ZodObject<T>> {
  const given: Record<string, string | string[]> = {}
  for (const [name, values] of Object.entries(c.req.queries())) {
    const shape = schema.shape[name]
    const many = shape instanceof z.ZodOptional && shape.unwrap() instanceof z.ZodArray
    if (shape && !many && values.length > 1) {
      throw new Refused('400.4', `${quoted(name)} is given ${values.length} times`, `ask once for each ${quoted(name)}`)
    }
    given[name] = many ? values : values[0]!
  }
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw refusal(read.error.issues[0]!, Object.keys(schema.shape))
}

function refusal(issue: z.core.$ZodIssue, known: string[]): Refused {
  if (issue.code === 'unrecognized_keys') {
    const names = known.map(quoted).join(', ')
    const help = known.length > 0 ? `this address knows ${names}` : 'this address takes no question mark'
    return new Refused('400.2', `${issue.keys.map(quoted).join(', ')} is not known here`, help)
  }
  if (issue.code === 'custom' && issue.params) {
    const { problem, help } = issue.params as { problem: ProblemCode; help: string }
    return new Refused(problem, issue.message, help)
  }
  return new Refused('400.2', `${quoted(String(issue.path[0]))} is empty`, 'give it a value, or leave it out')
}

export function malformed(context: z.RefinementCtx, problem: ProblemCode, message: string, help: string): never {
  context.addIssue({ code: 'custom', message, params: { problem, help } })
  return z.NEVER
}

/** An unescaped `+` in an address decodes to a space, so a space before the offset is read as one. */
function instantOf(text: string): Instant | null {
  return parseInstant(text.replace(/ (?=\d{2}:?\d{2}$)/, '+'))
}

function timeHelp(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `a day has many instants; say which: \`${text}T23:00+03:00\``
  if (/T\d{2}:\d{2}(:\d{2})?$/.test(text)) return `the offset is missing: \`${text.slice(0, 19)}+03:00\``
  return HELP_TIME
}
