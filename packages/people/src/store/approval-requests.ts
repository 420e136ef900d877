// Requests for approval as they are kept and as they are shown: what is asked, who has decided, how it stands.
import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import type { Actor, DeskId } from '../roles.ts'

/** Not a setting: what lowers it would itself need approving. */
export const NEEDED = 2
/** After a week a request is too old to be decided or used. */
export const LIVES_MS = 7 * 24 * 60 * 60_000

export const REQUEST_STATES = ['waiting', 'approved', 'refused', 'withdrawn', 'used', 'expired'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** What somebody decided. Other desks see for whom, never who. */
export interface ApprovalDecision {
  readonly desk: string
  readonly organisation: string
  readonly approves: boolean
  readonly reason: string
  readonly at: string
}

export interface ApprovalRequest {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly text: string
  readonly digest: string
  /** Whose it is. */
  readonly desk: string
  readonly organisation: string
  /** Whether the person who looks at it asked it themselves. */
  readonly mine: boolean
  /** Whether it waits for the person who looks at it. */
  readonly for_me: boolean
  readonly asked_desks: readonly string[]
  readonly state: RequestState
  readonly approvals: number
  readonly needed: number
  readonly decisions: readonly ApprovalDecision[]
  readonly created_at: string
  readonly expires_at: string
}

interface DecisionRow {
  readonly request_id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly desk_id: string
  readonly digest: string
  readonly approves: boolean
  readonly reason: string
  readonly given_at: Date
}

export interface RequestRow {
  readonly id: string
  readonly desk_id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly kind: string
  readonly subject: string
  readonly words: string
  readonly digest: string
  readonly asked_desks: readonly DeskId[]
  readonly created_at: Date
  readonly withdrawn_at: Date | null
  readonly spent_at: Date | null
  readonly decisions: readonly DecisionRow[]
}

const COLUMNS = sql`id, desk_id, person_id, organisation_id, organisation_name, kind, subject, words, digest, asked_desks,
  created_at, withdrawn_at, spent_at`
const DECISION_COLUMNS = sql`request_id, person_id, organisation_id, organisation_name, desk_id, digest, approves, reason,
  given_at`
const MOST = 200

/** The caller asks as somebody; what is neither theirs nor asked of them is not found. */
export async function requestIn(tx: Tx, id: string, lock?: 'for update'): Promise<RequestRow | null> {
  const { rows } = await sql<Omit<RequestRow, 'decisions'>>`
    select ${COLUMNS} from people.approval_requests where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  if (!rows[0]) return null
  const decisions = await sql<DecisionRow>`select ${DECISION_COLUMNS} from people.approvals
    where request_id = ${id} order by given_at, person_id`.execute(tx)
  return { ...rows[0], decisions: decisions.rows }
}

export async function requestsIn(tx: Tx): Promise<RequestRow[]> {
  const { rows } = await sql<Omit<RequestRow, 'decisions'>>`
    select ${COLUMNS} from people.approval_requests order by created_at desc, id limit ${MOST}`.execute(tx)
  const decisions = await sql<DecisionRow>`select ${DECISION_COLUMNS} from people.approvals
    where request_id = any (${rows.map(({ id }) => id)}) order by given_at, person_id`.execute(tx)
  const of = Map.groupBy(decisions.rows, ({ request_id }) => request_id)
  return rows.map((row) => ({ ...row, decisions: of.get(row.id) ?? [] }))
}

export function requestOf(row: RequestRow, actor: Actor, now: number): ApprovalRequest {
  const approvals = row.decisions.filter(({ approves, digest }) => approves && digest === row.digest).length
  const state = stateOf(row, approvals, now)
  const decided = row.decisions.some(({ organisation_id }) => organisation_id === actor.organisation)
  const ours = row.desk_id === actor.desk || row.organisation_id === actor.organisation
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    text: row.words,
    digest: row.digest,
    desk: row.desk_id,
    organisation: row.organisation_name,
    mine: row.person_id === actor.person,
    for_me: (state === 'waiting' || state === 'approved') && !ours && !decided,
    asked_desks: row.asked_desks,
    state,
    approvals,
    needed: NEEDED,
    decisions: row.decisions.map(({ desk_id, organisation_name, approves, reason, given_at }) => ({
      desk: desk_id,
      organisation: organisation_name,
      approves,
      reason,
      at: given_at.toISOString(),
    })),
    created_at: row.created_at.toISOString(),
    expires_at: new Date(row.created_at.getTime() + LIVES_MS).toISOString(),
  }
}

function stateOf({ spent_at, withdrawn_at, created_at, decisions }: RequestRow, approvals: number, now: number) {
  if (spent_at) return 'used'
  if (withdrawn_at) return 'withdrawn'
  if (decisions.some(({ approves }) => !approves)) return 'refused'
  if (now - created_at.getTime() > LIVES_MS) return 'expired'
  return approvals >= NEEDED ? 'approved' : 'waiting'
}
