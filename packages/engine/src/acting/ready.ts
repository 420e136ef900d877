// Whether what a power or a gate asks for first is so at the time of an act, and whether it has not been so for too long.
import type { Agreement, Gate, Power } from '@trucekeeper/agreement'
import {
  addDays,
  addDuration,
  civilDay,
  formatDuration,
  parseInstant,
  startOfDay,
  type Duration,
  type Instant,
} from '@trucekeeper/time'
import { evaluate } from '../condition.ts'
import { runOf } from '../evaluate.ts'
import { begunAgain, readGate, shutText } from '../gate.ts'
import type { Knowledge } from '../knowledge.ts'
import { leavesOf, type Node } from '../node.ts'
import { ruledAs } from '../plan.ts'
import { standingOf } from '../standing.ts'
import type { Run } from '../run.ts'
import { joined, sayInstant } from '../words.ts'
import { otherPowers, refusal, type ActRefusal, type Attempt } from './refusal.ts'
import { completes } from './who.ts'

const NOT_SO = { breached: 'is not so', contested: 'is contested', unknown: 'is not known to be so' } as const

/** Only an act that would have its effect has to meet conditions: they may come about before the others join in. */
export function readyRefusals(attempt: Attempt, knowledge: Knowledge): ActRefusal[] {
  if (!completes(attempt)) return []
  const { agreement, power } = attempt
  const gates =
    power.effect === 'certify' ? ruledAs(agreement, 'gate').filter(({ id }) => power.targets.includes(id)) : []
  const found = gates.flatMap((gate) => gateRefusals(attempt, gate, knowledge))
  return found.length > 0 ? found : askedFirst(attempt, knowledge)
}

function runAt(knowledge: Knowledge, account: string, at: Instant): Run {
  knowledge.moveTo(at)
  return runOf(
    knowledge,
    knowledge.plan.policies.find(({ id }) => id === account)!,
  )
}

function askedFirst({ agreement, power, at }: Attempt, knowledge: Knowledge): ActRefusal[] {
  const { when } = power
  if (!when) return []
  const asked = (instant: Instant) => evaluate(runAt(knowledge, agreement.decidedBy, instant), when)
  const found = asked(at)
  if (found.value === 'met') return expiredRefusals(agreement, power, at, knowledge)
  return [
    refusal(
      power,
      'asked-for-first',
      `what \`${power.id}\` asks for first ${NOT_SO[found.value ?? 'unknown']}: ${missingIn(found)}`,
      'wait until it is so, by the account that decides',
    ),
  ]
}

/** What a power waits for may have been so for longer than the power may be used. */
export function expiredRefusals(agreement: Agreement, power: Power, at: Instant, knowledge: Knowledge): ActRefusal[] {
  const { when, expires } = power
  if (!when || !expires) return []
  const isSo = (instant: Instant) => evaluate(runAt(knowledge, agreement.decidedBy, instant), when).value === 'met'
  return isSo(at) && isSoForLonger(isSo, expires, at, agreement.zone) ? [expired(power, expires)] : []
}

/** Why a condition is not so, by what the text names: windows as a whole, not day by day. */
function missingIn(tree: Node): string {
  const open = (node: Node): Node[] => {
    if (node.value === 'met') return []
    return node.op === 'and' || node.op === 'or' ? node.children.flatMap(open) : [node]
  }
  const named = open(tree)
  return (named.length > 0 ? named : leavesOf(tree)).map(({ text }) => text).join('; ')
}

