// Whether what an act is about still stands for it to be done: by what earlier acts made of it and by the clock.
import type { Agreement, Power, Ruled, Term } from '@trucekeeper/agreement'
import { parseDuration, parseInstant } from '@trucekeeper/time'
import { makersOf, mayResume, WILLING } from '../timeline.ts'
import { joined, sayInstant } from '../words.ts'
import { holdersOf, otherPowers, refusal, type ActRefusal, type Attempt } from './refusal.ts'
import { completes } from './who.ts'

export function standsRefusals(attempt: Attempt): ActRefusal[] {
  const { stage } = attempt.act
  if (stage === 'lifted') return liftRefusals(attempt)
  if (!WILLING.has(stage)) return []
  // Of several things some may be over: what still stands is done.
  const targets = attempt.power.targets.map((target) => targetRefusals(attempt, target))
  return [...wordsRefusals(attempt), ...(targets.some((found) => found.length === 0) ? [] : targets.flat())]
}

/** The clauses a target names: one, or every part of one that binds several. */
export function clausesOf(agreement: Agreement, target: string): readonly Ruled[] {
  return agreement.ruled.filter(({ id }) => id === target || id.startsWith(`${target}.`))
}

/** The form, the length and the moment that come with it. */
function wordsRefusals(attempt: Attempt): ActRefusal[] {
  const { power, act, timeline } = attempt
  const pending = [...timeline.pending(power.id).values()]
  const found: ActRefusal[] = []
  if (act.form && power.form && act.form !== power.form)
    found.push(
      refusal(power, 'other-form', `\`${power.id}\` takes the form “${power.form}”`, 'use that form, or name none'),
    )
  if (act.length && power.effect !== 'extend')
    found.push(refusal(power, 'nothing-to-lengthen', `\`${power.id}\` lengthens nothing`, 'leave the length out'))
  else if (act.length && parseDuration(act.length) === null)
    found.push(
      refusal(
        power,
        'length-unreadable',
        `\`${act.length}\` is no length of time`,
        'write a number of minutes, hours, days or weeks, such as 72 hours',
      ),
    )
  if (act.sets && power.effect !== 'designate')
    found.push(refusal(power, 'nothing-to-set', `\`${power.id}\` names no moment`, 'leave the moment out'))
  if (power.effect === 'designate' && completes(attempt) && !act.sets && !pending.some(({ sets }) => sets))
    found.push(
      refusal(power, 'moment-missing', `\`${power.id}\` names a moment, and none is given`, 'say which day and hour'),
    )
  return found
}

function targetRefusals(attempt: Attempt, target: string): ActRefusal[] {
  switch (attempt.power.effect) {
    case 'extend':
      return extendRefusals(attempt, target)
    case 'designate':
      return designateRefusals(attempt, target)
    case 'suspend':
      return suspendRefusals(attempt, target)
    case 'resume':
      return resumeRefusals(attempt, target)
    case 'terminate':
    case 'waive':
    case 'discharge':
    case 'trigger':
    case 'certify':
      return endedRefusals(attempt, target)
    case 'amend':
    case 'redraw':
    case 'decide':
      return outlives(attempt, target) ? [] : endedRefusals(attempt, target)
  }
}

function extendRefusals({ agreement, power, at, timeline }: Attempt, target: string): ActRefusal[] {
  const term = agreement.ruled.find((clause): clause is Term => clause.kind === 'term' && clause.id === target)
  if (!term) return []
  if (term.extends !== power.id)
    return [
      refusal(
        term,
        'another-power',
        term.extends
          ? `\`${target}\` is extended under \`${term.extends}\`, not under \`${power.id}\``
          : `\`${target}\` names no power that extends it`,
        term.extends ? `act under \`${term.extends}\`` : 'the text itself would have to change',
      ),
    ]
  const { end, terminatedBy } = timeline.term(target)
  if (terminatedBy || (end !== null && at >= end))
    return [
      refusal(
        term,
        'term-over',
        `\`${target}\` ${terminatedBy ? `was terminated by ${joined(makersOf(terminatedBy))}` : 'ran out'} on ${sayInstant(terminatedBy?.at ?? end!, agreement.zone)}; what is over cannot be extended`,
        'what begins after an end is a new term, which the text would have to name',
      ),
    ]
  return end === Infinity
    ? [refusal(term, 'term-endless', `\`${target}\` has no end to put off`, 'nothing has to be done for it to go on')]
    : []
}

function designateRefusals({ agreement, power, at, timeline }: Attempt, target: string): ActRefusal[] {
  const anchor = agreement.anchors.find(({ id }) => id === target)
  if (!anchor) return []
  if (anchor.at !== null)
    return [
      refusal(anchor, 'anchor-fixed', `the text itself sets \`${target}\``, 'the text itself would have to change'),
    ]
  if (anchor.designatedBy !== null && anchor.designatedBy !== power.id)
    return [
      refusal(
        anchor,
        'another-power',
        `\`${target}\` is named under \`${anchor.designatedBy}\`, not under \`${power.id}\``,
        `act under \`${anchor.designatedBy}\``,
      ),
    ]
  const set = timeline.anchor(target)
  if (set === null || set > at) return []
  return [
    refusal(
      anchor,
      'anchor-has-come',
      `\`${target}\` was ${sayInstant(set, agreement.zone)} and has come: what runs from it has begun`,
      'where it was named wrongly, take the act in the record back first; then it can be named anew',
    ),
  ]
}

