// Decides a gate: what is missing, how many of the days are done, and when it could open at the earliest.
import type { Condition, Gate } from '@trucekeeper/agreement'
import { addDays, civilDay, formatInstant, startOfDay, type Instant } from '@trucekeeper/time'
import { evaluate } from './condition.ts'
import { heldDays, type HeldCondition, type HeldDays } from './held.ts'
import { evidenceOf, type Node } from './node.ts'
import type { Decided, Run } from './run.ts'
import { standingOf } from './standing.ts'
import type { GateReading } from './status.ts'
import { countOf, joined, sayDay } from './words.ts'

export function decideGate(run: Run, gate: Gate): Decided {
  const { reading, tree } = readGate(run, gate)
  const standing = standingOf(run, gate, gate.during)
  const open = reading.state === 'open'
  const count = reading.needed > 0 ? `${reading.done} of ${countOf(reading.needed, 'day')}` : ''
  const reason = open
    ? 'open'
    : [`${reading.state}`, count, ...reading.missing].filter((part) => part !== '').join('; ')
  const state =
    standing.state === 'ended' || standing.state === 'suspended' ? standing.state : open ? 'in_force' : 'dormant'
  return {
    standing: state,
    standingReason: state === 'dormant' ? reason : open ? 'open' : standing.reason,
    ended: standing.ended,
    timing: standing.state === 'ended' ? 'closed' : 'not_yet_due',
    timingReason: 'a gate is never due: that it stays shut is no breach',
    due: null,
    // A gate is constitutive: shut, it breaks nothing.
    verdict: null,
    reason,
    tree,
  }
}

/** The gate under the run's account, with the tree of its condition. */
export function readGate(run: Run, gate: Gate): { reading: GateReading; tree: Node } {
  const { zone } = run.prepared.agreement
  const tree = evaluate(run, gate.when)
  const parts = conjuncts(gate.when)
  const held = parts.filter((part): part is HeldCondition => part.op === 'held').map((part) => heldDays(run, part))
  const [days] = held.toSorted((a, b) => b.needed - b.done - (a.needed - a.done))
  const others = parts.filter(({ op }) => op !== 'held').map((part) => evaluate(run, part))
  const standing = standingOf(run, gate, gate.during)
  const missing = [
    ...(days && days.value !== 'met' ? [daysMissing(days)] : []),
    ...others.filter(({ value }) => value !== 'met').map(({ text }) => text),
    ...(standing.state === 'in_force' ? [] : [standing.reason]),
    ...certificateMissing(run, gate, tree),
  ]
  const satisfied = tree.value === 'met' && standing.state === 'in_force'
  const open = satisfied && certificateMissing(run, gate, tree).length === 0
  const waiting = others.every(({ value }) => value === 'met') && standing.state === 'in_force'
  const reset = (days?.resets.length ?? 0) > 0
  const state = open
    ? 'open'
    : standing.ended === 'terminated'
      ? 'withdrawn'
      : waiting && days
        ? days.done > 0
          ? 'counting'
          : reset
            ? 'reset'
            : 'closed'
        : 'closed'
  return {
    reading: {
      state,
      done: days?.done ?? 0,
      needed: days?.needed ?? 0,
      missing: open ? [] : missing,
      earliest:
        open || standing.state === 'ended' || !days?.span ? null : formatInstant(earliestOf(run, days, zone), zone),
      days: [...(days?.days ?? []), ...(days?.today ? [days.today] : [])].map(({ day, count, node: found }) => ({
        day,
        verdict: found.value!,
        count: [count[0], count[1]],
        claims: claimsOf(found),
      })),
      resets: (days?.resets ?? []).map(({ at, why }) => ({ at: formatInstant(at, zone), why })),
    },
    tree: tree.children.length === 0 && !tree.rule ? { ...tree, rule: gate } : tree,
  }
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.op === 'and' ? condition.args.flatMap(conjuncts) : [condition]
}

function daysMissing({ needed, done, days }: HeldDays): string {
  const open = days.filter(({ node: { value } }) => value === 'unknown' || value === 'contested')
  const which =
    open.length > 0 ? `; ${joined(open.map(({ day, node: { value } }) => `${sayDay(day)} is ${value}`))}` : ''
  return `${countOf(needed - done, 'more day')} of ${needed}${which}`
}

/** Certification, once everything else is so: who still has to say it. */
function certificateMissing(run: Run, gate: Gate, tree: Node): string[] {
  if (!gate.certify || tree.value !== 'met') return []
  const powers = run.prepared.agreement.ruled.filter(
    (clause) => clause.kind === 'power' && clause.effect === 'certify' && clause.targets.includes(gate.id),
  )
  if (powers.some(({ id }) => run.timeline.uses(id).length > 0)) return []
  return [`certification by ${joined(gate.certify.who.who.map(({ id }) => id))}`]
}

/** The day under way counts, unless it is already lost; after it as many whole days as are missing. */
function earliestOf(run: Run, { needed, done, today }: HeldDays, zone: string): Instant {
  const current = civilDay(run.at, zone)
  const lost = today === null || today.node.value === 'breached'
  const from = lost ? needed + (today === null ? 0 : 1) : needed - done
  return startOfDay(addDays(current, Math.max(0, from)), zone)
}

function claimsOf(found: Node): string[] {
  const { for: a, against, cannotConfirm, undetermined } = evidenceOf(found)
  return [...new Set([...a, ...against, ...cannotConfirm, ...undetermined].map(({ claim }) => claim.id))].toSorted()
}
