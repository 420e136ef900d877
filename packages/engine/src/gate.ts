// Decides a gate: what is missing, how many of the days are done, and when it could open at the earliest.
import type { Condition, Gate } from '@trucekeeper/agreement'
import { addDays, civilDay, formatInstant, startOfDay, type Instant } from '@trucekeeper/time'
import { evaluate } from './condition.ts'
import { heldDays, windowsIn, type HeldCondition, type HeldDays } from './held.ts'
import { deferred, evidenceOf, type Node } from './node.ts'
import type { Decided, Run } from './run.ts'
import { standingOf, type Standing } from './standing.ts'
import type { GateReading } from './status.ts'
import { countOf, joined, sayDays, sayInstant } from './words.ts'

export function decideGate(run: Run, gate: Gate): Decided {
  const { standing, tree, isOpen } = gateState(run, gate)
  const state =
    standing.state === 'ended' || standing.state === 'suspended' ? standing.state : isOpen ? 'in_force' : 'dormant'
  return {
    standing: state,
    ended: standing.ended,
    timing: standing.state === 'ended' ? 'closed' : 'not_yet_due',
    due: null,
    // A gate is constitutive: shut, it breaks nothing.
    verdict: null,
    told: () => {
      const reading = readGate(run, gate)
      const count = reading.needed > 0 ? [`${reading.done} of ${countOf(reading.needed, 'day')}`] : []
      const reason = isOpen ? 'open' : [reading.state, ...count, ...reading.missing].join('; ')
      return {
        standingReason: state === 'dormant' ? reason : isOpen ? 'open' : standing.reason,
        timingReason: 'a gate is never due: that it stays shut is no breach',
        reason,
        tree: onWords(tree, gate),
      }
    },
  }
}

/** A condition of no parts that names no rule rests on the words of the gate. */
function onWords(tree: Node, gate: Gate): Node {
  if (tree.children.length > 0 || tree.rule) return tree
  const { op, value, text, evidence, acts, rows, scope, settledBy } = tree
  return deferred(op, value, () => ({ text, evidence, acts, rows, scope, settledBy, rule: gate }))
}

interface GateState {
  readonly standing: Standing
  readonly tree: Node
  readonly certificate: readonly string[]
  readonly isOpen: boolean
  /** When it shut for good, where it has. */
  readonly shut: Instant | null
}

function gateState(run: Run, gate: Gate): GateState {
  const tree = evaluate(run, gate.when)
  const standing = standingOf(run, gate, gate.during)
  const shut = run.shutForGood(gate.id)
  const certificate = tree.value === 'met' ? certificateMissing(run, gate) : []
  const isOpen = tree.value === 'met' && standing.state === 'in_force' && certificate.length === 0 && shut === null
  return { standing, tree, certificate, isOpen, shut }
}

/** The gate under the run's account. */
export function readGate(run: Run, gate: Gate): GateReading {
  const { zone } = run.plan.agreement
  const { standing, certificate, isOpen, shut } = gateState(run, gate)
  const parts = conjuncts(gate.when)
  const held = parts
    .filter((part): part is HeldCondition => part.op === 'held')
    .map((part) => ({ measure: part.measure.id, ...heldDays(run, part) }))
  // The days shown are those the text speaks of first; what other windows lack is named beside them.
  const [days = null] = held
  const others = parts.filter(({ op }) => op !== 'held').map((part) => evaluate(run, part))
  const ready = others.every(({ value }) => value === 'met') && standing.state === 'in_force' && shut === null
  const earliest =
    isOpen || standing.state === 'ended' || shut !== null
      ? null
      : latestOf(held.map((one) => earliestOf(run, one, zone)))
  return {
    state: isOpen
      ? 'open'
      : standing.ended === 'terminated'
        ? 'withdrawn'
        : ready && days
          ? countState(days)
          : 'closed',
    done: days?.done ?? 0,
    needed: days?.needed ?? 0,
    missing: isOpen
      ? []
      : [
          ...held.filter(({ value }) => value !== 'met').map((one) => `${one.measure}: ${daysMissing(one)}`),
          ...others.filter(({ value }) => value !== 'met').map(({ text }) => text),
          ...(standing.state === 'in_force' ? [] : [standing.reason]),
          ...(earliest !== null && days!.span!.to < earliest ? [tooShort(days!.span!.to, zone)] : []),
          ...certificate,
          ...(shut === null ? [] : [shutText(gate, shut, zone)]),
        ],
    earliest: earliest === null ? null : formatInstant(earliest, zone),
    days: [...(days?.days ?? []), ...(days?.today ? [days.today] : [])].map(({ day, count, value, node }) => ({
      day,
      verdict: value,
      count: [...count()],
      claims: claimsOf(node),
    })),
    resets: (days?.resets() ?? []).map(({ at, why }) => ({ at: formatInstant(at, zone), why })),
  }
}

