// The row of what one member told another: consecutive numbers, so that what was not handed on leaves a gap.
import type { Minute } from '@trucekeeper/claims'
import { refuserFor, type MinuteRefusal } from '../refusal.ts'

/** Something said by one member to another; `number` is null where whoever said it gave none. */
export interface Told {
  readonly id: string
  readonly of: string
  readonly to: string
  readonly number: number | null
}

export function toldIn(minutes: readonly Minute[]): readonly Told[] {
  return minutes.flatMap((minute): Told[] => {
    const { id } = minute
    if (minute.does === 'ask-information') return [{ id, of: minute.of, to: minute.to, number: minute.number ?? null }]
    if (minute.does !== 'share') return []
    return minute.to.map(({ member, number }) => ({ id, of: minute.of, to: member, number }))
  })
}

export function nextNumber(minutes: readonly Minute[], of: string, to: string): number {
  return Math.max(0, ...numbersOf(toldIn(minutes), of, to)) + 1
}

export function outOfTurn(
  before: readonly Minute[],
  of: string,
  to: string,
  number: number | undefined,
): readonly MinuteRefusal[] {
  const next = nextNumber(before, of, to)
  if (number === undefined || number === next) return []
  const refuse = refuserFor(null)
  return [
    refuse(
      'number-out-of-turn',
      `${number} is not the next number from \`${of}\` to \`${to}\``,
      `write ${next}, or enter first what came before`,
    ),
  ]
}

export interface ExchangeRow {
  readonly of: string
  readonly to: string
  /** The number of what the one tells the other next. */
  readonly next: number
  /** Numbers that are not here: something was told that whoever asks has not been handed. */
  readonly missing: readonly number[]
}

/** For each two members of whom one told the other something, in the order in which they began. */
export function rowsOf(minutes: readonly Minute[]): readonly ExchangeRow[] {
  const told = toldIn(minutes)
  const pairs = new Map(told.map(({ of, to }) => [JSON.stringify([of, to]), { of, to }]))
  return [...pairs.values()].map(({ of, to }) => {
    const there = new Set(numbersOf(told, of, to))
    const last = Math.max(0, ...there)
    const missing = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !there.has(number))
    return { of, to, next: last + 1, missing }
  })
}

function numbersOf(told: readonly Told[], of: string, to: string): readonly number[] {
  return told.flatMap((one) => (one.of === of && one.to === to && one.number !== null ? [one.number] : []))
}
