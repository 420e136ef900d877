// What a row points to has to be there: areas, requests, consignments, vehicles, corrected rows; and nothing twice.
import type { AccessRecords } from '../records/index.ts'
import { targetOf, uncorrected, type Said } from '../said.ts'
import { quoted } from '../sheet.ts'
import type { Flag } from './flag.ts'

const MOST_LISTED = 8

export function flagReferences(records: AccessRecords, flag: Flag): void {
  const ids = {
    area: new Set(records.areas.map(({ areaId }) => areaId)),
    request: new Set(records.requests.map(({ requestId }) => requestId)),
    consignment: new Set(records.consignments.map(({ consignmentId }) => consignmentId)),
  }
  const known = (row: Said, column: string, what: keyof typeof ids, id: string | null) => {
    if (id === null || ids[what].has(id)) return
    const there = [...ids[what]].slice(0, MOST_LISTED).map(quoted)
    const message = `there is no ${what} ${quoted(id)}`
    const help = `${there.length > 0 ? `there are ${there.join(', ')}; ` : ''}correct the id, or add it to \`${what}s.csv\``
    flag(row, column, { code: 'unknown-id', message, help })
  }
  for (const row of records.requests) for (const area of row.areas) known(row, 'areas', 'area', area)
  for (const row of records.steps) {
    known(row, 'request_id', 'request', row.requestId)
    for (const area of row.areas) known(row, 'areas', 'area', area)
  }
  for (const row of records.consignments) {
    known(row, 'destination', 'area', row.destination)
    known(row, 'request_id', 'request', row.requestId)
  }
  for (const row of records.parity)
    for (const [column, area] of [['area_a', row.areaA] as const, ['area_b', row.areaB] as const])
      known(row, column, 'area', area)
  for (const row of [...records.events, ...records.receipts]) known(row, 'area_id', 'area', row.areaId)
  for (const rows of [records.items, records.vehicles, records.seals, records.events, records.receipts, records.tracks])
    for (const row of rows) known(row, 'consignment_id', 'consignment', row.consignmentId)
  flagVehicles(records, flag)
  flagTwice(records, flag)
  flagCorrections(records, flag)
}

function flagVehicles({ vehicles, items, seals, events, receipts, tracks }: AccessRecords, flag: Flag): void {
  const there = new Set(vehicles.map(({ consignmentId, vehicleId }) => `${consignmentId}\n${vehicleId}`))
  for (const row of [...items, ...seals, ...events, ...receipts, ...tracks]) {
    const { consignmentId, vehicleId } = row
    if (vehicleId === null || there.has(`${consignmentId}\n${vehicleId}`)) continue
    const message = `consignment ${quoted(consignmentId)} has no vehicle ${quoted(vehicleId)}`
    flag(row, 'vehicle_id', { code: 'unknown-id', message, help: 'correct the id, or add it to `vehicles.csv`' })
  }
}

/** One source tells of one thing once; what it says anew corrects what it said before. */
function flagTwice({ requests, consignments, vehicles, parity }: AccessRecords, flag: Flag): void {
  const once = <T extends Said>(rows: readonly T[], column: string, idOf: (row: T) => string) => {
    const first = new Map<string, T>()
    for (const row of uncorrected(rows)) {
      const key = JSON.stringify([row.source, idOf(row)])
      const before = first.get(key)
      if (!before) first.set(key, row)
      else {
        const message = `${quoted(row.source)} tells of ${quoted(idOf(row))} here and in row ${before.row}`
        const help =
          'leave one out, or put the name of the row that is no longer right into `corrects`, or into `withdraws` of a row that takes it back'
        flag(row, column, { code: 'id-twice', message, help })
      }
    }
  }
  once(requests, 'request_id', ({ requestId }) => requestId)
  once(consignments, 'consignment_id', ({ consignmentId }) => consignmentId)
  once(vehicles, 'vehicle_id', ({ consignmentId, vehicleId }) => `${consignmentId} ${vehicleId}`)
  once(parity, 'parity_group_id', ({ parityGroupId }) => parityGroupId)
}

function flagCorrections(records: AccessRecords, flag: Flag): void {
  const byName = new Map<string, Said>()
  const tables: (readonly Said[])[] = Object.values(records)
  for (const row of tables.flat()) {
    const before = byName.get(row.name)
    if (before) {
      const message = `the name ${quoted(row.name)} stands in row ${before.row} of \`${before.file}\` too`
      flag(row, 'entry_id', { code: 'id-twice', message, help: 'give each row a name of its own' })
    }
    byName.set(row.name, row)
  }
  for (const row of tables.flat()) {
    const name = targetOf(row)
    if (name === null) continue
    const old = byName.get(name)
    const fault = !old
      ? `there is no row ${quoted(name)}`
      : old.file !== row.file
        ? `the row ${quoted(name)} stands in another table, \`${old.file}\``
        : old.source !== row.source
          ? `the row ${quoted(name)} is the word of another source, ${quoted(old.source)}`
          : old === row || targetOf(old) === row.name || old.recordedAt > row.recordedAt
            ? `the row ${quoted(name)} does not come before this one`
            : old.withdraws !== null
              ? `the row ${quoted(name)} says nothing: it withdraws ${quoted(old.withdraws)}`
              : null
    if (fault === null) continue
    const help =
      'a source corrects or withdraws an earlier row of its own, in the same table; what it says again gets a row of its own'
    flag(row, row.corrects === null ? 'withdraws' : 'corrects', { code: 'correction', message: fault, help })
  }
}