/** When the last of several windows can be full; null where one of them cannot. */
function latestOf(instants: readonly (Instant | null)[]): Instant | null {
  return instants.length === 0 || instants.includes(null) ? null : Math.max(...instants.map((instant) => instant!))
}

/** How far the days are, once nothing else is missing. */
function countState({ done, resets }: HeldDays): GateReading['state'] {
  if (done > 0) return 'counting'
  return resets().length > 0 ? 'reset' : 'closed'
}

/** Of a gate that has shut and does not open again, by its own words. */
export function shutText({ id }: Pick<Gate, 'id'>, shut: Instant, zone: string): string {
  return `\`${id}\` was open and shut on ${sayInstant(shut, zone)}, and does not open again (\`reopens never\`)`
}

function tooShort(end: Instant, zone: string): string {
  return `more time: days are counted only until ${sayInstant(end, zone)}`
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.op === 'and' ? condition.args.flatMap(conjuncts) : [condition]
}

function daysMissing({ needed, done, days }: HeldDays): string {
  const open = (['contested', 'unknown'] as const).flatMap((verdict) => {
    const those = days.filter(({ value }) => value === verdict).map(({ day }) => day)
    return those.length > 0 ? [`${sayDays(those)} ${those.length === 1 ? 'is' : 'are'} ${verdict}`] : []
  })
  return [`${countOf(needed - done, 'more day')} of ${needed}`, ...open].join('; ')
}

/** When what the gate waits for was begun again last: a certificate is of the days that count. */
export function begunAgain(timeline: Pick<Run['timeline'], 'uses'>, { when }: Gate): Instant {
  const uses = windowsIn(when).flatMap(({ reset }) => (reset ? timeline.uses(reset.id) : []))
  return Math.max(-Infinity, ...uses.map(({ at }) => at))
}

/** Who still has to say that everything is so. */
function certificateMissing(run: Run, one: Gate): string[] {
  const { id: gate, certify } = one
  if (!certify) return []
  const since = begunAgain(run.timeline, one)
  const certified = run.plan.agreement.ruled.some(
    (clause) =>
      clause.kind === 'power' &&
      clause.effect === 'certify' &&
      clause.targets.includes(gate) &&
      run.timeline.uses(clause.id).some(({ at }) => at > since),
  )
  return certified ? [] : [`certification by ${joined(certify.who.who.map(({ id }) => id))}`]
}

/** The day under way counts, unless it is already lost or the count was begun again in it; after it as many whole days as are missing. */
function earliestOf(
  run: Run,
  { needed, done, today, begunAgain, span, value }: HeldDays,
  zone: string,
): Instant | null {
  if (!span || run.at >= span.to) return null
  if (value === 'met') return run.at
  const lost = today === null || today.value === 'breached' || startOfDay(civilDay(run.at, zone), zone) < begunAgain
  return startOfDay(addDays(civilDay(run.at, zone), lost ? needed + 1 : needed - done), zone)
}

function claimsOf(found: Node): string[] {
  const { for: a, against, cannotConfirm, undetermined } = evidenceOf(found)
  return [...new Set([...a, ...against, ...cannotConfirm, ...undetermined].map(({ claim }) => claim.id))].toSorted()
}
