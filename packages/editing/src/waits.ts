// What waits for what, and how it would all go if everybody complied, from the earliest instants of the linter.
import type { Agreement, Moment } from '@trucekeeper/agreement'
import { earliestOf, momentOf, type Earliest, type Edge } from '@trucekeeper/lint'
import { addDuration, formatInstant, type Instant } from '@trucekeeper/time'
import type { AgreementDocument } from './document.ts'

export interface WaitNode {
  readonly id: string
  readonly kind: string
  readonly label: string
  /** When it can be at the earliest, ISO 8601 by the agreement's clock; null for never. */
  readonly at: string | null
  /** Where its clause stands, by UTF-16 offsets. */
  readonly start: number
  readonly end: number
}

export interface WaitGraph {
  readonly nodes: readonly WaitNode[]
  /** `from` waits for `to`. */
  readonly edges: readonly Edge[]
  /** Names that wait for one another, so that none can come first. */
  readonly circles: readonly (readonly string[])[]
}

export interface TimelineEntry {
  /** ISO 8601 by the agreement's clock. */
  readonly at: string
  /** `the deadline of 2.4 first-convoy` */
  readonly text: string
  /** The clause it is about. */
  readonly clause: string
}

/** What waits for what; empty while the text has errors. */
export function waitGraph({ agreement }: AgreementDocument): WaitGraph {
  if (!agreement) return { nodes: [], edges: [], circles: [] }
  const earliest = earliestOf(agreement)
  const nodes = timed(agreement).map(({ id, kind, title, source: { clauseStart, clauseEnd } }) => ({
    id,
    kind,
    label: title ?? id.replaceAll('-', ' '),
    at: iso(earliest.of(id).at, agreement),
    start: clauseStart,
    end: clauseEnd,
  }))
  const known = new Set(nodes.map(({ id }) => id))
  const edges = earliest.edges.filter(({ from, to }) => known.has(from) && known.has(to))
  return { nodes, edges, circles: earliest.circles }
}

/** The run in which everybody does at once what is owed, in order; what can never be is not in it. Empty while there are errors. */
export function complyTimeline({ agreement }: AgreementDocument): readonly TimelineEntry[] {
  if (!agreement) return []
  const earliest = earliestOf(agreement)
  const found = timed(agreement).flatMap((clause) =>
    happenings(clause, agreement, earliest).flatMap(([at, text]) =>
      at === null || !Number.isFinite(at) ? [] : [{ instant: at, text, clause: clause.id }],
    ),
  )
  return found
    .toSorted((a, b) => a.instant - b.instant)
    .map(({ instant, text, clause }) => ({ at: formatInstant(instant, agreement.zone), text, clause }))
}

type Timed = Agreement['ruled'][number] | Agreement['anchors'][number] | Agreement['measures'][number]

/** Everything that has an earliest instant, in the order of the text. */
function timed({ anchors, measures, ruled }: Agreement): Timed[] {
  return [...anchors, ...measures, ...ruled].toSorted((a, b) => a.source.clauseStart - b.source.clauseStart)
}

function happenings(clause: Timed, agreement: Agreement, earliest: Earliest): [at: Instant | null, text: string][] {
  const { at } = earliest.of(clause.id)
  const moment = (value: Moment) => momentOf(value, earliest, agreement.zone)
  const name = `\`${clause.id}\``
  switch (clause.kind) {
    case 'anchor':
      return [[at, `${name} comes`]]
    case 'measure':
      return [[at, `${name} begins to be counted`]]
    case 'duty':
      return [
        [earliest.owed(clause.id), `${name} is owed, and can be done`],
        [at !== null && clause.by ? moment(clause.by) : null, `the deadline of ${name}`],
      ]
    case 'ban':
      return [[at, `${name} begins to bind`]]
    case 'gate':
      return [[at, `${name} can open`]]
    case 'power':
      return clause.when ? [[at, `${name} can be used`]] : []
    case 'term': {
      const end = at === null || clause.lasts === null ? null : addDuration(at, clause.lasts, agreement.zone)
      return [
        [at, `${name} begins`],
        [end, clause.extends ? `${name} ends, unless it is extended` : `${name} ends`],
      ]
    }
    default:
      return [[at, `${name} begins to be in force`]]
  }
}

function iso(at: Instant | null, { zone }: Agreement): string | null {
  return at === null || !Number.isFinite(at) ? null : formatInstant(at, zone)
}
