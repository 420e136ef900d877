// What a change of each field means, kind by kind; a field that has no row here weighs little and favours nobody.
import type { Condition } from '../condition.ts'
import type { ClauseKind, FieldsOf, Silence } from '../kinds.ts'
import type { Moment, Side, Together } from '../phrases.ts'
import type { GeometryRef, Reach, Ref } from '../values.ts'
import {
  answerable,
  bound,
  certifies,
  clears,
  deadlinesMoved,
  effect,
  forces,
  steps,
  survivors,
  throughPower,
  trusts,
} from './binding.ts'
import { canonical, refsIn } from './canonical.ts'
import { flipped, NOBODY, together } from './change.ts'
import { conditionParts, leanOf } from './conditions.ts'
import { groundChange } from './ground.ts'
import { groupSay, onScale, say, weighs, whoOf, wider, type Judge, type Pair } from './judge.ts'
import { later, longer, looser, reachesFurther } from './magnitudes.ts'
import { forceOfNamed, trustedBy } from './stakes.ts'

type Rows<K extends ClauseKind> = { readonly [F in keyof FieldsOf<K>]?: Judge<NonNullable<FieldsOf<K>[F]>> }

const editorial = weighs('editorial')
const cannotBeTold = weighs('major', 'what that is worth to whom cannot be told from the words')

const grounds = onScale<readonly Ref[]>({
  order: wider,
  absent: 1,
  reach: 1,
  more: 'it applies in more places',
  less: 'it applies in fewer places',
})
const span = { order: reachesFurther, absent: 1, more: 'it runs longer', less: 'it runs shorter' } as const
const runs = onScale({ ...span, reach: 1 })
const runsForNobody = onScale({ ...span, reach: 0 })
/** A monitor or a guarantor who comes or goes weighs more than a party that speaks for itself. */
const weightOfMoved = (moved: readonly string[], { before, after }: Pair) =>
  moved.some((id) => (after.byId.get(id) ?? before.byId.get(id))?.kind !== 'party') ? 'major' : 'minor'
const attests = say('may attest it', weightOfMoved)

const MILDNESS: readonly Silence[] = ['breached', 'unknown', 'met']
const silence: Judge<Silence> = (old = 'unknown', now = 'unknown', pair) => {
  const order = MILDNESS.indexOf(now) - MILDNESS.indexOf(old)
  if (order === 0) return [{ severity: 'editorial', means: 'which silence meant anyway', who: NOBODY }]
  const means = `a missing report now counts as ${now}, and counted as ${old}`
  return [{ severity: 'major', means, who: whoOf(order > 0 ? -1 : 1, pair) }]
}

/** Where a clause names no account, the agreement's own decides. */
const decidedBy: Judge<Ref> = (old, now, { before, after }) => {
  const usual = (version: Pair['before']) =>
    version.clauses.find((clause) => clause.kind === 'agreement')?.fields['decided-by'].id ?? ''
  const [was, is] = [old?.id ?? usual(before), now?.id ?? usual(after)]
  if (was === is) return [{ severity: 'editorial', means: 'which decided it anyway', who: NOBODY }]
  const [heard, hears] = [trustedBy(was, before), trustedBy(is, after)]
  const who = { gains: hears.filter((id) => !heard.includes(id)), loses: heard.filter((id) => !hears.includes(id)) }
  return [{ severity: 'major', means: `\`${is}\` decides now, and \`${was}\` did`, who }]
}

/** A condition of the clause itself: what is easier to satisfy reaches further. */
const condition: Judge<Condition> = (old, now, pair) => {
  const parts = conditionParts(old, now)
  const lean = leanOf(parts)
  const ease =
    lean === 0
      ? 'whether it is easier to satisfy cannot be told'
      : lean === 1
        ? 'it is easier to satisfy'
        : 'it is harder to satisfy'
  return [{ severity: 'major', means: [ease, ...parts.map(({ means }) => means)].join('; '), who: whoOf(lean, pair) }]
}

/** What somebody owes, or what is counted of it; a power that puts days back is none. */
const LEVERS: ReadonlySet<ClauseKind> = new Set(['duty', 'ban', 'measure'])

/** What a gate waits for is a lever: whoever owes it is freer without it, and the others have lost it. */
const opening: Judge<Condition> = (old, now, { before, after }) => {
  const parts = conditionParts(old, now)
  const lean = leanOf(parts)
  const ease =
    lean === 0
      ? 'whether the gate opens more easily cannot be told'
      : lean === 1
        ? 'the gate opens more easily'
        : 'the gate opens less easily'
  const who = together(
    parts.map(({ lean: own, part }) => {
      const levers = refsIn(part).filter(({ id }) => {
        const clause = after.byId.get(id.split('.')[0]!) ?? before.byId.get(id.split('.')[0]!)
        return clause !== undefined && (LEVERS.has(clause.kind) || part.op === 'exercised')
      })
      const was = together(levers.map(({ id }) => forceOfNamed(id, before)))
      const is = together(levers.map(({ id }) => forceOfNamed(id, after)))
      const force = together([was, is])
      return own === 0 ? NOBODY : own === 1 ? flipped(force) : force
    }),
  )
  return [{ severity: 'major', means: [ease, ...parts.map(({ means }) => means)].join('; '), who }]
}

