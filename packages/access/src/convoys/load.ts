// List against load against receipt: what was to go, what was on the trucks, what came and in what state.
import { RECEIPT_CONDITIONS, type ReceiptCondition } from '@trucekeeper/codes'
import type { ItemRow, ReceiptRow } from '../records/index.ts'
import { range, toldSums, type Told } from '../told.ts'

/** How two amounts compare, on what everybody says of both. */
export type Comparison = 'as_said' | 'less' | 'more' | 'contested' | 'unknown'

export interface ItemLine {
  readonly item: string
  readonly unit: string
  readonly listed: Told<number>
  readonly loaded: Told<number>
  readonly received: Readonly<Record<ReceiptCondition, Told<number>>>
  /** Good or damaged: what came at all. */
  readonly arrived: Told<number>
  readonly distributed: Told<number>
  /** What those found with people who looked after the distribution. */
  readonly monitored: Told<number>
  readonly loadedOfListed: Comparison
  readonly arrivedOfLoaded: Comparison
}

export function itemLines(items: readonly ItemRow[], receipts: readonly ReceiptRow[]): ItemLine[] {
  const keyOf = ({ item, unit }: ItemRow | ReceiptRow) => JSON.stringify([item, unit])
  const itemsBy = Map.groupBy(items, keyOf)
  const receiptsBy = Map.groupBy(receipts, keyOf)
  return [...new Set([...itemsBy.keys(), ...receiptsBy.keys()])].toSorted().map((key) => {
    const [item, unit] = JSON.parse(key) as [string, string]
    return lineOf(item, unit, itemsBy.get(key) ?? [], receiptsBy.get(key) ?? [])
  })
}

function lineOf(item: string, unit: string, items: readonly ItemRow[], receipts: readonly ReceiptRow[]): ItemLine {
  const at = (stage: ItemRow['stage']) => toldSums(items, (row) => (row.stage === stage ? row.qty : null))
  const came = (conditions: readonly ReceiptCondition[], stage: ReceiptRow['stage'] = 'received') =>
    toldSums(receipts, (row) => (row.stage === stage && conditions.includes(row.condition) ? row.qty : null))
  const [listed, loaded, arrived] = [at('listed'), at('loaded'), came(['good', 'damaged'])]
  const received = Object.fromEntries(RECEIPT_CONDITIONS.map((condition) => [condition, came([condition])]))
  return {
    item,
    unit,
    listed,
    loaded,
    received: received as Record<ReceiptCondition, Told<number>>,
    arrived,
    distributed: came(RECEIPT_CONDITIONS, 'distributed'),
    monitored: came(RECEIPT_CONDITIONS, 'monitored'),
    loadedOfListed: compared(loaded, listed),
    arrivedOfLoaded: compared(arrived, loaded),
  }
}

function compared(one: Told<number>, other: Told<number>): Comparison {
  const [a, b] = [range(one), range(other)]
  if (a === null || b === null) return 'unknown'
  if (a.high < b.low) return 'less'
  if (a.low > b.high) return 'more'
  return a.low === a.high && b.low === b.high ? 'as_said' : 'contested'
}
