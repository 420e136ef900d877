// Decides a ban: kept unless a violation is supported, and unknown for days on which nobody whose word counts spoke.
import type { Ban } from '@trucekeeper/agreement'
import { independentSources, type Fact } from '@trucekeeper/corroborate'
import {
  addDays,
  civilDay,
  civilDays,
  overlaps,
  startOfDay,
  type CivilDay,
  type Instant,
  type Interval,
} from '@trucekeeper/time'
import { anyOf, evidenceOf, node, notOf, question, NO_EVIDENCE, type Node } from './node.ts'
import { actKinds } from './prepared.ts'
import type { Decided, Run } from './run.ts'
import { standingOf } from './standing.ts'
import type { Verdict } from './status.ts'
import { violationsOf, type Violations } from './violations.ts'
import { joined, sayDays, speakersOf } from './words.ts'

export function decideBan(run: Run, ban: Ban): Decided {
  const standing = standingOf(run, ban, ban.during)
  const common = {
    standing: standing.state,
    standingReason: standing.reason,
    ended: standing.ended,
    due: standing.span && Number.isFinite(standing.span.to) ? standing.span.to : null,
  }
  if (!standing.span) {
    const text = `not yet in force: ${standing.reason}`
    return {
      ...common,
      timing: 'not_yet_due',
      timingReason: standing.reason,
      verdict: null,
      reason: text,
      tree: node('ban', text, null, { rule: ban }),
    }
  }
  const tree = banTree(run, ban, standing.span)
  const verdict = tree.value!
  return {
    ...common,
    timing: standing.state === 'ended' ? 'closed' : 'due',
    timingReason: standing.state === 'ended' ? standing.reason : 'owed at every moment while it is in force',
    verdict,
    reason: banReason(run, tree, verdict),
    tree,
  }
}

function banTree(run: Run, ban: Ban, span: Interval): Node {
  const { past } = actKinds(ban)
  const violations = violationsOf(run, ban, span)
  const children = violations.each.map((violation) => violation.node)
  const silent = silentDays(run, violations, span)
  if (silent.length > 0) children.push(silenceNode(ban, silent))
  if (violations.denials.length > 0 && violations.each.length === 0) {
    const against = violations.denials.map(({ fact }) => fact)
    children.push(question('statement', `did ${joined(ban.debtors)} break it at all?`, { ...NO_EVIDENCE, against }))
  }
  if (children.length === 0)
    children.push(silenceNode(ban, [civilDay(Math.min(run.at, span.to - 1), run.prepared.agreement.zone)]))
  return notOf(`${joined(ban.debtors)} kept ${ban.id}`, anyOf(`somebody of ${joined(ban.debtors)} ${past}`, children))
}

/** Whole days of the span so far about which the account has no word. */
export function silentDays(run: Run, violations: Violations, span: Interval): CivilDay[] {
  const spoken = spokenDays(run, violations)
  return wholeDays(span, run.at, run.prepared.agreement.zone).filter((day) => !spoken(day))
}

/** The days that lie wholly in a span and are over at an instant. */
export function wholeDays(span: Interval, at: Instant, zone: string): CivilDay[] {
  const opening = civilDay(span.from, zone)
  const first = startOfDay(opening, zone) === span.from ? opening : addDays(opening, 1)
  return civilDays(first, addDays(civilDay(Math.min(at, span.to), zone), -1))
}

/** Whether the account has a word about a day, from enough independent sources. */
export function spokenDays(run: Run, { each, denials }: Violations): (day: CivilDay) => boolean {
  const { zone } = run.prepared.agreement
  const spoken: { fact: Fact; when: Interval }[] = [
    ...denials,
    ...each.flatMap(({ node: { evidence } }) =>
      [...evidence.for, ...evidence.against, ...evidence.undetermined].map((fact) => ({ fact, when: fact.when })),
    ),
  ]
  return (day) => {
    const whole = dayInterval(day, zone)
    // An undated event speaks of no day in particular.
    const about = spoken.filter(({ when }) => Number.isFinite(when.from) && overlaps(when, whole))
    return run.policy.sources <= 1
      ? about.length > 0
      : independentSources(about.map(({ fact }) => fact)) >= run.policy.sources
  }
}

export function dayInterval(day: CivilDay, zone: string): Interval {
  return { from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) }
}

/** What the clause itself says of days nobody spoke about. The value is that of the question whether it was broken. */
function silenceNode(ban: Ban, days: readonly CivilDay[]): Node {
  const value: Verdict = { unknown: 'unknown', met: 'breached', breached: 'met' }[ban.silence] as Verdict
  return node('silence', `nobody whose word counts reported on ${sayDays(days)}; silence means ${ban.silence}`, value, {
    rule: ban,
  })
}

function banReason(run: Run, tree: Node, verdict: Verdict): string {
  const { agreement } = run.prepared
  const evidence = evidenceOf(tree)
  const said = (facts: readonly Fact[]) => speakersOf(facts, agreement)
  switch (verdict) {
    case 'breached':
      return evidence.for.length > 0
        ? `evidence supports a breach: reported by ${said(evidence.for)}, denied by nobody whose word counts`
        : 'silence means a breach here'
    case 'contested':
      return `reported by ${said(evidence.for)}; denied by ${said(evidence.against)}`
    case 'met':
      return evidence.against.length > 0 ? `kept, by the word of ${said(evidence.against)}` : 'nobody reports a breach'
    case 'unknown': {
      const open = leafText(tree)
      return open ?? 'nobody whose word counts reported'
    }
  }
}

function leafText(tree: Node): string | null {
  if (tree.children.length === 0)
    return tree.value === 'unknown'
      ? tree.op === 'silence'
        ? tree.text
        : `cannot be told: ${tree.scope?.reason ?? tree.text}`
      : null
  return tree.children.map(leafText).find((text) => text !== null) ?? null
}
