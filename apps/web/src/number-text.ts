// Numbers as the page writes them.
import { words } from './words.ts'

const number = new Intl.NumberFormat(words.locale)
const megabytes = new Intl.NumberFormat(words.locale, {
  style: 'unit',
  unit: 'megabyte',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const BYTES_OF_A_MEGABYTE = 1_000_000

/** `6,170`. */
export function numberText(value: number): string {
  return number.format(value)
}

/** `3.7 MB`. */
export function bytesText(bytes: number): string {
  return megabytes.format(bytes / BYTES_OF_A_MEGABYTE)
}