const geometry: Judge<GeometryRef> = (old, now, pair) => {
  const shape = (ref: GeometryRef | undefined, files: 'old' | 'new') =>
    ref && pair.places?.[files].get(ref.file)?.find(({ id }) => id === ref.feature)?.geometry
  const [was, is] = [shape(old, 'old'), shape(now, 'new')]
  if (!was || !is) {
    if (canonical(old) === canonical(now)) return []
    const means = old && now ? 'cannot be told how it changes without the places' : 'it is drawn in another way'
    return [{ severity: 'major', means, who: NOBODY }]
  }
  const change = groundChange(was, is)
  if (change) {
    return [{ severity: change.seen ? 'major' : 'minor', means: change.means, who: whoOf(change.reach, pair) }]
  }
  return canonical(old) === canonical(now)
    ? []
    : [{ severity: 'editorial', means: 'which is the same ground', who: NOBODY }]
}

/** `depth` and `clears` are metres; more of either reaches further. */
const depth = onScale<number>({
  order: (old, now) => Math.sign(now - old) as -1 | 0 | 1,
  absent: null,
  reach: 1,
  more: 'it widens',
  less: 'it shrinks',
})
const length = onScale<Reach>({
  order: (old, now) => Math.sign(now.metres - old.metres) as -1 | 0 | 1,
  absent: null,
  reach: 1,
  more: 'it is said to be longer',
  less: 'it is said to be shorter',
})
const side = onScale<Side>({
  order: (old, now) => (now === 'either' ? 1 : old === 'either' ? -1 : null),
  absent: 1,
  reach: 1,
  more: 'it widens to both sides of the line',
  less: 'it shrinks to one side of the line',
})

const deadline = onScale<Moment>({
  order: later,
  absent: 1,
  reach: -1,
  more: 'it may be done later',
  less: 'it has to be done earlier',
})
const begins = onScale<Moment>({
  order: later,
  absent: -1,
  reach: -1,
  more: 'it begins later',
  less: 'it begins earlier',
})
const tied = onScale<Together>({
  order: (old, now) => (old.duty.id === now.duty.id ? longer(old.within, now.within) : null),
  absent: -1,
  reach: -1,
  more: 'it has more time to wait for the other',
  less: 'it has less time to wait for the other, or none',
})
const exception =
  (absentMeans: string, presentMeans: string): Judge<string> =>
  (old, now, pair) => {
    if (old !== undefined && now !== undefined) return cannotBeTold(old, now, pair)
    return [
      {
        severity: 'major',
        means: now === undefined ? absentMeans : presentMeans,
        who: whoOf(now === undefined ? 1 : -1, pair),
      },
    ]
  }
const consequence = onScale<readonly Ref[]>({
  order: wider,
  absent: -1,
  reach: 1,
  more: 'more follows a breach',
  less: 'less follows a breach',
})

const actor: Rows<'party'> = {
  name: editorial,
  'answered-by': answerable,
  forces,
  role: weighs('major', 'it has another part in the arrangement'),
}
const evidence: Pick<Rows<'ban'>, 'attest' | 'silence' | 'decided-by' | 'on-breach'> = {
  attest: attests,
  silence,
  'decided-by': decidedBy,
  'on-breach': consequence,
}

