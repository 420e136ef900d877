// The forms of what the protection check answers.
import { z } from 'zod'
import { instant } from './status.ts'

const day = z.string().describe('a civil day in UTC')
const within = z.string().describe('the cell that the word is about; empty for somewhere on earth')

export const protectionReply = z
  .strictObject({
    question: z.string(),
    until: day.describe('the answers hold until it ends'),
    lines: z.array(
      z.strictObject({
        cell: z.string(),
        answers: z.array(
          z.strictObject({
            answer: z.enum(['protected objects present', 'humanitarian movement expected', 'none known']),
            within,
          }),
        ),
        mark: z.string().describe('eight letters that lead to whom this line was shown'),
      }),
    ),
    note: z.string(),
  })
  .meta({ id: 'ProtectionReply' })

const point = z.strictObject({
  request: z.string(),
  site: z.string(),
  purpose: z.string(),
  from: instant,
  to: instant,
  person: z.string(),
  own: z.boolean(),
  owner_consents: z.boolean(),
  guarantor_consents: z.boolean(),
  consented: z.boolean(),
  may_consent: z.boolean(),
  may_look: z.boolean(),
})

const ids = z.strictObject({ person: z.string(), organisation: z.string() })

const asked = z.strictObject({
  at: instant,
  by: z.string(),
  cells: z.array(z.string()),
  first_day: day,
  last_day: day,
})

export const protectionAnswer = z
  .discriminatedUnion('service', [
    z.strictObject({ service: z.literal('absent') }),
    z.strictObject({ service: z.literal('closed'), ids: ids.describe('by which the service would let them in') }),
    z.strictObject({
      service: z.literal('open'),
      ids,
      example: z.boolean().describe('everything there is made up'),
      desk: z.enum(['party', 'guarantor', 'owner', 'public']),
      cell_length: z.int().describe('characters of the cells that may be asked about'),
      period: z.strictObject({ first: day, last: day }),
      budget: z.strictObject({
        at_once: z.int(),
        left_today: z.int(),
        left_this_year: z.int(),
        paid: z.array(z.string()).describe('cells of this period that cost nothing again'),
      }),
      asked: z.array(asked).describe('by their organisation, the latest first'),
      refused: z.array(z.strictObject({ at: instant, by: z.string(), code: z.string() })),
      points: z.array(point),
      looks: z
        .array(z.strictObject({ at: instant, site: z.string(), purpose: z.string(), person: z.string() }))
        .describe('at points that their organisation asked for, owns or consented to, the latest first'),
    }),
  ])
  .meta({ id: 'ProtectionAnswer', description: 'what somebody may ask of the protection check, and what was asked' })

export const pointRequested = z.strictObject({ request: z.string() }).meta({ id: 'PointRequested' })
export const pointShown = z
  .strictObject({
    site: z.string(),
    kind: z.string(),
    place: z.tuple([z.number(), z.number()]).readonly(),
    mark: z.string(),
    until: instant,
  })
  .meta({ id: 'PointShown' })

export type ProtectionAnswer = z.infer<typeof protectionAnswer>
export type ProtectionReply = z.infer<typeof protectionReply>
export type PointShown = z.infer<typeof pointShown>
