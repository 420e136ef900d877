// Whether the depths that a duty asks for are kept, by where weapons were seen.
import type { DepthStatus, WordRef } from '@trucekeeper/access/ground'
import { and } from '../algebra.ts'
import type { Verdict } from '../status.ts'
import { inEveryReading, NO_GROUND, unknown, type TableAnswer } from './answer.ts'
import type { Row } from './row.ts'
import type { TableView } from './view.ts'

const VALUES: Readonly<Record<DepthStatus['finding'], Verdict>> = {
  kept: 'met',
  not_kept: 'breached',
  contested: 'contested',
  cannot_tell: 'unknown',
  not_observed: 'unknown',
}

/** `duties` are the clauses of one name: one, or the part of each who is bound. */
export function depthsAnswer(name: string, duties: readonly string[], view: TableView): TableAnswer {
  const ground = view.ground()
  if (ground === null) return NO_GROUND
  const depths = ground.depths.filter(({ depth }) => duties.includes(depth.clause))
  if (depths.length === 0) return unknown(`no depth is known that ${name} asks for`)
  const byBound = Map.groupBy(depths, ({ depth: { clause, party, line } }) => JSON.stringify([clause, party, line]))
  const value = and([...byBound.values()].map(valueOf))
  const deciding = depths.filter((one) => VALUES[one.finding] === value)
  const shown = deciding.length > 0 ? deciding : depths
  return {
    value,
    text: value === 'met' ? `every depth that ${name} asks for is kept` : shown.map(sentence).join('; '),
    rows: rowsOf(depths),
  }
}

/** All depths of a reading have to be kept; whether they are is open where it hangs on the reading. */
function valueOf(depths: readonly DepthStatus[]): Verdict {
  const readings = [...Map.groupBy(depths, ({ depth }) => depth.reading).values()]
  return inEveryReading(readings.map((one) => and(one.map(({ finding }) => VALUES[finding]))))
}

/** Which unit stood where is for the desk that owns the positions; a verdict is read by everybody. */
function sentence({ depth, finding }: DepthStatus): string {
  const { party, depth_m, side, line, of, reading } = depth
  const where = side === 'either' ? line : `${line}, ${side}`
  return `${party}, ${of}, ${depth_m} m from ${where} (${reading}): ${finding.replaceAll('_', ' ')}`
}

function rowsOf(depths: readonly DepthStatus[]): Row[] {
  const rows = new Map<string, Row>()
  const take = (stance: Row['stance'], words: readonly WordRef[]) => {
    for (const { id, source, doc, quote } of words)
      rows.set(`${stance} ${id}`, { name: id, stance, source, doc: doc ?? 'ground/positions.csv', quote })
  }
  for (const depth of depths) {
    take('for', depth.kept_by_word_of)
    take('against', depth.not_kept_by_word_of)
    take('cannot_confirm', depth.cannot_confirm)
  }
  return [...rows.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
