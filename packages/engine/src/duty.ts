// Decides a duty: was it done, by when was it due, and does one side wait for the other?
import type { Duty, SpanRef } from '@trucekeeper/agreement'
import { addDuration, type Instant, type Interval } from '@trucekeeper/time'
import { evaluate } from './condition.ts'
import { deferred, node, silence, type Node } from './node.ts'
import { performanceOf, type Performance } from './performance.ts'
import type { Decided, Run, Told } from './run.ts'
import { standingOf, type Standing } from './standing.ts'
import type { Timing, Verdict } from './status.ts'
import { joined, sayInstant, speakersOf } from './words.ts'

interface Clock {
  readonly timing: Timing
  readonly reason: () => string
  readonly deadline: Instant | null
  /** The nodes that put it off. */
  readonly waits: readonly Node[]
  /** Owed from its beginning on, with no date by which. */
  readonly standingDuty: boolean
}

export function decideDuty(run: Run, duty: Duty): Decided {
  const standing = dutyStanding(run, duty)
  const begins = duty.from ? run.timeline.moment(duty.from) : (standing.span?.from ?? null)
  const performance = performanceOf(run, duty, begins ?? -Infinity, duty)
  const clock = clockOf(run, duty, standing, begins, performance)
  const { verdict, told } = judge(run, duty, performance, clock, standing.state === 'dormant')
  const fulfilled = performance.done !== null && standing.state !== 'dormant'
  return {
    standing: fulfilled ? 'ended' : standing.state,
    ended: fulfilled ? 'fulfilled' : standing.ended,
    timing: clock.timing,
    due: clock.deadline,
    verdict,
    told: () => ({
      standingReason: fulfilled
        ? `done, by the word of ${speakersOf(performance.node.evidence.for, run.plan.agreement)}`
        : standing.reason,
      timingReason: clock.reason(),
      ...told(),
    }),
  }
}

/** A duty that begins at a moment is dormant until then, whatever span it lies in. */
function dutyStanding(run: Run, duty: Duty): Standing {
  const from: SpanRef | null = duty.from ? { kind: 'range', from: duty.from, to: null } : null
  const begun = standingOf(run, duty, from)
  return begun.state === 'dormant' ? begun : standingOf(run, duty, duty.during)
}

function clockOf(run: Run, duty: Duty, standing: Standing, begins: Instant | null, { done }: Performance): Clock {
  const { timeline, at, plan } = run
  const { zone } = plan.agreement
  const say = (instant: Instant) => sayInstant(instant, zone)
  const plain = (
    timing: Timing,
    reason: () => string,
    deadline: Instant | null,
    waits: readonly Node[] = [],
  ): Clock => ({
    timing: done ? 'closed' : timing,
    reason: done ? () => doneReason(done, deadline, say) : reason,
    deadline,
    waits,
    standingDuty: false,
  })
  if (begins === null || at < begins) {
    const reason = () => (begins === null ? standing.reason : `begins on ${say(begins)}`)
    return plain('not_yet_due', reason, duty.by ? timeline.moment(duty.by) : null)
  }
  if (duty.after) {
    const after = evaluate(run, duty.after)
    const reason = () => `waits until ${after.text}`
    if (after.value !== 'met')
      return plain('not_yet_due', reason, null, [deferred('wait', null, () => ({ text: reason(), children: [after] }))])
  }
  let deadline = duty.by ? timeline.moment(duty.by) : null
  if (duty.together) {
    const wait = waitFor(run, duty)
    if (wait.since === null)
      return plain(standing.state === 'ended' ? 'closed' : 'not_yet_due', () => wait.node.text, null, [wait.node])
    const joint = addDuration(wait.since, duty.together.within, zone)
    deadline = deadline === null ? joint : Math.min(deadline, joint)
  }
  if (deadline === null) {
    const ended = standing.state === 'ended'
    const reason = ended ? standing.reason : 'owed since it began; no date is set'
    return { ...plain(ended ? 'closed' : 'due', () => reason, null), standingDuty: true }
  }
  if (standing.state === 'ended' && (standing.span === null || standing.span.to < deadline))
    return plain('closed', () => standing.reason, null)
  const due = say(deadline)
  if (at <= deadline) return plain('due', () => `due by ${due}`, deadline)
  return plain('overdue', () => `was due by ${due}`, deadline)
}

