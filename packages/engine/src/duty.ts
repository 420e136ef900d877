// Decides a duty: was it done, by when was it due, and does one side wait for the other?
import type { Duty, SpanRef } from '@trucekeeper/agreement'
import type { Fact } from '@trucekeeper/corroborate'
import { addDuration, type Instant, type Interval } from '@trucekeeper/time'
import { evaluate } from './condition.ts'
import { allOf, evidenceOf, node, silence, type Node } from './node.ts'
import { performanceOf, type Performance } from './performance.ts'
import type { Decided, Run } from './run.ts'
import { standingOf, type Standing } from './standing.ts'
import type { Timing, Verdict } from './status.ts'
import { joined, sayInstant, speakersOf } from './words.ts'

interface Clock {
  readonly timing: Timing
  readonly reason: string
  readonly deadline: Instant | null
  /** The nodes that put it off. */
  readonly waits: readonly Node[]
  /** Owed from its beginning on, with no date by which. */
  readonly standingDuty: boolean
}

export function decideDuty(run: Run, duty: Duty): Decided {
  const standing = dutyStanding(run, duty)
  const begins = duty.from ? run.timeline.moment(duty.from) : (standing.span?.from ?? null)
  const performance = performanceOf(run, duty, begins ?? -Infinity)
  const clock = clockOf(run, duty, standing, begins, performance)
  const { verdict, reason, tree } = judge(run, duty, performance, clock, standing.state === 'dormant')
  const fulfilled = performance.done !== null && standing.state !== 'dormant'
  return {
    standing: fulfilled ? 'ended' : standing.state,
    standingReason: fulfilled
      ? `done, by the word of ${speakersOf(performance.node.evidence.for, run.prepared.agreement)}`
      : standing.reason,
    ended: fulfilled ? 'fulfilled' : standing.ended,
    timing: clock.timing,
    timingReason: clock.reason,
    due: clock.deadline,
    verdict,
    reason,
    tree,
  }
}

/** A duty that begins at a moment is dormant until then, whatever span it lies in. */
function dutyStanding(run: Run, duty: Duty): Standing {
  const from: SpanRef | null = duty.from ? { kind: 'range', from: duty.from, to: null } : null
  const begun = standingOf(run, duty, from)
  return begun.state === 'dormant' ? begun : standingOf(run, duty, duty.during)
}

function clockOf(run: Run, duty: Duty, standing: Standing, begins: Instant | null, { done }: Performance): Clock {
  const { timeline, at, prepared } = run
  const { zone } = prepared.agreement
  const say = (instant: Instant) => sayInstant(instant, zone)
  const plain = (timing: Timing, reason: string, deadline: Instant | null, waits: readonly Node[] = []): Clock => ({
    timing: done ? 'closed' : timing,
    reason: done ? doneReason(done, deadline, say) : reason,
    deadline,
    waits,
    standingDuty: false,
  })
  if (begins === null || at < begins) {
    return plain(
      'not_yet_due',
      begins === null ? standing.reason : `begins on ${say(begins)}`,
      duty.by ? timeline.moment(duty.by) : null,
    )
  }
  if (duty.after) {
    const after = evaluate(run, duty.after)
    if (after.value !== 'met') {
      const text = `waits until ${after.text}`
      return plain('not_yet_due', text, null, [node('wait', text, null, { children: [after] })])
    }
  }
  let deadline = duty.by ? timeline.moment(duty.by) : null
  if (duty.together) {
    const wait = waitFor(run, duty)
    if (wait.since === null)
      return plain(standing.state === 'ended' ? 'closed' : 'not_yet_due', wait.node.text, null, [wait.node])
    const joint = addDuration(wait.since, duty.together.within, zone)
    deadline = deadline === null ? joint : Math.min(deadline, joint)
  }
  if (deadline === null) {
    const ended = standing.state === 'ended'
    return {
      ...plain(ended ? 'closed' : 'due', ended ? standing.reason : 'owed since it began; no date is set', null),
      standingDuty: true,
    }
  }
  if (standing.state === 'ended' && (standing.span === null || standing.span.to < deadline))
    return plain('closed', standing.reason, null)
  if (at <= deadline) return plain('due', `due by ${say(deadline)}`, deadline)
  return plain('overdue', `was due by ${say(deadline)}`, deadline)
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
  const other = run.prepared.clauses.get(id)
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
  { node: asked }: Performance,
  clock: Clock,
  dormant: boolean,
): Pick<Decided, 'verdict' | 'reason' | 'tree'> {
  const value = asked.value!
  if (dormant) {
    const text = clock.reason
    return { verdict: null, reason: text, tree: node('duty', text, null, { rule: duty }) }
  }
  const { agreement } = run.prepared
  const said = (facts: readonly Fact[]) => speakersOf(facts, agreement)
  const { for: done, against, undetermined } = asked.evidence
  const wrap = (verdict: Verdict | null, reason: string, more: readonly Node[] = []) => {
    const children = [ruled(asked, duty), ...more, ...clock.waits]
    return {
      verdict,
      reason,
      tree: { ...allOf(`${joined(duty.debtors)} did what ${duty.id} asks`, children), value: verdict },
    }
  }
  if (value === 'met') return wrap('met', `done, by the word of ${said(done)}`)
  if (value === 'contested')
    return wrap('contested', `done, by the word of ${said(done)}; not done, by the word of ${said(against)}`)
  if (clock.timing === 'not_yet_due') return wrap(null, clock.reason)
  if (clock.deadline === null && !clock.standingDuty) return wrap(null, `it ended before it was due: ${clock.reason}`)
  if (clock.timing === 'due' && !clock.standingDuty)
    return wrap(null, `${clock.reason}; ${value === 'breached' ? 'not done so far' : 'nobody reports it done'}`)
  if (value === 'breached')
    return wrap('breached', `evidence supports a breach: not done, by the word of ${said(against)}`)
  if (undetermined.length > 0)
    return wrap('unknown', `it cannot be told whether what ${said(undetermined)} said bears on it`)
  if (clock.timing === 'due' || duty.silence === 'unknown')
    return wrap('unknown', 'nobody whose word counts reported whether it was done')
  const silent = silence('whether it was done', duty.silence, duty.silence, duty, ['it was done', 'it was not done'])
  return wrap(duty.silence, silent.text, [silent])
}

/** A leaf nobody spoke to rests on the words of the clause itself. */
function ruled(asked: Node, duty: Duty): Node {
  const { for: a, against, cannotConfirm, undetermined } = evidenceOf(asked)
  return a.length + against.length + cannotConfirm.length + undetermined.length === 0 ? { ...asked, rule: duty } : asked
}
