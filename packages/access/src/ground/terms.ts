// What an agreement asks on the ground: the depths of its duties where their words can be read, and of a table where not.
import { WEAPON_CLASSES } from '@trucekeeper/codes'
import type { Duration } from '@trucekeeper/time'
import type { Depth, Line, LineSide, Pair, PullBackTerms, WeaponClass } from './records.ts'
import type { GroundProblem } from './rows.ts'
import { weaponsNamed } from './weapon-words.ts'

/** A duty as the agreement has it, as far as the ground is concerned. */
export interface PullBackDuty {
  readonly id: string
  readonly debtors: readonly string[]
  readonly attest: readonly string[]
  readonly clears: readonly {
    readonly metres: number
    readonly side: LineSide
    readonly line: { readonly id: string }
    readonly of: string
  }[]
  readonly together: { readonly duty: string; readonly within: Duration } | null
  readonly source: { readonly sentence: string }
}

/** A row of `depths.csv`: what the language has no words for. */
export interface DepthRow {
  readonly row: number
  readonly party: string
  readonly side: LineSide
  readonly weapons: readonly WeaponClass[]
  readonly depth_m: number
  readonly reading: string
  readonly clause: string
  readonly source: string
  readonly quote: string
}

const TEXT = 'text'
const AGREEMENT = 'agreement'

/**
 * The terms of the duties that clear a depth. A depth whose words name no class of weapon, or make a condition, needs a
 * row of the table for its clause; rows may also give further readings of one that can be read.
 */
export function termsOf(
  duties: readonly PullBackDuty[],
  lines: readonly Line[],
  rows: readonly DepthRow[],
  file: string,
): { terms: PullBackTerms; problems: GroundProblem[] } {
  const clearing = duties.filter(({ clears }) => clears.length > 0)
  const problems: GroundProblem[] = []
  const depths = [
    ...clearing.flatMap((duty) => ownDepths(duty, rows, file, problems)),
    ...rows.flatMap((row) => rowDepth(row, clearing, file, problems) ?? []),
  ]
  for (const id of new Set(depths.map(({ line }) => line))) {
    if (lines.some((line) => line.id === id)) continue
    const message = `the line \`${id}\` has no shape`
    problems.push({ ...place(file, null, null), code: 'line-without-shape', message, help: 'give it a geometry' })
  }
  const attest = Object.fromEntries(clearing.map(({ id, attest: who }) => [id, who]))
  return { terms: { lines, depths, pairs: pairsOf(clearing), attest }, problems }
}

function ownDepths(duty: PullBackDuty, rows: readonly DepthRow[], file: string, problems: GroundProblem[]): Depth[] {
  const { id: clause, debtors, clears, source } = duty
  return clears.flatMap(({ metres, side, line, of }, at) => {
    const weapons = weaponsNamed(of)
    if (weapons === null) {
      if (rows.some((row) => row.clause === clause)) return []
      const message = `the words \`${of}\` of \`${clause}\` name no class of weapon that is known`
      const help = `give the depths of this clause in ${file}`
      problems.push({ ...place(file, null, null), code: 'unread-depth', message, help })
      return []
    }
    const id = `${clause}/${at + 1}`
    const words = { reading: TEXT, source: AGREEMENT, quote: source.sentence }
    return debtors.map((party) => ({ id, clause, party, line: line.id, side, depth_m: metres, weapons, of, ...words }))
  })
}

function rowDepth(
  { row, clause, party, side, depth_m, weapons, reading, source, quote }: DepthRow,
  clearing: readonly PullBackDuty[],
  file: string,
  problems: GroundProblem[],
): Depth | null {
  const duty = clearing.find(({ id }) => id === clause)
  const refuse = (column: string, message: string, help: string) => {
    problems.push({ ...place(file, row, column), code: 'unknown-id', message, help })
    return null
  }
  const known = clearing.map(({ id }) => `\`${id}\``).join(', ')
  if (!duty) return refuse('clause_id', `\`${clause}\` is no duty that clears a depth`, `there are: ${known || 'none'}`)
  if (!duty.debtors.includes(party))
    return refuse('party', `the duty \`${clause}\` does not bind \`${party}\``, `it binds ${duty.debtors.join(', ')}`)
  const words = { of: weapons.length === WEAPON_CLASSES.length ? 'all' : weapons.join(', '), reading, source, quote }
  return { id: `${clause}/row ${row}`, clause, party, line: duty.clears[0]!.line.id, side, depth_m, weapons, ...words }
}

function place(file: string, row: number | null, column: string | null) {
  return { file, row, column, cell: null }
}

/** Each two duties that name each other once, or of which one names the other. */
function pairsOf(duties: readonly PullBackDuty[]): Pair[] {
  const pairs: Pair[] = []
  for (const duty of duties) {
    const { together } = duty
    const other = together && duties.find(({ id }) => id === together.duty)
    if (!together || !other) continue
    if (pairs.some(({ a, b }) => a.clause === other.id && b.clause === duty.id)) continue
    for (const a of duty.debtors)
      for (const b of other.debtors)
        pairs.push({
          a: { clause: duty.id, party: a },
          b: { clause: other.id, party: b },
          tolerance_h: hoursOf(together.within),
        })
  }
  return pairs
}

const HOURS = { minute: 1 / 60, hour: 1, day: 24, week: 168 } as const

/** Two movements apart by a day of the calendar are held against 24 hours: no calendar day begins with a movement. */
function hoursOf({ count, unit }: Duration): number {
  return count * HOURS[unit]
}