function doneReason(done: Interval, deadline: Instant | null, say: (instant: Instant) => string): string {
  if (deadline === null) return 'done'
  const due = `it was due by ${say(deadline)}`
  if (done.from > deadline) return `done late: ${due}`
  // Said of a whole day, or of several, it may have been done before or after.
  return done.to - 1 <= deadline ? `done in time: ${due}` : `done, in time or late: ${due}`
}

/** Since when the duty this one runs with is done, or why it has to be waited for. */
function waitFor(run: Run, duty: Duty): { since: Instant | null; node: Node } {
  const id = duty.together!.duty
  const other = run.plan.clauses.get(id)
  if (other?.kind !== 'duty') throw new TypeError(`\`${id}\` is no duty; the agreement was not linked`)
  const begins = other.from ? run.timeline.moment(other.from) : null
  const performance = performanceOf(run, other, begins ?? -Infinity)
  if (performance.done) return { since: performance.done.to, node: performance.node }
  const mutual = other.together?.duty === duty.id
  const found = {
    breached: 'has not been done',
    contested: 'is contested',
    unknown: 'is not known to have been done',
    met: 'is done',
  }[performance.node.value!]
  const text = mutual ? `mutual wait: each waits for the other, and ${id} ${found}` : `waits for ${id}, which ${found}`
  return { since: null, node: node('wait', text, null, { children: [performance.node] }) }
}

function judge(
  run: Run,
  duty: Duty,
  { node: asked, isUndetermined }: Performance,
  clock: Clock,
  dormant: boolean,
): { readonly verdict: Verdict | null; readonly told: () => Pick<Told, 'reason' | 'tree'> } {
  const value = asked.value!
  if (dormant) {
    return {
      verdict: null,
      told: () => ({ reason: clock.reason(), tree: node('duty', clock.reason(), null, { rule: duty }) }),
    }
  }
  const { agreement } = run.plan
  const said = (key: 'for' | 'against' | 'undetermined') => speakersOf(asked.evidence[key], agreement)
  const wrap = (verdict: Verdict | null, reason: () => string, more: readonly Node[] = []) => ({
    verdict,
    told: () => {
      const children = [asked, ...more, ...clock.waits]
      return {
        reason: reason(),
        tree: node('and', `${joined(duty.debtors)} did what ${duty.id} asks`, verdict, { children }),
      }
    },
  })
  if (value === 'met') return wrap('met', () => `done, by the word of ${said('for')}`)
  if (value === 'contested')
    return wrap('contested', () => `done, by the word of ${said('for')}; not done, by the word of ${said('against')}`)
  if (clock.timing === 'not_yet_due') return wrap(null, clock.reason)
  if (clock.deadline === null && !clock.standingDuty)
    return wrap(null, () => `it ended before it was due: ${clock.reason()}`)
  if (clock.timing === 'due' && !clock.standingDuty)
    return wrap(null, () => `${clock.reason()}; ${value === 'breached' ? 'not done so far' : 'nobody reports it done'}`)
  if (value === 'breached')
    return wrap('breached', () => `evidence supports a breach: not done, by the word of ${said('against')}`)
  if (isUndetermined)
    return wrap('unknown', () => `it cannot be told whether what ${said('undetermined')} said bears on it`)
  if (clock.timing === 'due' || duty.silence === 'unknown')
    return wrap('unknown', () => 'nobody whose word counts reported whether it was done')
  const silent = silence('whether it was done', duty.silence, duty.silence, duty, ['it was done', 'it was not done'])
  return wrap(duty.silence, () => silent.text, [silent])
}
