// Why a leaf or a disclosure was not made, not read or not believed, as a value with a stable code.
import type { DisclosureRefusal } from '@trucekeeper/merkle'

export type FormRefusalCode =
  | 'leaf-malformed'
  | 'leaf-too-large'
  | 'agreement-malformed'
  | 'field-unknown'
  | 'field-reserved'
  | 'position-malformed'
  | DisclosureRefusal

export interface FormRefusal {
  readonly code: FormRefusalCode
  /** One lower-case sentence; what was given stands in backticks. */
  readonly message: string
  readonly help: string
}

export type Formed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: FormRefusal }

export function formed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function unformed(code: FormRefusalCode, message: string, help: string): { ok: false; refusal: FormRefusal } {
  return { ok: false, refusal: { code, message, help } }
}

/** Input in a message, cut where more of it would help nobody. */
export function shown(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}
