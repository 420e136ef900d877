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

export const MALFORMED = refused(
  'malformed',
  'something needed for this is missing or is no such thing',
  '`truce protect COMMAND --help` shows what is needed',
)

export const LOOKS_LIKE = refused(
  'malformed',
  'this id or organisation looks like another that is let in',
  'give one that nobody takes for it: hyphens, 0 and o, 1 and l, rn and m, vv and w do not tell apart',
)

export const TOO_MANY = refused(
  'budget-spent',
  'this organisation asks to see as many points already as it may at once',
  'wait until the window of one of them has ended',
)

export const TOO_OFTEN = refused(
  'budget-spent',
  'this organisation asked as often as it may within a day',
  'ask again tomorrow; answers of one week do not change',
)

export const NOT_ASKED = refused(
  'not-a-question',
  'nothing like this can be asked',
  'only whole days and some fixed cells can be asked about',
)
