// Judgements about who is bound, what has to stay away, who certifies, and the steps of a procedure.
import type { Certifier, Clearance, EffectOn, Group, Step, Trust } from '../phrases.ts'
import type { Ref } from '../values.ts'
import { canonical } from './canonical.ts'
import { flipped, NOBODY, together, type Reach } from './change.ts'
import {
  groupSay,
  HOW,
  howOf,
  names,
  opposite,
  say,
  whoOf,
  wider,
  type Judge,
  type Judgement,
  type Pair,
} from './judge.ts'
import { longer } from './magnitudes.ts'
import { bindingOf, forceOfNamed, ids } from './stakes.ts'

/** To be enough that one does it binds least; to answer every one apart binds most. */
const BURDEN = { any: 0, jointly: 1, each: 2 } as const

export const bound: Judge<Group> = (old, now, pair) => {
  const [before, after] = [ids(old?.who), ids(now?.who)]
  const come = after.filter((id) => !before.includes(id))
  const gone = before.filter((id) => !after.includes(id))
  const judged: Judgement[] = []
  if (come.length + gone.length > 0) {
    // What a newcomer owes it owes to those to whom the clause is owed, as if it were bound alone.
    const owing = (who: readonly string[], { fields }: Pair['old'], version: Pair['before']) => {
      const to = 'to' in fields ? ids(fields.to) : []
      return together(who.map((id) => bindingOf({ who: only(id, old, now), how: 'any' }, to, version)))
    }
    const means = [
      ...(come.length > 0 ? [`${names(come)} ${come.length === 1 ? 'is' : 'are'} now bound`] : []),
      ...(gone.length > 0 ? [`${names(gone)} ${gone.length === 1 ? 'is' : 'are'} bound no longer`] : []),
    ]
    const who = together([owing(come, pair.now, pair.after), flipped(owing(gone, pair.old, pair.before))])
    judged.push({ severity: 'major', means: means.join(', and '), who })
  }
  const [was, is] = [howOf(old), howOf(now)]
  if (was !== null && is !== null && was !== is) {
    const who = whoOf(BURDEN[is] > BURDEN[was] ? 1 : -1, pair)
    judged.push({ severity: 'major', means: `it binds ${HOW[is]} instead of ${HOW[was]}`, who })
  }
  return judged
}

function only(id: string, ...groups: readonly (Group | undefined)[]): readonly Ref[] {
  return groups.flatMap((group) => group?.who ?? []).filter((ref) => ref.id === id)
}

export const clears: Judge<readonly Clearance[]> = (old, now, pair) => {
  const about = ({ line, side, of }: Clearance) => canonical([[line, side], of])
  const where = ({ side, line, of }: Clearance) => `${side} of \`${line.id}\`, ${of}`
  const judged = (reach: Reach, means: string): Judgement => ({ severity: 'major', means, who: whoOf(reach, pair) })
  const [before, after] = [distinct(old ?? []), distinct(now ?? [])]
  const left = new Map<string, Clearance[]>()
  for (const each of before) left.set(about(each), [...(left.get(about(each)) ?? []), each])
  const come: Judgement[] = []
  for (const each of after) {
    const was = left.get(about(each))?.shift()
    if (!was) come.push(judged(1, `${each.metres} m have to be cleared now, ${where(each)}`))
    else if (was.metres !== each.metres) {
      const means = `${each.metres} m instead of ${was.metres} m have to be cleared, ${where(each)}`
      come.push(judged(each.metres > was.metres ? 1 : -1, means))
    }
  }
  const gone = [...left.values()].flat()
  return [...come, ...gone.map((each) => judged(-1, `${each.metres} m no longer have to be cleared, ${where(each)}`))]
}

/** In an order of their own, so that it does not matter in which they are written. */
function distinct(all: readonly Clearance[]): Clearance[] {
  return [...new Map(all.map((each) => [canonical(each), each])).values()].toSorted((a, b) => a.metres - b.metres)
}

export const certifies: Judge<Certifier> = (old, now, pair) => {
  const judged = canonical(old?.who) === canonical(now?.who) ? [] : groupSay('certify')(old?.who, now?.who, pair)
  const [before, after] = [old?.within ?? null, now?.within ?? null]
  if (!old || !now || canonical(before) === canonical(after)) return judged
  const order = before && after ? longer(before, after) : after ? -1 : 1
  const certifiers = ids(now.who.who).filter((id) => ids(old.who.who).includes(id))
  const who = order === null ? NOBODY : { gains: order === 1 ? certifiers : [], loses: order === 1 ? [] : certifiers }
  const means =
    order === null
      ? 'whether they have more time cannot be told from the words'
      : order === 1
        ? 'those who certify have more time'
        : 'those who certify have less time'
  return [...judged, { severity: 'major', means, who }]
}

