// Answers about protected objects: one fixed cell at a time, five or more together, and never more cells than a budget.
import { geohash, geohashAround, isGeohash } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'
import { HOUR_MS } from './believed.ts'
import type { LonLat } from './records.ts'

/** Length of the cells a desk may ask about. */
export const CELL_LENGTH = { public: 4, party: 5 } as const
export type CellDesk = keyof typeof CELL_LENGTH

export interface CellPolicy {
  /** Fewer objects than this are never told apart from none. */
  readonly k: number
  /** New cells an organisation may ask about within `per_h` hours, and ever. */
  readonly new_cells: number
  readonly per_h: number
  readonly cells_ever: number
  /** Objects are counted as they stood at the last multiple of this, so that a new one shows no sooner. */
  readonly epoch_h: number
}

export const CELL_POLICY: CellPolicy = { k: 5, new_cells: 8, per_h: 24, cells_ever: 64, epoch_h: 24 * 28 }

/** A protected object at the desk that owns it. Only those two organisations verified are counted. */
export interface ProtectedObject {
  readonly id: string
  readonly place: LonLat
  readonly knownSince: Instant
  readonly verifiedBy: readonly string[]
}

/** Who asks. Taken from who they are, never from what they ask. */
export interface Asker {
  readonly organisation: string
  readonly desk: CellDesk
  readonly revoked: boolean
}

/** One line of the ledger of asked cells; refusals are lines too. */
export interface Asked {
  readonly organisation: string
  readonly cell: string | null
  readonly at: Instant
  readonly refused: CellRefusal['code'] | null
}

export interface CellRefusal {
  readonly code: 'no-access' | 'not-a-cell' | 'budget-spent'
  readonly message: string
  readonly help: string
}

/** `holds`: at least `k` objects lie in the cell `in`, which holds the cell asked about. Null: nothing is told, not even none. */
export interface CellAnswer {
  readonly cell: string
  readonly in: string | null
  readonly at_least: number | null
  readonly note: string
}

export type CellReply = (
  | { readonly ok: true; readonly answer: CellAnswer }
  | { readonly ok: false; readonly refusal: CellRefusal }
) & {
  /** To be written to the ledger before the reply is handed out. */
  readonly entry: Asked
}

const SAY_NOTHING = 'too few are known to say anything; this is no word that there are none'

/**
 * Answers `{ cell }` and nothing else: no list, radius, shape, name or nearest. What is refused, and how, never depends on
 * the objects. An organisation that may see everything else may still not see this.
 */
export function askCell(
  asker: Asker,
  request: unknown,
  at: Instant,
  objects: readonly ProtectedObject[],
  ledger: readonly Asked[],
  policy: CellPolicy = CELL_POLICY,
): CellReply {
  const length = CELL_LENGTH[asker.desk]
  const cell = cellAsked(request, length)
  const refuse = (code: CellRefusal['code'], message: string, help: string): CellReply => ({
    ok: false,
    refusal: { code, message, help },
    entry: { organisation: asker.organisation, cell, at, refused: code },
  })
  if (asker.revoked) return refuse('no-access', 'access was taken back', 'ask the owner of the objects')
  if (cell === null)
    return refuse(
      'not-a-cell',
      'only one fixed cell can be asked about',
      `send \`cell\`, a geohash of ${length} characters, and nothing else`,
    )
  if (spent(asker.organisation, cell, at, ledger, policy))
    return refuse(
      'budget-spent',
      'the cells this organisation may ask about are used up',
      'ask again later, or about a cell asked before',
    )
  const { k, epoch_h } = policy
  const epoch = Math.floor(at / (epoch_h * HOUR_MS)) * epoch_h * HOUR_MS
  const counted = objects.filter(({ knownSince, verifiedBy }) => knownSince < epoch && new Set(verifiedBy).size >= 2)
  const within = holding(cell, counted, k)
  const answer = { cell, in: within, at_least: within === null ? null : k, note: within === null ? SAY_NOTHING : '' }
  return { ok: true, answer, entry: { organisation: asker.organisation, cell, at, refused: null } }
}

/** The smallest cell around the one asked about that holds k, never the whole earth. */
function holding(cell: string, objects: readonly ProtectedObject[], k: number): string | null {
  for (let around = cell; around !== ''; around = geohashAround(around))
    if (objects.filter(({ place }) => geohash(place, around.length) === around).length >= k) return around
  return null
}

function cellAsked(request: unknown, length: number): string | null {
  if (typeof request !== 'object' || request === null) return null
  const keys = Object.keys(request)
  if (keys.length !== 1 || keys[0] !== 'cell') return null
  const { cell } = request as { cell: unknown }
  return typeof cell === 'string' && isGeohash(cell, length) ? cell : null
}

/** A cell asked about before costs nothing within its epoch; in the next one its answer may be another, and it costs again. */
function spent(organisation: string, cell: string, at: Instant, ledger: readonly Asked[], policy: CellPolicy): boolean {
  const epoch_ms = policy.epoch_h * HOUR_MS
  const epoch = Math.floor(at / epoch_ms)
  const own = ledger.filter((asked) => asked.organisation === organisation && asked.refused === null)
  if (own.some((asked) => asked.cell === cell && Math.floor(asked.at / epoch_ms) === epoch)) return false
  const paid = new Map(
    own.map((asked) => [`${asked.cell} ${Math.floor(asked.at / epoch_ms)}`, asked] as const).toReversed(),
  )
  const recent = [...paid.values()].filter((asked) => at - asked.at < policy.per_h * HOUR_MS).length
  return recent >= policy.new_cells || paid.size >= policy.cells_ever
}
