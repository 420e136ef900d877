// Matters: the claims of many documents on one question of fact, each kept, with who speaks for it and who against.
import { contentId, type Claim, type Kind } from '@trucekeeper/claims'
import type { Ruling } from '@trucekeeper/claims'
import type { TextDocument } from '../duplicates/groups.ts'
import { conflictsOf, polarityOf, sayingOf, type Conflict } from './conflicts.ts'
import { withRulings } from './rulings.ts'
import { groupsOf } from './grouping.ts'
import { relationOf, type JoinReason, type PartReason, type Relation } from './relation.ts'
import { isAboutAnAct, kindsMeet } from './questions.ts'
import { rootSources } from './sources.ts'
import { DAY_MS, tellingOf, type Telling } from './telling.ts'
import { voicesOf } from './voices.ts'

export interface Matter {
  /** `mat_` and 20 hex digits, of the claim published first. */
  readonly id: string
  /** The kind most of its claims are of. */
  readonly kind: Kind
  /** Ids of all its claims, sorted; each of them is in one of the four lists that follow. */
  readonly claims: readonly string[]
  /** Those that say it is so. */
  readonly for: readonly string[]
  /** Those that deny it, or say what cannot be true beside it. */
  readonly against: readonly string[]
  readonly cannotConfirm: readonly string[]
  /** Those that only wish, threaten, plan or make conditions, and so are no evidence. */
  readonly others: readonly string[]
  /** Root sources, by id, of those for and against. */
  readonly sources: readonly { readonly id: string; readonly claims: readonly string[] }[]
  readonly conflicts: readonly Conflict[]
  /** Claims by which one source says one thing again; each list counts once. */
  readonly restatements: readonly (readonly string[])[]
  /** For each claim beside the first, one that it was joined to, and on what grounds. */
  readonly joined: readonly { readonly claims: readonly [string, string]; readonly reasons: readonly JoinReason[] }[]
  /** What people ruled that made it what it is. */
  readonly rulings: readonly Ruling[]
}

/** Two claims on one question that were kept apart, and why. */
export interface KeptApart {
  readonly claims: readonly [string, string]
  readonly reasons: readonly PartReason[]
}

export interface Matters {
  /** The earliest published first; every claim is in exactly one. */
  readonly matters: readonly Matter[]
  /** For each two matters on one question that one reason alone kept apart, two claims that show it. */
  readonly keptApart: readonly KeptApart[]
}

export interface MatterOptions {
  /** The zone in which days are read. */
  readonly zone: string
  /** The texts, where they are at hand: copies are told by them. */
  readonly documents?: readonly TextDocument[]
  readonly rulings?: readonly Ruling[]
}

/** No question stays one over a longer silence. */
const LONGEST_GAP_DAYS = 10
const MOST_REMEMBERED = 1_000_000