function suspendRefusals(attempt: Attempt, target: string): ActRefusal[] {
  const ended = endedRefusals(attempt, target)
  if (ended.length > 0) return ended
  const { agreement, power, act, timeline } = attempt
  const own = clausesOf(agreement, target)
    .flatMap(({ id }) => timeline.suspensions(id))
    .find(({ to, use }) => to === Infinity && act.by.every((id) => makersOf(use).includes(id)))
  return own
    ? [
        refusal(
          power,
          'already-suspended',
          `${joined(act.by)} suspended \`${target}\` on ${sayInstant(own.from, agreement.zone)}, and it still is`,
          'nothing has to be done for it to stay so',
        ),
      ]
    : []
}

function resumeRefusals({ agreement, power, act, timeline }: Attempt, target: string): ActRefusal[] {
  const standing = clausesOf(agreement, target)
    .flatMap(({ id }) => timeline.suspensions(id))
    .filter(({ to }) => to === Infinity)
  const [first] = standing
  if (!first)
    return [refusal(power, 'not-suspended', `\`${target}\` is not suspended`, 'there is nothing to resume; it stands')]
  // Who proposes jointly what is held jointly does not do it alone.
  const by = power.how === 'jointly' ? power.holders : act.by
  const powerOf = (id: string) => agreement.ruled.find((clause): clause is Power => clause.id === id) ?? power
  if (standing.some((one) => mayResume(power, by, powerOf(one.power), makersOf(one.use)))) return []
  return [notSuspender(agreement, power, first.power, makersOf(first.use), act.by, target)]
}

function notSuspender(
  agreement: Agreement,
  power: Power,
  suspending: string,
  makers: readonly string[],
  by: readonly string[],
  target: string,
): ActRefusal {
  const resuming = otherPowers(agreement, ['resume'], target, '')
  return refusal(
    power,
    'not-the-suspender',
    `\`${target}\` was suspended by ${joined(makers)} under \`${suspending}\`; ${joined(by)} cannot lift what ${joined(makers)} suspended`,
    `it is for ${joined(makers)} to lift it${resuming ? `, or under ${resuming}` : ''}`,
  )
}

/** Who lifts takes back: a suspension that is one's own, an offer, a threat. */
function liftRefusals({ agreement, power, act, timeline }: Attempt): ActRefusal[] {
  const mine = (makers: readonly string[]) => makers.some((id) => act.by.includes(id))
  const suspended = power.targets
    .flatMap((target) => clausesOf(agreement, target).map(({ id }) => ({ target, id })))
    .flatMap(({ target, id }) => timeline.suspensions(id).map((suspension) => ({ target, suspension })))
    .filter(({ suspension }) => suspension.to === Infinity && suspension.power === power.id)
  if (suspended.some(({ suspension }) => mine(makersOf(suspension.use)))) return []
  if (act.by.some((id) => timeline.pending(power.id).has(id))) return []
  const last = timeline.acts(power.id).findLast(({ by }) => mine(by))
  if (last && last.stage !== 'exercised' && last.stage !== 'accepted' && last.stage !== 'lifted') return []
  const [other] = suspended
  if (other) return [notSuspender(agreement, power, power.id, makersOf(other.suspension.use), act.by, other.target)]
  return [
    refusal(
      power,
      'nothing-to-lift',
      last?.stage === 'exercised' || last?.stage === 'accepted'
        ? `what ${joined(act.by)} did under \`${power.id}\` on ${sayInstant(parseInstant(last.at)!, agreement.zone)} is done and cannot be lifted`
        : `${joined(act.by)} has nothing under \`${power.id}\` to take back`,
      `\`${power.id}\` is held by ${holdersOf(power)}; a suspension, an offer or a threat can be lifted by who made it`,
    ),
  ]
}

/** Whether the text says that the power outlives the term that it is about. */
function outlives({ agreement, power }: Attempt, target: string): boolean {
  return clausesOf(agreement, target).every((clause) => {
    const term =
      clause.kind === 'term' ? clause.id : 'during' in clause && clause.during?.kind === 'term' && clause.during.term
    return agreement.ruled.some((one) => one.kind === 'term' && one.id === term && one.survives.includes(power.id))
  })
}

/** What is over can be neither ended again nor held up. */
export function endedRefusals({ agreement, power, at, timeline }: Attempt, target: string): ActRefusal[] {
  const over = clausesOf(agreement, target).map((clause) => overSince(clause, agreement, timeline, at))
  const [first] = over
  if (!first || over.includes(null)) return []
  return [
    refusal(
      power,
      'already-ended',
      `\`${target}\` is over: ${first}`,
      `nothing is left that \`${power.id}\` could ${power.effect}`,
    ),
  ]
}

function overSince(clause: Ruled, agreement: Agreement, timeline: Attempt['timeline'], at: number): string | null {
  const say = (instant: number) => sayInstant(instant, agreement.zone)
  if (clause.kind === 'term') return termOver(clause.id, timeline, at, say)
  const release = timeline.release(clause.id)
  if (release)
    return `it was ${release.how} by ${joined(makersOf(release.use))} under \`${release.power}\` on ${say(release.use.at)}`
  if (!('during' in clause) || clause.during === null) return null
  if (clause.during.kind === 'term') return termOver(clause.during.term, timeline, at, say)
  const to = clause.during.to && timeline.moment(clause.during.to)
  return to !== null && at >= to ? `its time ran out on ${say(to)}` : null
}

function termOver(
  id: string,
  timeline: Attempt['timeline'],
  at: number,
  say: (instant: number) => string,
): string | null {
  const { end, terminatedBy } = timeline.term(id)
  if (terminatedBy)
    return `\`${id}\` was terminated by ${joined(makersOf(terminatedBy))} under \`${terminatedBy.acts[0]!.power}\` on ${say(terminatedBy.at)}`
  return end !== null && at >= end ? `\`${id}\` ran out on ${say(end)}` : null
}
