// The form of what the tables of access and of the ground say; an answer of either may be that there are none.
import { z } from 'zod'
import { instant, sha256 } from './status.ts'

const flaw = z
  .strictObject({
    folder: z.enum(['access', 'ground']),
    file: z.string(),
    row: z.int().nullable(),
    column: z.string().nullable(),
    cell: z.string().nullable(),
    message: z.string().nullable(),
    help: z.string().nullable(),
  })
  .meta({ id: 'TableFlaw', description: 'what is wrong with a cell; null where the words would tell a position' })

const absent = z.strictObject({ tables: z.literal('absent') })
const refused = z.strictObject({ tables: z.literal('refused'), flaws: z.array(flaw) })
const passage = z
  .strictObject({ sha256, start: z.int(), end: z.int() })
  .meta({ id: 'Passage', description: 'where words stand in a document' })
/** A row of an answer, told by the words of its columns; `docs/access.md` says what they mean. */
const row = z.looseObject({})
const rows = z.array(row)
/** What one source or several say of one thing. */
const evidence = z.looseObject({ row: z.string() })

const accessTold = z.strictObject({
  tables: z.literal('read'),
  question: z.strictObject({
    at: instant,
    known_at: instant.nullable(),
    sources: z.array(z.string()).nullable(),
  }),
  sources: z.array(z.string()).describe('everybody by whose word there is a row'),
  requests: z.array(z.looseObject({ request_id: z.string(), outcome: z.string() })),
  funnel: z.array(z.looseObject({ stage: z.string() })),
  delays: rows,
  repeated: rows,
  consignments: z.array(
    z.looseObject({
      consignment_id: z.string(),
      // Strict, because when and where a vehicle left its corridor stays with the desk that owns the track.
      tracks: z.array(z.strictObject({ vehicle_id: z.string(), corridor: z.string(), window: z.string() })),
    }),
  ),
  parity: rows,
  indicators: z.array(z.looseObject({ id: z.string() })),
  figures: z.array(z.looseObject({ what: z.string(), figures: z.array(evidence) })),
  sentences: z.array(z.looseObject({ text: z.string(), evidence: z.array(evidence) })),
  passages: z.record(z.string(), passage).describe('where the words of a row stand, by the name of the row'),
})

export const accessAnswer = z
  .discriminatedUnion('tables', [accessTold, absent, refused])
  .meta({ id: 'AccessAnswer', description: 'requests, funnel, delays, consignments, parity, indicators and figures' })

const words = z.array(z.looseObject({ passage: passage.nullable() }))

const depth = z.strictObject({
  depth: row,
  finding: z.string(),
  why: z.string(),
  kept_by_word_of: words,
  not_kept_by_word_of: words,
  cannot_confirm: words,
  silent: z.array(z.string()),
})

const movement = z.strictObject({
  party: z.string(),
  begun: z.string(),
  for: words,
  against: words,
  cannot_confirm: words,
})

const pair = z.strictObject({
  parties: z.tuple([z.string(), z.string()]),
  readings: z.array(z.tuple([z.string(), z.string()])),
  state: z.string(),
  why: z.string(),
  tolerance_h: z.number().nullable(),
  follow_by: instant.nullable(),
  would_break: z.array(z.string()),
  says: words,
})

/** Strict: a band says nothing finer than this. */
const band = z.strictObject({
  line: z.string(),
  party: z.string(),
  weapon_class: z.string().nullable(),
  window_from: instant,
  window_to: instant,
  from_m: z.number(),
  to_m: z.number().nullable(),
})

const groundTold = z.strictObject({
  tables: z.literal('read'),
  at: instant,
  known_at: instant.nullable(),
  account: z.string(),
  lines: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  depths: z.array(depth),
  movements: z.array(movement),
  pairs: z.array(pair),
  published: z.strictObject({ policy: row, bands: z.array(band) }),
})

export const groundAnswer = z
  .discriminatedUnion('tables', [groundTold, absent, refused])
  .meta({ id: 'GroundAnswer', description: 'required depths, who waits for whom, and bands of distance' })
