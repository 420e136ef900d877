// Decides a ban: kept unless a violation is supported, and unknown for days on which nobody whose word counts spoke.
import type { Ban } from '@trucekeeper/agreement'
import type { Fact } from '@trucekeeper/corroborate'
import { civilDay, type CivilDay, type Interval } from '@trucekeeper/time'
import { silentDays } from './days.ts'
import { not, or } from './algebra.ts'
import { deferred, evidenceOf, node, notOf, question, silence, NO_EVIDENCE, type Node } from './node.ts'
import { actKinds } from './plan.ts'
import type { Decided, Run } from './run.ts'
import { standingOf } from './standing.ts'
import type { Verdict } from './status.ts'
import { countOf, joined, sayDays, speakersOf } from './words.ts'

export function decideBan(run: Run, ban: Ban): Decided {
  const standing = standingOf(run, ban, ban.during)
  const common = {
    standing: standing.state,
    ended: standing.ended,
    due: standing.span && Number.isFinite(standing.span.to) ? standing.span.to : null,
  }
  if (!standing.span) {
    const over = standing.state === 'ended'
    const text = `${over ? 'never' : 'not yet'} in force: ${standing.reason}`
    return {
      ...common,
      timing: over ? 'closed' : 'not_yet_due',
      verdict: null,
      told: () => ({
        standingReason: standing.reason,
        timingReason: standing.reason,
        reason: text,
        tree: node('ban', text, null, { rule: ban }),
      }),
    }
  }
  const tree = banTree(run, ban, standing.span)
  const verdict = tree.value!
  return {
    ...common,
    timing: standing.state === 'ended' ? 'closed' : 'due',
    verdict,
    told: () => ({
      standingReason: standing.reason,
      timingReason: standing.state === 'ended' ? standing.reason : 'owed at every moment while it is in force',
      reason: banReason(run, tree, verdict),
      tree,
    }),
  }
}

function banTree(run: Run, ban: Ban, span: Interval): Node {
  const violations = run.violations(ban, span)
  const silent = silentDays(run, ban.id, violations, span)
  const isRefuted = violations.size === 0 && violations.denials.refute(ALWAYS)
  const values = [...violations.values, ...(isRefuted ? (['breached'] as const) : [])]
  // With nothing at all to go by, what silence means decides, even before the first day is over.
  const isSilent = silent.length > 0 || values.length === 0
  const value = or(isSilent ? [...values, not(ban.silence)] : values)
  const who = joined(ban.debtors)
  const broken = deferred('or', value, () => {
    const children = violations.listed().map((violation) => violations.node(violation))
    if (silent.length > 0) children.push(silenceNode(ban, silent))
    if (isRefuted) {
      const against = violations.denials.listed().map(({ fact }) => fact)
      children.push(question('statement', `did ${who} break it at all?`, { ...NO_EVIDENCE, against }))
    }
    const today = civilDay(Math.min(run.at, span.to - 1), run.plan.agreement.zone)
    return {
      text: `${who} ${actKinds(ban).past}`,
      children: children.length === 0 ? [silenceNode(ban, [today])] : children,
    }
  })
  return notOf(`${who} kept ${ban.id}`, broken)
}

const ALWAYS: Interval = { from: -Infinity, to: Infinity }

/** What the clause itself says of days nobody spoke about. The value is that of the question whether it was broken. */
function silenceNode(ban: Ban, days: readonly CivilDay[]): Node {
  const on = `on ${sayDays(days)}`
  return silence(on, ban.silence, not(ban.silence), ban, [`it was kept ${on}`, `it was not kept ${on}`])
}

function banReason(run: Run, tree: Node, verdict: Verdict): string {
  const { agreement } = run.plan
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
  return `not said by ${sources}: reported by ${speakersOf(evidence.undetermined, run.plan.agreement)}`
}
