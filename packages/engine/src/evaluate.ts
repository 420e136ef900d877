// An account over what is known at an instant: every clause decided at most once, and again only when what it rests on
// has changed.
import type { Ban, Ruled } from '@trucekeeper/agreement'
import { actEntry } from '@trucekeeper/codes'
import { counts, type AccountPolicy, type ClauseScope, type Fact, type Scope } from '@trucekeeper/corroborate'
import type { Interval } from '@trucekeeper/time'
import { Acts } from './books/acts.ts'
import { Performances } from './books/performance.ts'
import { Violations } from './books/violations.ts'
import { Circles } from './circles.ts'
import { decideClause } from './clause.ts'
import { Kept } from './kept.ts'
import { gateBy, type Book, type Knowledge } from './knowledge.ts'
import { node, once } from './node.ts'
import { actKinds } from './plan.ts'
import type { Decided, Run, Told } from './run.ts'
import type { Timeline } from './timeline.ts'

/** Runs by the clock they stand at: what they have worked out stays good while the books it was read from do. */
const runs = new WeakMap<Timeline, Map<string, Run>>()

export function runOf(knowledge: Knowledge, policy: AccountPolicy): Run {
  const atClock = runs.get(knowledge.timeline) ?? new Map<string, Run>()
  runs.set(knowledge.timeline, atClock)
  const key = JSON.stringify(policy)
  const run = atClock.get(key) ?? startRun(knowledge, policy)
  atClock.set(key, run)
  return run
}

function startRun(knowledge: Knowledge, policy: AccountPolicy): Run {
  const { plan, at, begun, timeline } = knowledge
  const kept = new Kept()
  const circles = new Circles()
  const account = knowledge.account(policy)
  // Accounts that take the same words in the same way read the same books.
  const name = JSON.stringify([policy.trusts, policy.sources])
  const book = <B extends Book>(key: string, make: () => B): B => kept.read(knowledge.book(`${name} ${key}`, make))
  const asked: {
    readonly ban: Ban
    readonly span: Interval
    readonly zones: readonly string[]
    readonly violations: Violations
  }[] = []
  const decideOne = (clause: Ruled): Decided => {
    const work = (isCurrent: () => boolean) => {
      const { told, ...found } = circles.within(clause, () => decideClause(run, clause))
      const tell = () => {
        if (knowledge.timeline !== timeline || !isCurrent())
          throw new Error(`\`${clause.id}\` was asked for its reasons after they had changed`)
        return circles.isDeep ? tooDeepToTell(clause) : circles.within(clause, told)
      }
      return { ...found, told: once(tell) }
    }
    return kept.of(clause, work, () => circles.isWhole)
  }
  const run: Run = {
    plan,
    at,
    policy,
    timeline,
    takes: (fact) => counts(policy, fact),
    isPerhaps: (fact) => knowledge.perhaps.has(fact),
    kept: (key, work) =>
      kept.of(key, () => {
        if (knowledge.timeline !== timeline) throw new Error('an evaluation was asked after its clock had moved')
        return work()
      }),
    decide(clause) {
      // A clause that rests on itself is not known; the linter says where the circle runs.
      if (circles.cuts(clause)) return waitsForItself(clause)
      if (circles.isOutermost && !kept.has(clause))
        for (const one of plan.deepestFirst) if (one !== clause) decideOne(one)
      return decideOne(clause)
    },
    violations(ban, span, within = EVERYWHERE) {
      // To ask within the ban's own zones is to ask no less.
      const zones = ban.zones.every((zone) => within.includes(zone)) && ban.zones.length > 0 ? EVERYWHERE : within
      const known = asked.find((one) => one.ban === ban && one.zones === zones && isSame(one.span, span))
      if (known) return kept.read(known.violations)
      const gaps = timeline.suspensions(ban.id).map(({ from, to }) => ({ from, to }))
      const stretches = [span, ...gaps].map(({ from, to }) => `${from}-${to}`)
      const violations = book(['violations', ban.id, ...zones, ...stretches].join(' '), () => {
        const kinds = actKinds(ban)
        const own: ClauseScope = { debtors: kinds.byDebtor ? ban.debtors : [], zones: ban.zones, span, gaps }
        const inOwn = plan.scopes(own)
        const inThose = plan.scopes({ ...own, zones })
        const scope = (fact: Fact) => (zones.length === 0 ? inOwn(fact) : narrower(inOwn(fact), inThose(fact)))
        return new Violations({ ban, kinds, span, scope }, account, knowledge)
      })
      asked.push({ ban, span, zones, violations })
      return violations
    },
    performances({ debtors, zones, acts, attest }, begins) {
      return book(`performances ${begins} ${JSON.stringify([debtors, zones, acts, attest])}`, () => {
        const kinds = actKinds({ acts })
        const span = { from: begins, to: Infinity }
        const scope = plan.scopes({ debtors: kinds.byDebtor ? debtors : [], zones, span })
        return new Performances({ duty: { debtors, zones, acts, attest }, kinds, scope }, account, knowledge)
      })
    },
    acts(words, zones, span) {
      return book(`acts ${span.from}-${span.to} ${JSON.stringify([words, zones])}`, () => {
        const kinds = new Set(words.flatMap((word) => actEntry(word).does))
        return new Acts({ kinds, scope: plan.scopes({ debtors: [], zones, span }) }, account, knowledge)
      })
    },
    shutForGood(gate) {
      const shut = knowledge.settled.shut.get(gateBy(gate, policy.id))
      return shut !== undefined && shut <= at ? shut : null
    },
    measure: (id) => plan.measures.get(id)!,
    tables: () => kept.read(knowledge.tables).view(policy, plan.cast, begun),
  }
  return run
}

const EVERYWHERE: readonly string[] = []

function isSame(one: Interval, other: Interval): boolean {
  return one.from === other.from && one.to === other.to
}

function narrower(a: Scope, b: Scope): Scope {
  if (a.decision.startsWith('not_covered')) return a
  return b.decision === 'covered' ? a : b
}

/** Reasons that go on and on help nobody: whoever wants to know asks for the clause itself. */
function tooDeepToTell(clause: Ruled): Told {
  const text = `${clause.id} rests on more; ask why it stands as it does`
  return { standingReason: text, timingReason: text, reason: text, tree: node('wait', text, null, { rule: clause }) }
}

function waitsForItself(clause: Ruled): Decided {
  const text = `${clause.id} waits for itself`
  const tree = node('wait', text, null, { rule: clause })
  return {
    standing: 'dormant',
    ended: null,
    timing: 'not_yet_due',
    due: null,
    verdict: null,
    told: () => ({ standingReason: text, timingReason: text, reason: text, tree }),
  }
}
