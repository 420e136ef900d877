// A story as a record: the document that it is told in, and the entries that a ledger takes.
import { nameDocument, sha256Hex, type Entry } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import type { Story } from '../story.ts'
import { RUN_DOCUMENT } from './reports.ts'

export interface StoryRecord {
  /** The bytes of the document, whose digest the entries name. */
  readonly text: string
  /** In the order in which they come in: each when it is said or done. */
  readonly entries: readonly Entry[]
}

/** What has to be entered so that `truce status` at the end of the story says what the story says. */
export function storyRecord({ claims, acts, ends }: Story): StoryRecord {
  const text = [...claims, ...acts]
    .toSorted((a, b) => a.start - b.start)
    .map(({ quote }) => `${quote}\n`)
    .join('')
  const sha256 = sha256Hex(new TextEncoder().encode(text))
  const said = [
    ...claims.map((body): Entry => ({ type: 'claim', body, received_at: body.published, recorded_by: 'run' })),
    ...acts.map((body): Entry => ({ type: 'act', body, received_at: body.at, recorded_by: 'run' })),
  ].toSorted((a, b) => parseInstant(a.received_at)! - parseInstant(b.received_at)!)
  const published = said[0]?.received_at ?? ends.at
  const body = nameDocument({ doc: RUN_DOCUMENT, sha256, outlet: null, published, media_type: 'text/plain' })
  return { text, entries: [{ type: 'document', body, received_at: published, recorded_by: 'run' }, ...said] }
}