const ROWS: { readonly [K in ClauseKind]?: Rows<K> } = {
  agreement: {
    title: editorial,
    clock: weighs('major', 'its days begin and end at another hour'),
    made: editorial,
    by: groupSay('made it', 'minor'),
    'decided-by': decidedBy,
    status: editorial,
    'pax-id': editorial,
    'cf-id': editorial,
    stage: editorial,
    endorsed: editorial,
    disclosure: weighs('minor', 'what nobody has spoken of is shown to others'),
  },
  party: actor,
  guarantor: actor,
  body: actor,
  zone: { name: editorial, geometry, along: cannotBeTold, depth, length, side, redraw: groupSay('may redraw it') },
  line: { name: editorial, geometry, redraw: groupSay('may redraw it') },
  anchor: {
    at: (old, now, pair) => {
      const fixed = (instant: string | undefined): Moment | null =>
        instant === undefined ? null : { anchor: null, instant, plus: null }
      const [was, is] = [fixed(old), fixed(now)]
      const order = was && is ? (later(was, is) ?? 0) : 0
      if (was && is && order === 0) return [{ severity: 'editorial', means: 'which is the same instant', who: NOBODY }]
      const means =
        order === 0
          ? 'it is fixed in another way'
          : order === 1
            ? 'it is later, and so are the deadlines that hang on it'
            : 'it is earlier, and so are the deadlines that hang on it'
      return [{ severity: 'major', means, who: deadlinesMoved(order, pair) }]
    },
    'designated-by': throughPower,
  },
  measure: {
    counts: cannotBeTold,
    in: grounds,
    per: weighs('major', 'its days begin and end at another hour'),
    holds: onScale({
      order: looser,
      absent: null,
      reach: -1,
      more: 'the threshold is looser',
      less: 'the threshold is tighter',
    }),
    from: begins,
    during: runs,
    reports: say('report to it', weightOfMoved),
    silence,
  },
  duty: {
    on: bound,
    to: say('benefit', () => 'major'),
    act: onScale<readonly string[]>({
      order: wider,
      absent: null,
      reach: 1,
      more: 'more has to be done',
      less: 'less has to be done',
    }),
    in: grounds,
    number: weighs('major', 'it is about another number'),
    toward: cannotBeTold,
    clears,
    after: condition,
    from: begins,
    by: deadline,
    together: tied,
    during: runs,
    ...evidence,
  },
  ban: {
    on: bound,
    act: onScale<readonly string[]>({
      order: wider,
      absent: null,
      reach: 1,
      more: 'more is forbidden',
      less: 'less is forbidden',
    }),
    in: grounds,
    during: runs,
    except: exception('nothing is excepted any more', 'something is excepted now'),
    ...evidence,
  },
  leave: {
    to: say('may', () => 'major'),
    may: cannotBeTold,
    along: grounds,
    in: grounds,
    during: runs,
    limits: exception('it has no limits any more', 'it has limits now'),
    excepts: onScale<readonly Ref[]>({
      order: wider,
      absent: -1,
      reach: 1,
      more: 'it excepts from more',
      less: 'it excepts from less',
    }),
  },
  gate: {
    opens: weighs('major', 'something else comes into being'),
    when: opening,
    certify: certifies,
    reopens: (old = 'again', now = 'again') =>
      old === now
        ? [{ severity: 'editorial', means: 'which it did anyway', who: NOBODY }]
        : [
            {
              severity: 'major',
              means: now === 'never' ? 'once closed it stays closed' : 'once closed it may open again',
              who: NOBODY,
            },
          ],
    during: runsForNobody,
    'decided-by': decidedBy,
  },
  power: {
    'held-by': groupSay('may use it'),
    effect,
    when: condition,
    form: (old, now, pair) => {
      const means = old && now ? '' : now ? 'a form has to be kept' : 'no form has to be kept any more'
      return [{ severity: 'minor', means, who: whoOf(old && now ? 0 : now ? -1 : 1, pair) }]
    },
    expires: onScale({
      order: longer,
      absent: 1,
      reach: 1,
      more: 'it may be used for longer',
      less: 'it may be used for less long',
    }),
  },
  term: {
    starts: onScale({ order: later, absent: null, reach: 0, more: 'it starts later', less: 'it starts earlier' }),
    lasts: onScale({
      order: longer,
      absent: 1,
      reach: 1,
      more: 'it lasts longer, and what runs during it',
      less: 'it lasts less long, and what runs during it',
    }),
    extends: throughPower,
    survives: survivors,
  },
  procedure: { step: steps, decides: groupSay('decide'), follows: cannotBeTold, during: runsForNobody },
  prevails: {
    wins: cannotBeTold,
    over: onScale<readonly Ref[]>({
      order: wider,
      absent: null,
      reach: 1,
      more: 'it wins over more',
      less: 'it wins over less',
    }),
    on: cannotBeTold,
  },
  'open-term': { interprets: groupSay('interpret it', 'minor') },
  reading: { by: say('read it so', () => 'minor') },
  account: {
    name: editorial,
    trusts,
    sources: (old = 1, now = 1) =>
      old === now
        ? [{ severity: 'editorial', means: 'which it took anyway', who: NOBODY }]
        : [
            {
              severity: 'major',
              means: now > old ? 'a fact needs more independent sources' : 'a fact needs fewer independent sources',
              who: NOBODY,
            },
          ],
  },
  accept: { because: editorial },
}

/** How a change of that field is judged. */
export function judgeOf(kind: ClauseKind, field: string): Judge<unknown> {
  const rows = (ROWS[kind] ?? {}) as Readonly<Record<string, Judge<unknown>>>
  return Object.hasOwn(rows, field) ? rows[field]! : weighs('minor')
}
