// What each power could do now: what it waits for, and what would come of it if those used it who hold it.
import type { Agreement, Gate, Power, Term } from '@trucekeeper/agreement'
import { nameAct, type Act } from '@trucekeeper/claims'
import { formatDuration, formatInstant, type Instant } from '@trucekeeper/time'
import { evaluate } from '../condition.ts'
import { Evaluation } from '../evaluation.ts'
import { ruledAs, type KnownRecord } from '../plan.ts'
import type { Verdict } from '../status.ts'
import { checking, type ActCheck } from './check.ts'

/** A dry run: the act that is tried, and what would come of it. */
export interface Trial {
  readonly stage: Act['stage']
  readonly by: readonly string[]
  readonly at: string
  /** What is tried of what its makers would choose: the length of the term itself, a moment a day later. */
  readonly length: string | null
  readonly sets: string | null
  readonly answer: ActCheck
}

export interface PowerTried {
  readonly power: string
  readonly effect: Power['effect']
  readonly targets: readonly string[]
  readonly how: Power['how']
  readonly form: string | null
  /** How long it may be used once it can be. */
  readonly expires: string | null
  /** What it waits for and whether that is so, by the account that decides; null where it waits for nothing. */
  readonly waits_for: {
    readonly verdict: Verdict
    readonly parts: readonly { text: string; verdict: Verdict }[]
  } | null
  /** By all who hold it jointly; otherwise by each. */
  readonly trials: readonly Trial[]
}

export interface Certified {
  readonly gate: string
  readonly certify: { readonly who: readonly string[]; readonly how: string; readonly within: string | null } | null
  readonly reopens: Gate['reopens']
  /** The powers by which it can be certified, begun again, suspended or taken up again. */
  readonly powers: readonly { readonly power: string; readonly effect: Power['effect'] }[]
}

const ON_GATES: ReadonlySet<Power['effect']> = new Set([
  'certify',
  'trigger',
  'suspend',
  'resume',
  'waive',
  'terminate',
])
const A_DAY_MS = 86_400_000

/** Every power as it stands at an instant. The record is handed over with its tables. */
export function powersTried(agreement: Agreement, record: KnownRecord, at: Instant): PowerTried[] {
  const check = checking(agreement, record)
  const asks = new Evaluation(agreement)
  asks.follow(record)
  return ruledAs(agreement, 'power').map((power) => ({
    power: power.id,
    effect: power.effect,
    targets: power.targets,
    how: power.how,
    form: power.form,
    expires: power.expires && formatDuration(power.expires),
    waits_for: power.when && asks.asked(at, agreement.decidedBy, (run) => partsOf(evaluate(run, power.when!))),
    trials: makersOf(power).map((by) => trialOf(agreement, power, by, at, check)),
  }))
}

/** Who certifies each gate, and by which powers something can be done about it. */
export function gatesCertified(agreement: Agreement): Certified[] {
  return ruledAs(agreement, 'gate').map(({ id, certify, reopens }) => ({
    gate: id,
    certify: certify && {
      who: certify.who.who.map((one) => one.id),
      how: certify.who.how,
      within: certify.within && formatDuration(certify.within),
    },
    reopens,
    powers: ruledAs(agreement, 'power')
      .filter(({ effect, targets }) => ON_GATES.has(effect) && targets.includes(id))
      .map(({ id: power, effect }) => ({ power, effect })),
  }))
}

function partsOf(tree: ReturnType<typeof evaluate>): PowerTried['waits_for'] {
  const parts = tree.op === 'and' ? tree.children : [tree]
  const said = (value: Verdict | null): Verdict => value ?? 'unknown'
  return { verdict: said(tree.value), parts: parts.map(({ text, value }) => ({ text, verdict: said(value) })) }
}

function makersOf({ how, holders }: Power): readonly (readonly string[])[] {
  return how === 'jointly' ? [holders] : holders.map((id) => [id])
}

function trialOf(
  agreement: Agreement,
  power: Power,
  by: readonly string[],
  at: Instant,
  check: ReturnType<typeof checking>,
): Trial {
  const tried = {
    stage: 'exercised' as const,
    by,
    at: formatInstant(at, agreement.zone),
    length: power.effect === 'extend' ? lengthOf(agreement, power) : null,
    sets: power.effect === 'designate' ? formatInstant(at + A_DAY_MS, agreement.zone) : null,
  }
  const { length, sets, ...rest } = tried
  const act = nameAct({
    ...rest,
    by: [...by],
    power: power.id,
    ...(length !== null && { length }),
    ...(sets !== null && { sets }),
    ...UNSAID,
  })
  return { ...tried, answer: check(act, at) }
}

const UNSAID = { doc: 'what-if', quote: 'what if', start: 0, end: 'what if'.length }

/** As long again as the text gives the term; null where it gives it no length. */
function lengthOf(agreement: Agreement, { targets }: Power): string | null {
  const term = agreement.ruled.find((clause): clause is Term => clause.kind === 'term' && targets.includes(clause.id))
  return term?.lasts ? formatDuration(term.lasts) : null
}