export const steps: Judge<readonly Step[]> = (old, now) => {
  const about = ({ does }: Step) => canonical(does)
  const [before, after] = [old ?? [], now ?? []]
  const left = new Map<string, Step[]>()
  for (const step of before) left.set(about(step), [...(left.get(about(step)) ?? []), step])
  const judged: Judgement[] = []
  const kept: Step[] = []
  for (const step of after) {
    const was = left.get(about(step))?.shift()
    if (was) {
      kept.push(was)
      judged.push(...stepChanges(was, step))
    } else
      judged.push({
        severity: 'major',
        means: `there is a step \`${step.does}\` now`,
        who: { gains: [], loses: ids(step.actor.who) },
      })
  }
  for (const step of [...left.values()].flat()) {
    judged.push({
      severity: 'major',
      means: `the step \`${step.does}\` is gone`,
      who: { gains: ids(step.actor.who), loses: [] },
    })
  }
  if (judged.length > 0) return judged
  const inOrder = canonicalOrder(kept) === canonicalOrder(before)
  return inOrder ? [] : [{ severity: 'minor', means: 'the steps come in another order', who: NOBODY }]
}

function stepChanges(old: Step, now: Step): Judgement[] {
  const judged: Judgement[] = []
  if (canonical(old.actor) !== canonical(now.actor)) {
    const [before, after] = [ids(old.actor.who), ids(now.actor.who)]
    const who = { gains: before.filter((id) => !after.includes(id)), loses: after.filter((id) => !before.includes(id)) }
    judged.push({
      severity: 'major',
      means: `the step \`${now.does}\` falls to others, or to them in another way`,
      who,
    })
  }
  if (canonical(old.within) === canonical(now.within)) return judged
  const order = old.within && now.within ? longer(old.within, now.within) : now.within ? -1 : 1
  const actors = ids(now.actor.who).filter((id) => ids(old.actor.who).includes(id))
  const time =
    now.within === null
      ? 'has no deadline any more'
      : order === 1
        ? 'has more time'
        : order === -1
          ? 'has less time'
          : 'has another deadline'
  const who = order === null ? NOBODY : order === 1 ? { gains: actors, loses: [] } : { gains: [], loses: actors }
  return [...judged, { severity: 'major', means: `the step \`${now.does}\` ${time}`, who }]
}

function canonicalOrder(all: readonly Step[]): string {
  return all.map(canonical).join()
}

export const effect: Judge<EffectOn> = (old, now, pair) => {
  if (!old || !now || old.effect !== now.effect)
    return [{ severity: 'major', means: 'it is another power', who: NOBODY }]
  const order = wider(old.targets, now.targets)
  if (order === null) return [{ severity: 'major', means: 'it works on something else', who: NOBODY }]
  return [{ severity: 'major', means: order === 1 ? 'it works on more' : 'it works on less', who: whoOf(order, pair) }]
}

export const trusts: Judge<Trust> = (old, now, pair) => {
  const listed = (trust: Trust | undefined) => (trust?.kind === 'these' ? trust.who : undefined)
  return say('count', () => 'major')(listed(old), listed(now), pair)
}

/** Another power that does something for a clause: those who hold it gain the say, those who held the other lose it. */
export const throughPower: Judge<Ref> = (old, now, { before, after }) => {
  const held = (ref: Ref | undefined, version: Pair['before']) => (ref ? forceOfNamed(ref.id, version).gains : [])
  const [was, is] = [held(old, before), held(now, after)]
  const who = { gains: is.filter((id) => !was.includes(id)), loses: was.filter((id) => !is.includes(id)) }
  return [{ severity: 'major', means: now ? '' : 'no power does it any more', who }]
}

/** Those who answer for a party: to be answerable is a burden. */
export const answerable: Judge<Ref> = (old, now) => [
  {
    severity: 'major',
    means: now ? 'somebody else answers for it' : 'nobody answers for it any more',
    who: { gains: old ? [old.id] : [], loses: now ? [now.id] : [] },
  },
]

/** Clauses that outlive a term: they reach further, or less far. */
export const survivors: Judge<readonly Ref[]> = (old, now, { before, after }) => {
  const [was, is] = [ids(old), ids(now)]
  const come = is.filter((id) => !was.includes(id))
  const gone = was.filter((id) => !is.includes(id))
  const who = together([
    ...come.map((id) => forceOfNamed(id, after)),
    ...gone.map((id) => flipped(forceOfNamed(id, before))),
  ])
  const means = [
    ...(come.length > 0 ? [`${names(come)} now outlives it`] : []),
    ...(gone.length > 0 ? [`${names(gone)} now ends with it`] : []),
  ]
  return [{ severity: 'major', means: means.join(', and '), who }]
}

/** Whoever counts as part of a party is bound as it is. */
export const forces: Judge<readonly string[]> = (old, now, { now: { id } }) => {
  const order = wider(old ?? [], now ?? [])
  const reach = order ?? 0
  const means = order === null ? 'others act in its name' : order === 1 ? 'it answers for more' : 'it answers for less'
  const who = reach === 0 ? NOBODY : reach === 1 ? { gains: [], loses: [id] } : { gains: [id], loses: [] }
  return [{ severity: 'major', means, who }]
}

/** A moment moved: deadlines that hang on it come later or earlier. */
export function deadlinesMoved(reach: Reach, { old, before, after }: Pair): Judgement['who'] {
  const hanging = [before, after].map((version) =>
    together(
      version.clauses.flatMap((clause) =>
        clause.kind === 'duty' && clause.fields.by?.anchor?.id === old.id ? [forceOfNamed(clause.id, version)] : [],
      ),
    ),
  )
  const force = together(hanging)
  return reach === 0 ? NOBODY : opposite(reach) === 1 ? force : flipped(force)
}
