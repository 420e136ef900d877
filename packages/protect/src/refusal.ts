// Why something was not answered or done; no refusal ever depends on where a site is, or whether there is one.

export type RefusalCode =
  | 'no-access'
  | 'not-a-question'
  | 'outside-period'
  | 'budget-spent'
  | 'malformed'
  | 'not-recorded'
  | 'record-damaged'
  | 'record-older'
  | 'keys-inside'
  | 'keys-refused'
  | 'locked'
  | 'not-there'

export interface Refusal {
  readonly code: RefusalCode
  /** One lower-case sentence that repeats nothing of what was asked. */
  readonly message: string
  readonly help: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function given<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused(
  code: RefusalCode,
  message: string,
  help: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, message, help } }
}

/** The same words whether there is no such thing, or it is none of theirs. */
export const NO_ACCESS = refused(
  'no-access',
  'there is nothing here for whoever asked',
  'ask the owner, or whoever runs the service',
)
