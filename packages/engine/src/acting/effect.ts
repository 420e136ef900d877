// What an act would change: the status with it beside the status without it, told in sentences.
import type { Agreement, Power } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { EndedHow, GateReading, StandingState, Status } from '../status.ts'
import { joined, sayInstant } from '../words.ts'
import { holdersOf } from './refusal.ts'
import { undoOf, type Undo } from './undo.ts'

interface Changed<T> {
  readonly from: T
  readonly to: T
}

/** The difference that an act makes, with what is known and at the instant asked about. */
export interface ActEffect {
  readonly power: string
  /** The headings above the power. */
  readonly heading: string
  /** Whether all whose will it takes have shown it with this act; without that nothing below changes. */
  readonly takes_effect: boolean
  /** False for what no act under a power changes: the text itself, its lines, and what people decide. */
  readonly evaluated: boolean
  /** All of it in sentences, of which the first says what is done. */
  readonly sentences: readonly string[]
  readonly standings: readonly ({ readonly clause: string; readonly ended: EndedHow | null } & Changed<StandingState>)[]
  /** When terms end; null for no end. */
  readonly terms: readonly ({ readonly term: string } & Changed<string | null>)[]
  readonly gates: readonly {
    readonly gate: string
    readonly state: Changed<GateReading['state']>
    readonly done: Changed<number>
    readonly earliest: Changed<string | null>
  }[]
  readonly deadlines: readonly {
    readonly clause: string
    readonly what: string
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly next_changes: readonly { readonly clause: string; readonly at: string; readonly what: string }[]
  /** How it can be undone and until when; null where it cannot. */
  readonly undo: Undo | null
}

const OF_THE_TEXT: Partial<Record<Power['effect'], string>> = {
  amend: 'the text itself changes',
  redraw: 'a line of the text changes',
  decide: 'people decide',
}

export function effectOf({ agreement, power, act, takesEffect }: Doing, before: Status, after: Status): ActEffect {
  const say = (text: string) => sayInstant(parseInstant(text)!, agreement.zone)
  const standings = after.clauses.flatMap((clause, index) => {
    const from = before.clauses[index]!.standing
    return from === clause.standing ? [] : [{ clause: clause.id, from, to: clause.standing, ended: clause.ended }]
  })
  const terms = after.terms.flatMap(({ id, ends }, index) => {
    const from = before.terms[index]!.ends
    return from === ends ? [] : [{ term: id, from, to: ends }]
  })
  const gates = after.gates.flatMap((gate, index) => {
    const was = before.gates[index]!
    return was.state === gate.state && was.done === gate.done && was.earliest === gate.earliest
      ? []
      : [
          {
            gate: gate.id,
            state: { from: was.state, to: gate.state },
            done: { from: was.done, to: gate.done },
            earliest: { from: was.earliest, to: gate.earliest },
          },
        ]
  })
  const deadlines = deadlinesChanged(before, after)
  const next = after.clauses.flatMap(({ id, next_change }, index) => {
    const was = before.clauses[index]!.next_change
    return next_change && (was?.at !== next_change.at || was.what !== next_change.what)
      ? [{ clause: id, ...next_change }]
      : []
  })
  const textual = ofTheText(power)
  const undo = undoOf(agreement, power, act, takesEffect, after)
  const changes = [
    ...terms.map(({ term, from, to }) => termSentence(term, from, to, say)),
    ...standings
      .filter(({ clause }) => !terms.some(({ term }) => term === clause))
      .map(
        ({ clause, from, to, ended }) => `${clause}: ${plain(from)} becomes ${plain(to)}${ended ? ` (${ended})` : ''}`,
      ),
    ...gates.map((gate) => gateSentence(gate, say)),
    ...deadlines
      .filter(({ clause }) => !terms.some(({ term }) => term === clause))
      .map(({ clause, what, from, to }) =>
        to === null
          ? `${clause}: no longer ${what} on ${say(from!)}`
          : from === null
            ? `${clause}: ${what} on ${say(to)}`
            : `${clause}: ${what} on ${say(to)} instead of ${say(from)}`,
      ),
  ]
  return {
    power: power.id,
    heading: power.source.heading.join(' › '),
    takes_effect: takesEffect,
    evaluated: textual === null,
    sentences: [
      opening(agreement, power, act),
      ...(textual !== null ? [textual] : takesEffect || changes.length > 0 ? changes : [waits(power, act, after)]),
      ...(power.form ? [`the form it takes: ${power.form}`] : []),
      undo ? undo.sentence : 'it cannot be undone by any power of this text',
    ],
    standings,
    terms,
    gates,
    deadlines,
    next_changes: next,
    undo,
  }
}

interface Doing {
  readonly agreement: Agreement
  readonly power: Power
  readonly act: Act
  readonly takesEffect: boolean
}

function opening(agreement: Agreement, power: Power, act: Act): string {
  const verb = {
    demanded: 'demand',
    threatened: 'threaten',
    prepared: 'prepare',
    proposed: 'propose',
    accepted: 'accept',
    exercised: 'exercise',
    lifted: 'lift',
  }[act.stage]
  const s = act.by.length === 1 ? 's' : ''
  const at = sayInstant(parseInstant(act.at)!, agreement.zone)
  const what = act.length
    ? `, ${act.length}`
    : act.sets
      ? `, naming ${sayInstant(parseInstant(act.sets)!, agreement.zone)}`
      : ''
  return `if ${joined(act.by)} ${verb}${s} \`${power.id}\`${what} on ${at} (${power.effect} ${joined(power.targets)}):`
}

function waits(power: Power, act: Act, after: Status): string {
  const stays = after.clauses.filter(({ id, standing }) => standing === 'suspended' && power.targets.includes(id))
  if (act.stage === 'lifted' && power.effect === 'suspend' && stays.length > 0)
    return `what ${joined(act.by)} did is taken back; ${joined(stays.map(({ id }) => `\`${id}\``))} ${stays.length === 1 ? 'stays' : 'stay'} suspended, for not all who suspended it have lifted it`
  if (act.stage === 'proposed' || act.stage === 'accepted')
    return `nothing changes until all have joined in: it is held by ${holdersOf(power)}`
  return act.stage === 'lifted' ? 'what was said is taken back' : 'nothing changes: it is announced and not done'
}

/** What nothing but another text changes; null for powers that change what is evaluated. */
export function ofTheText({ effect }: Power): string | null {
  const what = OF_THE_TEXT[effect]
  return what === undefined
    ? null
    : `nothing that is evaluated changes: ${what}, and the agreement has to be entered anew where its words are others`
}

function termSentence(term: string, from: string | null, to: string | null, say: (text: string) => string): string {
  if (to === null) return `${term}: has no end any more, instead of ending on ${say(from!)}`
  return from === null ? `${term}: ends on ${say(to)}` : `${term}: ends on ${say(to)} instead of ${say(from)}`
}

function gateSentence(
  { gate, state, done, earliest }: ActEffect['gates'][number],
  say: (text: string) => string,
): string {
  const parts = [
    ...(state.from === state.to ? [] : [`${state.from} becomes ${state.to}`]),
    ...(done.from === done.to ? [] : [`${done.to} instead of ${done.from} days are done`]),
    ...(earliest.from === earliest.to || state.to === 'open'
      ? []
      : [
          earliest.to === null
            ? 'it is no longer known when it could open'
            : `it can open on ${say(earliest.to)} at the earliest${earliest.from === null ? '' : ` instead of ${say(earliest.from)}`}`,
        ]),
  ]
  return `${gate}: ${parts.join('; ')}`
}

function deadlinesChanged(before: Status, after: Status): ActEffect['deadlines'] {
  const [was, is] = [before, after].map(({ deadlines }) => new Map(deadlines.map((one) => [one.clause, one])))
  return [...new Set([...was!.keys(), ...is!.keys()])].toSorted().flatMap((clause) => {
    const [from, to] = [was!.get(clause) ?? null, is!.get(clause) ?? null]
    return from?.at === to?.at ? [] : [{ clause, what: (to ?? from)!.what, from: from?.at ?? null, to: to?.at ?? null }]
  })
}

function plain(word: string): string {
  return word.replaceAll('_', ' ')
}

/** The instant at which a difference is looked at: the act’s own, or later where that is asked. */
export function lookedAt(act: Act, at: Instant): Instant {
  return Math.max(at, parseInstant(act.at)!)
}
