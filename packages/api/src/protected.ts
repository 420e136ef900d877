// GET /api/protected: what protected things are told to have been hit, by kind, by week and by whose account; never which or where.
import { stanceOf, type Claim } from '@trucekeeper/claims'
import { protectedIn, type ProtectedKind } from '@trucekeeper/corroborate'
import { civilDay, datedInterval, parseDating, parseInstant } from '@trucekeeper/time'
import { z } from 'zod'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { whyQuery } from './query.ts'

export type ToldHow = 'told' | 'denied' | 'not_confirmed'

/** One account of one kind of thing. It has no place, and the name of none: many of these would be a list of sites. */
export interface ProtectedTelling {
  readonly claim: string
  readonly object: ProtectedKind
  /** The Monday of the week, as a civil day of the agreement's zone; null where it is told of several weeks. */
  readonly week: string | null
  readonly how: ToldHow
  readonly speaker: string | null
  readonly side: string
  readonly outlet: string | null
  readonly published: string
  readonly quote: string
  readonly doc: string
  readonly start: number
  readonly end: number
}

export interface ProtectedAnswer {
  readonly zone: string
  /** In the order in which they were published. */
  readonly told: readonly ProtectedTelling[]
}

const { at, known_at } = whyQuery.shape

const protectedAnswer: z.ZodType<ProtectedAnswer> = z
  .strictObject({
    zone: z.string(),
    told: z.array(
      z.strictObject({
        claim: z.string(),
        object: z.string() as unknown as z.ZodType<ProtectedKind>,
        week: z.string().nullable().describe('the Monday of the week; null where it is told of several weeks'),
        how: z.enum(['told', 'denied', 'not_confirmed']),
        speaker: z.string().nullable(),
        side: z.string(),
        outlet: z.string().nullable(),
        published: z.string(),
        quote: z.string(),
        doc: z.string(),
        start: z.int(),
        end: z.int(),
      }),
    ),
  })
  .meta({ id: 'ProtectedAnswer', description: 'protected things told to have been hit, without their places' })

export function protectedRoutes(workspace: Workspace): Noun {
  const about = {
    summary:
      'protected things that are told to have been hit, by kind and week and whose account, without their places',
    query: z.strictObject({ at, known_at }),
    gives: json(protectedAnswer),
  }
  return new Noun('/api/protected').get('/', about, async (c, { at: instant, known_at: knownAt }) => {
    const { zone } = (await workspace.known()).agreement
    const until = instant ?? Infinity
    const published = (await workspace.claims(knownAt))
      .map((claim) => ({ claim, at: parseInstant(claim.published) ?? -Infinity }))
      .filter((one) => one.at <= until)
      .toSorted((a, b) => a.at - b.at || (a.claim.id < b.claim.id ? -1 : 1))
    return c.json({ zone, told: published.flatMap(({ claim }) => tellingsOf(claim, zone)) } satisfies ProtectedAnswer)
  })
}

function tellingsOf(claim: Claim, zone: string): ProtectedTelling[] {
  const { id, speaker, speaker_side: side, outlet, published, quote, doc, doc_sha256, start, end } = claim
  return protectedIn(claim).map((object) => ({
    claim: id,
    object,
    week: weekOf(claim, zone),
    how: howOf(claim),
    speaker,
    side,
    outlet,
    published,
    quote,
    doc: doc_sha256 ?? doc,
    start,
    end,
  }))
}

function howOf(claim: Claim): ToldHow {
  const stance = stanceOf(claim)
  if (stance === 'denies' || stance === 'counter_claims') return 'denied'
  return stance === 'cannot_confirm' || stance === 'no_comment' ? 'not_confirmed' : 'told'
}

/** What gives no day is of the day on which it was said. */
function weekOf({ date, published }: Claim, zone: string): string | null {
  const dating = parseDating(date ?? published)
  if (!dating) return null
  const { from, to } = datedInterval(dating, zone)
  const [first, last] = [mondayOf(civilDay(from, zone)), mondayOf(civilDay(Math.max(from, to - 1), zone))]
  return first === last ? first : null
}

const DAY = 24 * 60 * 60_000

function mondayOf(day: string): string {
  const noon = Date.parse(`${day}T12:00Z`)
  return new Date(noon - ((new Date(noon).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10)
}
