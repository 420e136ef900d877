// Seal numbers that one source puts on two vehicles, and seals that mend themselves.
import type { AccessRecords } from '../records/index.ts'
import { inOrder, uncorrected } from '../said.ts'
import { quoted } from '../sheet.ts'
import type { Flag } from './flag.ts'

export function flagSeals({ seals }: AccessRecords, flag: Flag): void {
  const bySeal = Map.groupBy(uncorrected(seals), ({ source, sealNo }) => JSON.stringify([source, sealNo]))
  for (const rows of bySeal.values()) {
    const [first, ...more] = inOrder(rows)
    for (const row of more) {
      const twice = row.vehicleId !== first!.vehicleId || row.consignmentId !== first!.consignmentId
      if (!twice && row.check !== 'applied') continue
      const where = twice
        ? `vehicle ${quoted(first!.vehicleId)} of ${quoted(first!.consignmentId)}`
        : 'the same vehicle'
      const message = `the seal ${quoted(row.sealNo)} is on ${where} already, in row ${first!.row}`
      const help = 'a seal number is used once: correct the number, or the vehicle'
      flag(row, 'seal_no', { code: 'seal-twice', message, help })
    }
    let broken: (typeof rows)[number] | null = null
    for (const row of inOrder(rows)) {
      if (broken !== null && row.check === 'intact') {
        const message = `the seal ${quoted(row.sealNo)} is intact again after it was ${broken.check} in row ${broken.row}`
        const help = 'say `replaced` with the new number in `new_no`, and check that number from then on'
        flag(row, 'check', { code: 'seal-healed', message, help })
      }
      if (row.check !== 'applied' && row.check !== 'intact') broken ??= row
    }
  }
  flagNewNumbers({ seals }, flag)
}

/** A number put on in place of another is used once as well. */
function flagNewNumbers({ seals }: Pick<AccessRecords, 'seals'>, flag: Flag): void {
  const first = new Map<string, (typeof seals)[number]>()
  const rows = uncorrected(seals).filter(({ check, newNo }) => check === 'applied' || newNo !== null)
  for (const row of inOrder(rows)) {
    const number = row.check === 'applied' ? row.sealNo : row.newNo!
    const key = JSON.stringify([row.source, number])
    const before = first.get(key)
    const replacing = row.check === 'replaced' || before?.check === 'replaced'
    if (before && replacing) {
      const message = `the seal ${quoted(number)} was put on vehicle ${quoted(before.vehicleId)} in row ${before.row}`
      const help = 'a seal number is used once: correct the number, or the vehicle'
      flag(row, row.check === 'applied' ? 'seal_no' : 'new_no', { code: 'seal-twice', message, help })
    }
    first.set(key, before ?? row)
  }
}
