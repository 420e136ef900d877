// GET /api/figures: every figure that anybody claims, with whoever else counts the same beside it, and never added or merged.
import type { Claim } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { z } from 'zod'
import { figuresAnswer } from './answers/lookback.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { whyQuery } from './query.ts'

export interface ClaimedFigure {
  readonly claim: string
  /** Null where the source gives none, or only a range. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** The words that soften it: `around`, `more than`. */
  readonly qualifier: string | null
  readonly speaker: string | null
  readonly side: string
  readonly via: string | null
  readonly outlet: string | null
  readonly published: string
  /** Of what day or days it is said, as the claim has it. */
  readonly date: string | null
  readonly places: readonly string[]
  readonly quote: string
  readonly doc: string
  readonly start: number
  readonly end: number
}

/** Figures of one thing in one unit, in the order in which they were published. */
export interface FigureCard {
  readonly what: string
  readonly unit: string
  readonly figures: readonly ClaimedFigure[]
}

export interface FiguresAnswer {
  readonly zone: string
  readonly cards: readonly FigureCard[]
}

const { at, known_at } = whyQuery.shape

export function figureRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'figures of claims, those of one thing side by side',
    query: z.strictObject({ at, known_at }),
    gives: json(figuresAnswer),
  }
  return new Noun('/api/figures').get('/', about, async (c, { at: instant, known_at: knownAt }) => {
    const { zone } = (await workspace.known()).agreement
    const claims = await workspace.claims(knownAt)
    const until = instant ?? Infinity
    const published = claims.filter((claim) => (parseInstant(claim.published) ?? -Infinity) <= until)
    return c.json({ zone, cards: cardsOf(published) } satisfies FiguresAnswer)
  })
}

/** The most told of first. Figures whose words for the thing differ stay on cards of their own. */
export function cardsOf(claims: readonly Claim[]): FigureCard[] {
  const all = claims.flatMap((claim) => claim.figures.map((figure) => ({ claim, figure })))
  const cards = Map.groupBy(all, ({ figure }) => JSON.stringify([figure.what.toLowerCase(), figure.unit]))
  return [...cards.values()]
    .map((members) => ({
      what: members[0]!.figure.what,
      unit: members[0]!.figure.unit,
      figures: members
        .map(({ claim, figure }): ClaimedFigure => ({
          claim: claim.id,
          value: figure.value,
          low: figure.low ?? null,
          high: figure.high ?? null,
          qualifier: figure.qualifier ?? null,
          speaker: claim.speaker,
          side: claim.speaker_side,
          via: claim.via,
          outlet: claim.outlet,
          published: claim.published,
          date: claim.date ?? null,
          places: claim.places,
          quote: claim.quote,
          doc: claim.doc,
          start: claim.start,
          end: claim.end,
        }))
        .toSorted((a, b) => order(a.published, b.published) || order(a.claim, b.claim)),
    }))
    .toSorted((a, b) => b.figures.length - a.figures.length || order(a.what, b.what) || order(a.unit, b.unit))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
