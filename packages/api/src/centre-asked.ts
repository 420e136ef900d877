// What every question about the centre is asked of: agreement and record as known, the instant, and what people are called.
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { z } from 'zod'
import type { WhatIsKnown, Workspace } from './deps.ts'
import { whyQuery } from './query.ts'

const { at, known_at } = whyQuery.shape
export const centreQuery = z.strictObject({ at, known_at })

/** Of every answer about the centre. */
export interface CentreAnswer {
  /** The instant it is of. */
  readonly at: string
  /** What those are called whom the agreement names, by their ids. */
  readonly names: Readonly<Record<string, string>>
  /** What its clauses are called, by their ids: two that bind different parties may be called the same. */
  readonly clause_names: Readonly<Record<string, string>>
}

const called = z.record(z.string(), z.string())
export const centreAnswer = { at: z.string(), names: called, clause_names: called }

/** Where a minute stands in the record, and who wrote it down. */
export interface Written {
  readonly index: number
  readonly received_at: string
  readonly recorded_by: string
}

export const written = z
  .strictObject({ index: z.int(), received_at: z.string(), recorded_by: z.string() })
  .meta({ id: 'WrittenDown' })

export interface CentreAsked extends WhatIsKnown {
  readonly instant: Instant
  readonly answer: CentreAnswer
  /** Null for what is not in the record. */
  writtenAs(id: string): Written | null
  /** The minutes of what was done by the instant. */
  readonly minutes: WhatIsKnown['record']['minutes']
}

export async function centreAsked(
  workspace: Workspace,
  { at: asked, known_at: knownAt }: z.output<typeof centreQuery>,
): Promise<CentreAsked> {
  const { agreement, record } = await workspace.known(knownAt)
  const lookback = await workspace.lookback()
  const { at: instant } = lookback.asked({
    ...(asked !== undefined && { at: asked }),
    ...(knownAt !== undefined && { knownAt }),
  })
  return {
    agreement,
    record,
    instant,
    answer: {
      at: formatInstant(instant, agreement.zone),
      names: Object.fromEntries(agreement.actors.map(({ id, name }) => [id, name])),
      clause_names: Object.fromEntries(
        agreement.ruled.map(({ id, title, source }) => [id, title ?? source.heading.at(-1) ?? id]),
      ),
    },
    writtenAs(id) {
      const found = record.received.get(id)
      if (!found) return null
      return { index: found.index, received_at: found.received_at, recorded_by: found.recorded_by }
    },
    minutes: record.minutes.filter((minute) => parseInstant(minute.at)! <= instant),
  }
}

/** The SHA-256 of each document, by the name under which it is quoted, so that words can be looked up. */
export function digestsOf(record: WhatIsKnown['record'], docs: readonly string[]): Readonly<Record<string, string>> {
  const wanted = new Set(docs)
  return Object.fromEntries(record.documents.flatMap(({ doc, sha256 }) => (wanted.has(doc) ? [[doc, sha256]] : [])))
}