function gateRefusals(attempt: Attempt, gate: Gate, knowledge: Knowledge): ActRefusal[] {
  const { agreement, power, act, at, timeline } = attempt
  const { certify } = gate
  const makers = [...new Set([...act.by, ...timeline.pending(power.id).keys()])]
  const run = runAt(knowledge, gate.decidedBy, at)
  const standing = standingOf(run, gate, gate.during)
  // What is over was refused for that before.
  if (standing.state === 'ended') return []
  if (standing.state === 'suspended')
    return [
      refusal(
        gate,
        'gate-suspended',
        `\`${gate.id}\` is ${standing.reason}`,
        'it can be certified once the suspension is lifted',
      ),
    ]
  const lacking = certifiers(certify, makers)
  if (lacking)
    return [
      refusal(
        gate,
        'not-a-certifier',
        `\`${gate.id}\` is certified by ${lacking}, not by ${joined(makers)}`,
        `it is for ${lacking}`,
      ),
    ]
  const shut = run.shutForGood(gate.id)
  if (shut !== null)
    return [
      refusal(gate, 'gate-shut-for-good', shutText(gate, shut, agreement.zone), 'the text itself would have to change'),
    ]
  const tree = evaluate(run, gate.when)
  if (tree.value !== 'met') {
    const { done, needed, missing, earliest } = readGate(run, gate)
    const lacks = missing.filter((one) => !one.startsWith('certification by'))
    const days = needed > 0 ? ` ${done} of ${needed} days are done;` : ''
    return [
      refusal(
        gate,
        'gate-not-ready',
        `\`${gate.id}\` cannot be certified yet:${days} missing: ${lacks.join('; ')}`,
        earliest
          ? `at the earliest it can be on ${sayInstant(parseInstant(earliest)!, agreement.zone)}`
          : 'it can be once that is so, by the account that decides it',
      ),
    ]
  }
  const since = begunAgain(timeline, gate)
  const before = timeline.uses(power.id).findLast((use) => use.at <= at && use.at > since)
  if (before)
    return [
      refusal(
        gate,
        'already-certified',
        `\`${gate.id}\` was certified on ${sayInstant(before.at, agreement.zone)}`,
        'nothing has to be done for it to stay so',
      ),
    ]
  return lateRefusals(attempt, gate, knowledge)
}

/** Who has to certify, where these do not suffice. */
function certifiers(certify: Gate['certify'], makers: readonly string[]): string | null {
  if (!certify) return null
  const ids = certify.who.who.map(({ id }) => id)
  const enough =
    certify.who.how === 'jointly' ? ids.every((id) => makers.includes(id)) : ids.some((id) => makers.includes(id))
  return enough ? null : certify.who.how === 'jointly' ? `${joined(ids)} jointly` : ids.join(' or ')
}

function isReady(run: Run, gate: Gate): boolean {
  return evaluate(run, gate.when).value === 'met'
}

/** The time for certifying runs from when all else was so, and again from when it was so again. */
function lateRefusals({ agreement, at }: Attempt, gate: Gate, knowledge: Knowledge): ActRefusal[] {
  const within = gate.certify?.within
  if (!within) return []
  const ready = (instant: Instant) => isReady(runAt(knowledge, gate.decidedBy, instant), gate)
  if (!isSoForLonger(ready, within, at, agreement.zone)) return []
  return [
    refusal(
      gate,
      'certified-too-late',
      `\`${gate.id}\` is certified within ${formatDuration(within)} of its conditions, and they have been so for longer`,
      `the days can be begun again: ${otherPowers(agreement, ['trigger'], gate.id, 'no power of this text does so')}`,
    ),
  ]
}

/** Whether something has been so for longer than a length of time, by the midnights within it. */
function isSoForLonger(isSo: (instant: Instant) => boolean, length: Duration, at: Instant, zone: string): boolean {
  // The last moment from which more than the time allowed has passed.
  const since = addDuration(at, { ...length, count: -length.count }, zone) - 1
  if (!isSo(since)) return false
  for (let day = civilDay(since, zone); ; day = addDays(day, 1)) {
    const midnight = startOfDay(addDays(day, 1), zone)
    if (midnight >= at) return true
    if (!isSo(midnight)) return false
  }
}

function expired(power: Power, length: Duration): ActRefusal {
  return refusal(
    power,
    'power-expired',
    `\`${power.id}\` may be used for ${formatDuration(length)} once it can be, and it could be for longer than that`,
    'it can be used again once what it waits for has ceased to be so and is so anew',
  )
}
