// The form of what is told of several agreements side by side.
import { PARTY_ROLES } from '@trucekeeper/codes'
import type { AgreementOverview, IncidentScopes, NumberTold, ZoneOverview } from '@trucekeeper/engine'
import { z } from 'zod'
import { instant, sha256, standing } from './status.ts'

const id = z.string()
const words = z.string().nullable()
const metres = z.number().nonnegative()
const actor = z.strictObject({ id, name: z.string(), role: z.enum(PARTY_ROLES) })

const zone: z.ZodType<ZoneOverview> = z
  .strictObject({
    id,
    name: z.string(),
    strip: z
      .strictObject({
        length_m: metres,
        said_m: metres.nullable(),
        said_about: z.boolean(),
        depth_m: metres,
        side: z.enum(['north', 'south', 'east', 'west', 'either']),
        area_m2: metres,
        tolerance_m: metres,
      })
      .nullable(),
  })
  .meta({ id: 'ZoneOverview', description: 'a strip by its length and depth, measured on the WGS 84 ellipsoid' })

const number: z.ZodType<NumberTold> = z
  .strictObject({
    clause: id,
    title: words,
    heading: z.string(),
    debtors: z.array(id),
    from: z.array(id),
    toward: z.array(id),
    asked: z.strictObject({ count: z.number(), about: z.boolean(), of: z.string() }),
    reported: z.array(
      z.strictObject({
        claim: id,
        speaker: words,
        low: z.number(),
        high: z.number().nullable(),
        quote: z.string(),
        doc: z.string(),
      }),
    ),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: 'NumberTold', description: 'how many a duty is about, beside the figures reported; no verdict' })

const overview: z.ZodType<AgreementOverview> = z
  .strictObject({
    id,
    title: z.string(),
    file: z.string(),
    hash: sha256,
    zone: z.string(),
    made: words,
    status: words,
    stage: words,
    endorsed: words,
    parties: z.array(actor),
    excluded: z.array(actor),
    zones: z.array(zone),
    standing,
    terms: z.array(
      z.strictObject({
        id,
        title: words,
        standing,
        starts: instant.nullable(),
        ends: instant.nullable(),
        reason: z.string(),
      }),
    ),
    numbers: z.array(number),
    attention: z.array(
      z.strictObject({
        clause: id,
        title: words,
        heading: z.string(),
        concern: z.enum(['breached', 'contested', 'overdue']),
        reason: z.string(),
        due: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'AgreementOverview' })

const scopeUnder = z.strictObject({
  agreement: id,
  decision: z.string(),
  reason: z.string(),
  clause: id.nullable(),
  heading: words,
  by_clause: z.array(z.strictObject({ clause: id, decision: z.string(), reason: z.string() })),
})

const incident: z.ZodType<IncidentScopes> = z
  .strictObject({
    incident: id,
    kind: z.string(),
    from: instant.nullable(),
    to: instant.nullable(),
    places: z.array(z.string()),
    claims: z.array(id),
    under: z.array(scopeUnder),
  })
  .meta({ id: 'IncidentScopes', description: 'one incident under each agreement, in their order' })

export interface AgreementsAnswer {
  readonly agreements: readonly AgreementOverview[]
}

export interface ScopesAnswer {
  readonly incidents: readonly IncidentScopes[]
}

export const agreementsAnswer: z.ZodType<AgreementsAnswer> = z
  .strictObject({ agreements: z.array(overview) })
  .meta({ id: 'AgreementsAnswer' })

export const scopesAnswer: z.ZodType<ScopesAnswer> = z
  .strictObject({ incidents: z.array(incident) })
  .meta({ id: 'ScopesAnswer' })
