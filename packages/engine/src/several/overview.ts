// An agreement as it stands beside others: who, where, since when, whether it is in force, and what in it needs somebody.
import type { Actor, Agreement, Zone } from '@trucekeeper/agreement'
import { stripSize, type LineSide } from '@trucekeeper/geo'
import type { KnownRecord } from '../plan.ts'
import type { ClauseStatus, StandingState, Status, TermStatus } from '../status.ts'
import { numbersOf, type NumberTold } from './numbers.ts'

export interface ZoneOverview {
  readonly id: string
  readonly name: string
  /** By its length and its depth, for a strip along a line; metres on the WGS 84 ellipsoid and square metres. */
  readonly strip: {
    readonly length_m: number
    /** What the text says of its length; null where it says nothing. */
    readonly said_m: number | null
    readonly said_about: boolean
    readonly depth_m: number
    readonly side: LineSide
    readonly area_m2: number
    readonly tolerance_m: number
  } | null
}

export type Concern = 'breached' | 'contested' | 'overdue'

/** A clause that needs somebody, by the account that decides it. */
export interface Attention {
  readonly clause: string
  readonly title: string | null
  readonly heading: string
  readonly concern: Concern
  readonly reason: string
  readonly due: string | null
}

export interface AgreementOverview {
  readonly id: string
  readonly title: string
  /** From the folder on. */
  readonly file: string
  readonly hash: string
  readonly zone: string
  readonly made: string | null
  /** In the words of the text: how public it is, its stage, and who endorsed it. */
  readonly status: string | null
  readonly stage: string | null
  readonly endorsed: string | null
  /** Those whom a clause binds or empowers. */
  readonly parties: readonly Pick<Actor, 'id' | 'name' | 'role'>[]
  /** Groups that stand outside it. */
  readonly excluded: readonly Pick<Actor, 'id' | 'name' | 'role'>[]
  readonly zones: readonly ZoneOverview[]
  /** In force where any term is; else suspended, else dormant where any is; a text without terms as its clauses are. */
  readonly standing: StandingState
  readonly terms: readonly Pick<TermStatus, 'id' | 'title' | 'standing' | 'starts' | 'ends' | 'reason'>[]
  readonly numbers: readonly NumberTold[]
  /** What is breached first, then what is contested, then what is overdue. */
  readonly attention: readonly Attention[]
}

/** From its own status, at that instant, on the record that the status follows. */
export function overviewOf(
  agreement: Agreement,
  status: Pick<Status, 'clauses' | 'terms'>,
  record: Pick<KnownRecord, 'claims'>,
): AgreementOverview {
  const { id, title, file, hash, zone, made, actors } = agreement
  const named = (of: readonly Actor[]) => of.map((one) => ({ id: one.id, name: one.name, role: one.role }))
  return {
    id,
    title,
    file,
    hash,
    zone,
    made,
    status: agreement.status ?? null,
    stage: agreement.stage ?? null,
    endorsed: agreement.endorsed ?? null,
    parties: named(actors.filter(({ kind, role }) => kind !== 'body' && role !== 'excluded_group')),
    excluded: named(actors.filter(({ role }) => role === 'excluded_group')),
    zones: agreement.zones.map(zoneOverview),
    standing: standingOf(status),
    terms: status.terms.map((term) => ({
      id: term.id,
      title: term.title,
      standing: term.standing,
      starts: term.starts,
      ends: term.ends,
      reason: term.reason,
    })),
    numbers: numbersOf(agreement, record),
    attention: status.clauses
      .flatMap(attentionTo)
      .toSorted((a, b) => RANK.indexOf(a.concern) - RANK.indexOf(b.concern)),
  }
}

function zoneOverview({ id, name, ground, tolerance_m, length }: Zone): ZoneOverview {
  if (ground.kind === 'area') return { id, name, strip: null }
  const size = stripSize(ground.line, ground.side, ground.depth_m)
  return {
    id,
    name,
    strip: {
      length_m: Math.round(size.length_m),
      said_m: length?.metres ?? null,
      said_about: length?.about ?? false,
      depth_m: size.depth_m,
      side: ground.side,
      area_m2: Math.round(size.area_m2),
      tolerance_m,
    },
  }
}

const RANK: readonly Concern[] = ['breached', 'contested', 'overdue']
const STANDINGS: readonly StandingState[] = ['in_force', 'suspended', 'dormant', 'ended']

function standingOf({ clauses, terms }: Pick<Status, 'clauses' | 'terms'>): StandingState {
  const all = terms.length > 0 ? terms : clauses
  return STANDINGS.find((one) => all.some(({ standing }) => standing === one)) ?? 'dormant'
}

function attentionTo(clause: ClauseStatus): readonly Attention[] {
  const { id, title, heading, decided_by, verdicts, timing, due } = clause
  const own = verdicts[decided_by]
  if (!own) return []
  const concern =
    own.verdict === 'breached' || own.verdict === 'contested'
      ? own.verdict
      : timing === 'overdue' && own.verdict !== 'met'
        ? 'overdue'
        : null
  return concern ? [{ clause: id, title, heading, concern, reason: own.reason, due }] : []
}
