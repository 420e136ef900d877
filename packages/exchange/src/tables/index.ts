// The tables that files are read into and written from.
import type { Table } from '../table.ts'
import { AREAS, FIGURES, REQUESTS, STEPS } from './access.ts'
import { CONSIGNMENTS, EVENTS, ITEMS, PARITY, RECEIPTS, SEALS, TRACKS, VEHICLES } from './convoys.ts'
import { DEPTHS, POSITIONS, SITES, WAITS } from './ground.ts'
import { INCIDENTS } from './incidents.ts'

export const TABLES: readonly Table[] = [
  AREAS,
  REQUESTS,
  STEPS,
  CONSIGNMENTS,
  ITEMS,
  VEHICLES,
  SEALS,
  EVENTS,
  RECEIPTS,
  TRACKS,
  PARITY,
  FIGURES,
  POSITIONS,
  DEPTHS,
  WAITS,
  SITES,
  INCIDENTS,
]

export function tableNamed(name: string): Table | null {
  return TABLES.find((table) => table.name === name) ?? null
}
