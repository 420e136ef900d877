// What clauses want of zones: that somebody leaves, stays out, holds it, or may be in it.
import type { AnyClause, Clause, Moment, Ref } from '@trucekeeper/agreement'
import type { Speakers } from '../../speakers.ts'
import type { Subject } from '../../subject.ts'
import { findAll, LANGUAGES, phrases } from '../../wording/index.ts'

/**
 * leaves: pulls back there; out: must have nothing there; holds: keeps something there; may: is allowed there; stays: is
 * allowed to stay there, under arms.
 */
export type Stance = 'leaves' | 'out' | 'holds' | 'may' | 'stays'

export interface ZoneUse {
  readonly clause: AnyClause
  readonly zone: Ref
  readonly stance: Stance
  /** Parties and guarantors whom it binds or allows. */
  readonly who: readonly string[]
  /** These and all who speak for them. */
  readonly side: ReadonlySet<string>
}

/** Acts as an agreement names them, and what they mean for the ground. */
const LEAVING: ReadonlySet<string> = new Set(['pull-back', 'withdrawal'])
const HOLDING: ReadonlySet<string> = new Set(['force_posture', 'safe_zone'])
const STAYING = LANGUAGES.map(({ staying }) => phrases(staying))

/** Uses of zones, one for each stance and those who take it, by zone. */
export function usesByZone({ of }: Subject, { actor, sideOf }: Speakers): ReadonlyMap<string, readonly ZoneUse[]> {
  const uses = new Map<string, Map<string, ZoneUse>>()
  const add = (one: AnyClause, stance: Stance | null, bound: readonly Ref[], zones: readonly Ref[] | undefined) => {
    const who = bound.flatMap(({ id }) => ((actor(id)?.kind ?? 'body') === 'body' ? [] : [id]))
    if (!stance || who.length === 0) return
    const side = sideOf(who)
    for (const zone of zones ?? []) {
      const known = uses.get(zone.id) ?? new Map<string, ZoneUse>()
      const key = `${stance} ${who.join(' ')}`
      uses.set(zone.id, known)
      if (!known.has(key)) known.set(key, { clause: one, zone, stance, who, side })
    }
  }
  for (const duty of of('duty')) add(duty, stanceOf(duty), duty.fields.on.who, duty.fields.in)
  for (const ban of of('ban')) add(ban, stanceOf(ban), ban.fields.on.who, ban.fields.in)
  for (const leave of of('leave')) add(leave, allowed(leave), leave.fields.to, leave.fields.in)
  return new Map([...uses].map(([zone, known]) => [zone, [...known.values()]]))
}

/** What a clause that binds wants of the ground it names. */
export function stanceOf({ kind, fields: { act } }: Clause<'duty'> | Clause<'ban'>): Stance | null {
  if (kind === 'ban') return act.includes('force_posture') ? 'out' : null
  if (act.some((one) => LEAVING.has(one))) return 'leaves'
  return act.some((one) => HOLDING.has(one)) ? 'holds' : null
}

/** Whether forces may be on the ground for good, or only pass over it. */
function allowed({ fields: { may } }: Clause<'leave'>): Stance {
  return STAYING.some((expression) => findAll(may, expression).length > 0) ? 'stays' : 'may'
}

/** Why two stances cannot both be had on one ground, as the middle of a sentence, or null. */
export function opposition(one: Stance, other: Stance): string | null {
  const both = [one, other]
  if (one === other) return OF_BOTH[one] ?? null
  if (both.includes('stays') && both.includes('holds')) return 'one may stay on what the other is to hold'
  if (both.includes('stays')) return both.includes('may') ? null : 'one has to be out of where the other may stay'
  if (both.includes('holds') && !both.includes('may')) return 'one has to be out of what the other is to hold'
  return both.includes('may') && !both.includes('holds') ? 'one has to be out of where the other may be' : null
}

const OF_BOTH: Partial<Record<Stance, string>> = {
  leaves: 'both are to leave it, as if each held it',
  holds: 'both are to hold it',
  stays: 'both may stay on it under arms',
}

/** Whether one comes to the ground only when the other is due to have left it. */
export function isAfter(comes: AnyClause, leaves: AnyClause): boolean {
  if (leaves.kind !== 'duty' || !leaves.fields.by || (comes.kind !== 'duty' && comes.kind !== 'leave')) return false
  const { during } = comes.fields
  const begins = (comes.kind === 'duty' && comes.fields.from) || (during?.kind === 'range' ? during.from : null)
  const due = leaves.fields.by
  return begins
    ? begins.anchor?.id === due.anchor?.id && begins.instant === due.instant && minutes(begins) >= minutes(due)
    : false
}

const LENGTHS = { minute: 1, hour: 60, day: 1440, week: 10_080 }
const minutes = ({ plus }: Moment) => (plus ? plus.count * LENGTHS[plus.unit] : 0)
