// What is asked of the tables beside an agreement, in English: aid that got through, seals, and the depths kept.
import type { Condition, IndicatorName } from '../../condition.ts'
import type { Names } from '../names.ts'
import { compared } from './acts.ts'
import { clause } from './names.ts'
import { quoted } from './words.ts'

type OfTables = Extract<Condition, { readonly op: 'indicator' | 'parity' | 'sealed' | 'cleared' }>

const INDICATORS: Readonly<Record<IndicatorName, readonly [counted: string, one: string, many: string]>> = {
  rapid: ['the time of the slowest consignment from being loaded to arriving', 'hour', 'hours'],
  safe: ['the number of consignments attacked', 'consignment', 'consignments'],
  unhindered: ['the longest wait at one point', 'hour', 'hours'],
  sustained: ['the longest stretch in which an area that aid was asked for got none', 'day', 'days'],
}

/** Names in quotation marks are those of the tables. */
export function ofTables(value: OfTables, names: Names, isSo: boolean): string {
  const are = isSo ? 'are' : 'are not'
  switch (value.op) {
    case 'indicator': {
      const [counted, one, many] = INDICATORS[value.indicator]
      const { threshold } = value
      return `${counted} ${isSo ? 'is' : 'is not'} ${compared(threshold)} ${threshold.value === 1 ? one : many}`
    }
    case 'parity':
      return `the areas of the group ${quoted(value.group)} ${are} served alike`
    case 'sealed': {
      const whose = value.consignment === null ? 'all consignments' : `the consignment ${quoted(value.consignment)}`
      return `the seals of ${whose} ${are} all whole or resealed on record`
    }
    case 'cleared':
      return `the depths that ${clause(value.duty, names)} asks for ${are} all kept`
  }
}
