// Everything on the line as a list, in the order in which it was, for whoever reads and does not look.
import type { TimelineAnswer } from '@trucekeeper/api'
import { clauseName } from '../grouping.ts'
import type { Stretch } from './scale.ts'

type Clause = TimelineAnswer['clauses'][number]
type ClauseStretch = Clause['stretches'][number]

/** What happened at an instant; `iso` is what the answer says, `at` the same in milliseconds. */
export type TimelineEvent = { readonly key: string; readonly at: number; readonly iso: string } & (
  | { readonly kind: 'step'; readonly term: TimelineAnswer['terms'][number]; readonly what: string }
  | { readonly kind: 'act'; readonly act: TimelineAnswer['acts'][number] }
  | { readonly kind: 'reset'; readonly gate: TimelineAnswer['gates'][number]; readonly why: string }
  | { readonly kind: 'incident'; readonly incident: TimelineAnswer['incidents'][number] }
  | { readonly kind: 'document'; readonly document: TimelineAnswer['documents'][number] }
  | { readonly kind: 'verdict'; readonly clause: Clause; readonly before: ClauseStretch; readonly now: ClauseStretch }
)

export function eventsOf(told: TimelineAnswer): TimelineEvent[] {
  const at = (iso: string) => ({ at: Date.parse(iso), iso })
  const events: TimelineEvent[] = [
    ...told.terms.flatMap((term) =>
      term.steps.map((step) => {
        return {
          kind: 'step',
          key: `${term.id} ${step.at} ${step.what}`,
          ...at(step.at),
          term,
          what: step.what,
        } as const
      }),
    ),
    ...told.acts.map((act) => {
      return {
        kind: 'act',
        key: `${act.power} ${act.at} ${act.stage} ${act.doc} ${act.start}`,
        ...at(act.at),
        act,
      } as const
    }),
    ...told.gates.flatMap((gate) =>
      gate.resets.map((reset) => {
        return { kind: 'reset', key: `${gate.id} ${reset.at}`, ...at(reset.at), gate, why: reset.why } as const
      }),
    ),
    ...told.incidents.map((incident) => {
      return { kind: 'incident', key: incident.id, ...at(incident.from), incident } as const
    }),
    ...told.documents.map((document) => {
      return { kind: 'document', key: document.sha256 + document.doc, ...at(document.received_at), document } as const
    }),
    ...told.clauses.flatMap((clause) =>
      clause.stretches.slice(1).flatMap((now, index) => {
        const before = clause.stretches[index]!
        if (before.verdict === now.verdict && before.standing === now.standing) return []
        return [{ kind: 'verdict', key: `${clause.id} ${now.from}`, ...at(now.from), clause, before, now } as const]
      }),
    ),
  ]
  return events.toSorted((a, b) => a.at - b.at)
}

export function seenIn(events: readonly TimelineEvent[], { from, to }: Stretch): TimelineEvent[] {
  return events.filter(({ at }) => at >= from && at <= to)
}

export function nameOf({ id, title, parties }: Pick<Clause, 'id' | 'title' | 'parties'>): string {
  return clauseName({ id, parties: [...parties], title })
}
