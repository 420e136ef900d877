// Where claims about one matter contradict each other: in figures, in stance, in whom they blame, in time, in place.
import { meet, placesMeet } from './relation.ts'
import { kindsMeet } from './questions.ts'
import type { Measure, Telling } from './telling.ts'

export type ConflictType = 'figure' | 'stance' | 'attribution' | 'time' | 'place'

export interface Conflict {
  readonly type: ConflictType
  /** Ids of the two claims, sorted. */
  readonly claims: readonly [string, string]
  /** One sentence. */
  readonly why: string
}

/** 1 where a claim speaks for what its question asks, -1 where against, 0 where it is no evidence. */
export function polarityOf({ claim, question, stance }: Telling): 1 | -1 | 0 {
  const says = question.says[claim.kind] ?? 1
  if (stance === 'asserts' || stance === 'admits') return says
  if (stance === 'denies' || stance === 'counter_claims') return says === 1 ? -1 : 1
  return 0
}

/** The contradictions among the claims of one matter. What a source says again, in the same words or not, is counted once. */
export function conflictsOf(tellings: readonly Telling[]): Conflict[] {
  const found = new Map<string, Conflict>()
  for (const [at, one] of tellings.entries()) {
    for (const other of tellings.slice(0, at)) {
      const [a, b] = [one, other].toSorted((x, y) => (x.claim.id < y.claim.id ? -1 : 1)) as [Telling, Telling]
      for (const [type, why] of contradictions(a, b)) {
        const conflict: Conflict = { type, claims: [a.claim.id, b.claim.id], why }
        const key = JSON.stringify([type, [sayingOf(a), sayingOf(b)].toSorted()])
        const known = found.get(key)
        if (!known || conflict.claims.join() < known.claims.join()) found.set(key, conflict)
      }
    }
  }
  return [...found.values()].toSorted((a, b) =>
    `${a.type} ${a.claims.join()}` < `${b.type} ${b.claims.join()}` ? -1 : 1,
  )
}

/** Who says it and what: the same for a claim and its restatement. */
export function sayingOf({ claim, stance, voice, measures, actors, question }: Telling): string {
  const who = voice ?? `${claim.doc} ${claim.speaker ?? ''}`
  return JSON.stringify([
    who,
    question.id,
    claim.kind,
    stance ?? claim.modality,
    claim.negated,
    [...actors].toSorted(),
    measures,
  ])
}

function* contradictions(a: Telling, b: Telling): Iterable<readonly [ConflictType, string]> {
  const [one, other] = [polarityOf(a), polarityOf(b)]
  const kinds = kindsMeet(a.claim.kind, b.claim.kind)
  const isOneKind = a.claim.kind === b.claim.kind
  // That one of two things was denied says nothing of the other, unless one cannot be true beside the other.
  // What one voice says of one party it does not take back by what it says of the other.
  const isOneVoice = a.voice !== null && a.voice === b.voice
  const meets =
    isOneKind || (!isOneVoice && kinds === 'same' && a.question.says[a.claim.kind] !== b.question.says[b.claim.kind])
  const sameBlame = a.blamed.length === 0 || b.blamed.length === 0 || meet(new Set(a.blamed), new Set(b.blamed))
  if (meets && one * other === -1 && sameBlame) yield ['stance', `${who(a)} ${verb(a)}, ${who(b)} ${verb(b)}`]
  if (isOneKind && one !== 0 && other === 0 && b.stance === 'cannot_confirm')
    yield ['stance', `${who(a)} ${verb(a)}, ${who(b)} cannot confirm it`]
  if (isOneKind && other !== 0 && one === 0 && a.stance === 'cannot_confirm')
    yield ['stance', `${who(b)} ${verb(b)}, ${who(a)} cannot confirm it`]
  if (one !== 0 && one === other && !sameBlame)
    yield ['attribution', `${who(a)} blames \`${a.claim.actor_blamed}\`, ${who(b)} blames \`${b.claim.actor_blamed}\``]
  if (one === 0 || other === 0) return
  for (const x of a.measures)
    for (const y of b.measures)
      if (comparable(x, y) && (x.high < y.low || y.high < x.low))
        yield ['figure', `${who(a)} gives ${figure(x)}, ${who(b)} gives ${figure(y)}`]
  if (kinds !== 'same' || a.question.aspect !== 'event' || one !== other) return
  if (a.dated && b.dated && (a.when.to <= b.when.from || b.when.to <= a.when.from))
    yield ['time', `${who(a)} dates it \`${a.claim.date}\`, ${who(b)} \`${b.claim.date}\``]
  if (placesMeet(a.places, b.places) === 'apart')
    yield ['place', `${who(a)} says \`${a.claim.places.join(', ')}\`, ${who(b)} \`${b.claim.places.join(', ')}\``]
}

/** Two figures can contradict each other where they count the same: one unit, and what is counted in words that meet. */
function comparable(a: Measure, b: Measure): boolean {
  if (a.unit !== b.unit) return false
  const stems = (what: string) => new Set(what.split(' ').map((word) => word.slice(0, 5)))
  return a.what === b.what || meet(stems(a.what), stems(b.what))
}

function who({ claim }: Telling): string {
  const name = claim.speaker ?? claim.outlet ?? 'somebody unnamed'
  return `\`${name}\` in \`${claim.doc}\``
}

function verb({ claim, stance }: Telling): string {
  const kind = claim.kind.replaceAll('_', ' ')
  return stance === 'denies' || stance === 'counter_claims' ? `denies ${kind}` : `reports ${kind}`
}

function figure({ low, high, unit, what }: Measure): string {
  const number = low === high ? `${low}` : high === Infinity ? `${low} or more` : `${low} to ${high}`
  return `${number} ${unit} (${what})`
}
