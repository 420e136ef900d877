// An area: what it is called, where it lies, and how well aid gets to it by one source's word.
import type { Position } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'
import type { Cells } from '../cells.ts'
import { AREA_ACCESS, type AreaAccess } from '@trucekeeper/codes'
import type { Said } from '../said.ts'

export interface AreaRow extends Said {
  readonly areaId: string
  readonly areaName: string | null
  /** Means something only within one edition of the boundary set. */
  readonly pcode: string | null
  readonly codVersion: string | null
  readonly point: Position | null
  readonly accessStatus: AreaAccess | null
  readonly population: number | null
  readonly asOf: Instant | null
}

export const AREA_COLUMNS = {
  needed: ['area_id'],
  optional: ['name', 'pcode', 'cod_version', 'lat', 'lon', 'access_status', 'population', 'as_of'],
} as const

export function areaOf(cells: Cells): AreaRow {
  return {
    ...cells.said(),
    areaId: cells.text('area_id'),
    areaName: cells.maybe('name'),
    pcode: cells.maybe('pcode'),
    codVersion: cells.maybe('cod_version'),
    point: cells.point(),
    accessStatus: cells.maybeCode('access_status', AREA_ACCESS),
    population: cells.maybeNumber('population'),
    asOf: cells.maybeInstant('as_of'),
  }
}
