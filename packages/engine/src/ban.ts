// Decides a ban: kept unless a violation is supported, and unknown for days on which nobody whose word counts spoke.
import type { Ban } from '@trucekeeper/agreement'
import { weighty, type Fact } from '@trucekeeper/corroborate'
import { civilDay, type CivilDay, type Interval } from '@trucekeeper/time'
import { silentDays } from './days.ts'
import { not } from './algebra.ts'
import { anyOf, evidenceOf, node, notOf, question, silence, NO_EVIDENCE, type Node } from './node.ts'
import { actKinds } from './prepared.ts'
import type { Decided, Run } from './run.ts'
import { standingOf } from './standing.ts'
import type { Verdict } from './status.ts'
import { countOf, joined, sayDays, speakersOf } from './words.ts'

export function decideBan(run: Run, ban: Ban): Decided {
  const standing = standingOf(run, ban, ban.during)
  const common = {
    standing: standing.state,
    standingReason: standing.reason,
    ended: standing.ended,
    due: standing.span && Number.isFinite(standing.span.to) ? standing.span.to : null,
  }
  if (!standing.span) {
    const over = standing.state === 'ended'
    const text = `${over ? 'never' : 'not yet'} in force: ${standing.reason}`
    return {
      ...common,
      timing: over ? 'closed' : 'not_yet_due',
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
  const violations = run.violations(ban, span)
  const children = violations.each.map((violation) => violation.node)
  const silent = silentDays(run, ban.id, violations, span)
  if (silent.length > 0) children.push(silenceNode(ban, silent))
  const against = weighty(
    run.policy,
    violations.denials.map(({ fact }) => fact),
  )
  if (against.length > 0 && violations.each.length === 0)
    children.push(question('statement', `did ${joined(ban.debtors)} break it at all?`, { ...NO_EVIDENCE, against }))
  if (children.length === 0)
    children.push(silenceNode(ban, [civilDay(Math.min(run.at, span.to - 1), run.prepared.agreement.zone)]))
  return notOf(`${joined(ban.debtors)} kept ${ban.id}`, anyOf(`${joined(ban.debtors)} ${actKinds(ban).past}`, children))
}

/** What the clause itself says of days nobody spoke about. The value is that of the question whether it was broken. */
function silenceNode(ban: Ban, days: readonly CivilDay[]): Node {
  const on = `on ${sayDays(days)}`
  return silence(on, ban.silence, not(ban.silence), ban, [`it was kept ${on}`, `it was not kept ${on}`])
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
    case 'unknown':
      return openText(run, tree) ?? 'nobody whose word counts reported'
  }
}

/** Why the first open leaf is open. */
function openText(run: Run, { op, text, value, scope, evidence, children }: Node): string | null {
  if (children.length > 0) return children.map((child) => openText(run, child)).find((open) => open !== null) ?? null
  if (value !== 'unknown') return null
  if (op === 'silence') return text
  if (scope?.decision !== 'covered') return `cannot be told: ${scope?.reason ?? text}`
  const sources = countOf(run.policy.sources, 'independent source')
  return `not said by ${sources}: reported by ${speakersOf(evidence.undetermined, run.prepared.agreement)}`
}
