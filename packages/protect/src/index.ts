// Protected sites and humanitarian movements: who may ask, what is told, and the entries that say so.
export { Protection, type Reply, type ShownPoint, type TracedLine } from './protection.ts'
export { entriesInMemory, openEntries, type EntryStore } from './record/sealed-file.ts'
export { DESKS, type Desk, type Entry, type LonLat, type Person, type ProtectedKind } from './entries.ts'
export { CELL_LENGTH, periodOf, POLICY, type Period, type Policy } from './policy.ts'
export { ANSWERS, type Answer, type CellAnswer } from './answer.ts'
export { countsOfMovements, countsOfSites, toldOf, type Counts, type Told } from './regions.ts'
export type { Refusal, RefusalCode, Result } from './refusal.ts'
