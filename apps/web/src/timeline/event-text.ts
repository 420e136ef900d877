// An event in words: what kind it is, what happened, and what more is known of it.
import { partyName, spoken } from '../grouping.ts'
import { words } from '../words.ts'
import { nameOf, type TimelineEvent } from './events.ts'
import { timelineWords as text } from './words.ts'

export interface EventText {
  readonly kind: string
  readonly what: string
  readonly more: string
}

export function eventText(event: TimelineEvent): EventText {
  const kind = text.kinds[event.kind]
  switch (event.kind) {
    case 'step':
      return { kind, what: event.what, more: event.term.title ?? spoken(event.term.id) }
    case 'act': {
      const { power, title, stage, by, effect } = event.act
      const what = `${title ?? spoken(power)}: ${words.power.stage[stage] ?? stage}`
      return { kind, what, more: [effect, by.map(partyName).join(words.comma)].join(words.semicolon) }
    }
    case 'reset':
      return { kind, what: event.why, more: event.gate.title ?? spoken(event.gate.id) }
    case 'incident':
      return {
        kind,
        what: words.claim.kind[event.incident.kind] ?? spoken(event.incident.kind),
        more: event.incident.places.join(words.comma),
      }
    case 'document':
      return { kind, what: event.document.doc, more: event.document.outlet ?? '' }
    case 'verdict': {
      const { clause, before, now } = event
      const verdicts = text.became(words.verdict[before.verdict ?? 'none'], words.verdict[now.verdict ?? 'none'])
      const standings = before.standing === now.standing ? '' : words.standing[now.standing]
      return { kind, what: nameOf(clause), more: [verdicts, standings].filter(Boolean).join(words.semicolon) }
    }
  }
}
