// What a strict parser gives: the value, or why there is none.

/** Input that was not taken. */
export interface Refused<Reason extends string = string> {
  readonly ok: false
  /** A stable word for programs. */
  readonly reason: Reason
  /** One lower-case sentence for people, with the input in backticks. */
  readonly message: string
  /** What to do about it. */
  readonly help: string
}

/** A value, or why there is none. Hostile input is an expected failure: nothing here is thrown. */
export type Parsed<T, Reason extends string = string> = { readonly ok: true; readonly value: T } | Refused<Reason>

export function parsed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused<Reason extends string>(reason: Reason, message: string, help: string): Refused<Reason> {
  return { ok: false, reason, message, help }
}

/** More of what was offered than this helps nobody to find it. */
const MOST_SHOWN = 60

/** Input as a message shows it: in backticks, cut short, with nothing in it that could steer a terminal. */
export function shown(input: string): string {
  const text = input.length > MOST_SHOWN ? `${input.slice(0, MOST_SHOWN)}…` : input
  return `\`${text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{fffd}')}\``
}