/** Brings claims together into matters. The order in which they come is no matter; a claim given twice is one claim. */
export function mattersOf(claims: readonly Claim[], { zone, documents = [], rulings = [] }: MatterOptions): Matters {
  const sorted = [...new Map(claims.map((claim) => [claim.id, claim])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  const voices = voicesOf(sorted)
  const tellings = sorted.map((claim) => tellingOf(claim, voices, zone))
  const near = nearInTime(tellings)
  const known = new Map<number, Relation>()
  const relation = (a: number, b: number): Relation => {
    const key = Math.min(a, b) * tellings.length + Math.max(a, b)
    const found = known.get(key) ?? relationOf(tellings[a]!, tellings[b]!)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, found)
    return found
  }
  const grouped = groupsOf([...tellings.keys()], {
    joins: (a, b) => relation(a, b).answer === 'joins',
    parts: (a, b) => relation(a, b).answer === 'parts',
    near: (a) => near[a]!,
    says: (a) => tellings[a]!.says,
  })
  const place = new Map(sorted.map(({ id }, index) => [id, index]))
  const rootOf = new Map(
    rootSources(sorted, documents).flatMap(({ id, claims: own }) => own.map((claim) => [claim, id])),
  )
  const ruled = withRulings(
    grouped.map((group) => group.map((index) => sorted[index]!.id)),
    rulings,
  )
  const matters = ruled.map(({ claims: ids, rulings: own }) => {
    const members = ids.map((id) => place.get(id)!)
    return {
      ...matterOf(
        members.map((index) => tellings[index]!),
        rootOf,
      ),
      joined: joinsOf(members, sorted, relation),
      rulings: own,
    }
  })
  const firstOf = ({ claims: ids }: Matter) => ids.map((id) => sorted[place.get(id)!]!).toSorted(earliestFirst)[0]!
  return {
    matters: matters.toSorted((a, b) => earliestFirst(firstOf(a), firstOf(b))),
    keptApart: keptApart(matters, sorted, tellings, near, relation),
  }
}

type Relations = (a: number, b: number) => Relation

function matterOf(
  tellings: readonly Telling[],
  rootOf: ReadonlyMap<string, string>,
): Omit<Matter, 'joined' | 'rulings'> {
  const kind = commonest(tellings.map(({ claim }) => claim.kind))
  const sign =
    tellings[0]!.question.says[kind] ?? tellings.find(({ claim }) => claim.kind === kind)!.question.says[kind] ?? 1
  const ids = (wanted: (one: Telling) => boolean) =>
    tellings
      .filter(wanted)
      .map(({ claim }) => claim.id)
      .toSorted()
  const isOpen = (one: Telling) => polarityOf(one) === 0
  const evidence = tellings.filter((one) => !isOpen(one))
  const bySource = Map.groupBy(evidence, ({ claim }) => rootOf.get(claim.id)!)
  const bySaying = Map.groupBy(tellings, (one) => `${one.voice === null ? one.claim.doc : ''} ${sayingOf(one)}`)
  return {
    id: contentId('mat', tellings.map(({ claim }) => claim).toSorted(earliestFirst)[0]!.id),
    kind,
    claims: ids(() => true),
    for: ids((one) => polarityOf(one) === sign),
    against: ids((one) => polarityOf(one) === -sign),
    cannotConfirm: ids((one) => isOpen(one) && one.stance !== null),
    others: ids((one) => isOpen(one) && one.stance === null),
    sources: [...bySource]
      .map(([id, own]) => ({ id, claims: own.map(({ claim }) => claim.id).toSorted() }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    conflicts: conflictsOf(tellings),
    restatements: [...bySaying.values()]
      .filter((own) => own.length > 1)
      .map((own) => own.map(({ claim }) => claim.id).toSorted())
      .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)),
  }
}

/** For every claim but the first, in the order of ids, the strongest ground on which it belongs to another. */
function joinsOf(members: readonly number[], sorted: readonly Claim[], relation: Relations): Matter['joined'] {
  return members.slice(1).flatMap((one) => {
    let best: { claims: readonly [string, string]; reasons: readonly JoinReason[] } | null = null
    for (const other of members) {
      if (other === one) continue
      const found = relation(one, other)
      if (found.answer === 'joins' && found.reasons.length > (best?.reasons.length ?? 0))
        best = { claims: [sorted[one]!.id, sorted[other]!.id], reasons: found.reasons }
    }
    return best === null ? [] : [best]
  })
}

function keptApart(
  matters: readonly Matter[],
  sorted: readonly Claim[],
  tellings: readonly Telling[],
  near: readonly (readonly number[])[],
  relation: Relations,
): KeptApart[] {
  const matterOfClaim = new Map(matters.flatMap(({ id, claims }) => claims.map((claim) => [claim, id])))
  const nearest = new Map<string, KeptApart>()
  for (const [a, others] of near.entries()) {
    for (const b of others) {
      if (b >= a || tellings[a]!.question !== tellings[b]!.question) continue
      const found = relation(a, b)
      const between = [a, b].map((one) => matterOfClaim.get(sorted[one]!.id)!).toSorted()
      if (found.answer !== 'parts' || found.reasons.length > 1 || between[0] === between[1]) continue
      const key = between.join()
      if (!nearest.has(key)) nearest.set(key, { claims: [sorted[b]!.id, sorted[a]!.id], reasons: found.reasons })
    }
  }
  return [...nearest.values()].toSorted((a, b) => (a.claims.join() < b.claims.join() ? -1 : 1))
}

/** For each claim those near enough in kind and time to be on one matter with it, or to have to be told from it. */
function nearInTime(tellings: readonly Telling[]): number[][] {
  const near = tellings.map((): number[] => [])
  const byStart = [...tellings.keys()].toSorted((a, b) => tellings[a]!.when.from - tellings[b]!.when.from)
  let open: number[] = []
  for (const one of byStart) {
    const { when, question, claim } = tellings[one]!
    open = open.filter((other) => tellings[other]!.when.to + LONGEST_GAP_DAYS * DAY_MS >= when.from)
    for (const other of open) {
      const earlier = tellings[other]!
      const gapDays = Math.max(question.gapDays, earlier.question.gapDays, 1)
      if (when.from - earlier.when.to > gapDays * DAY_MS || kindsMeet(claim.kind, earlier.claim.kind) === 'apart')
        continue
      near[one]!.push(other)
      near[other]!.push(one)
    }
    open.push(one)
  }
  return near
}

/** The kind most are of, rather the act than what is said of it; of equally common ones the first by name. */
function commonest(kinds: readonly Kind[]): Kind {
  const acts = kinds.filter((kind) => !isAboutAnAct(kind))
  const byKind = Map.groupBy(acts.length > 0 ? acts : kinds, (kind) => kind)
  return [...byKind].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))[0]![0]
}

function earliestFirst(a: Claim, b: Claim): number {
  return a.published < b.published ? -1 : a.published > b.published ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
