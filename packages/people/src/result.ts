// What an expected failure looks like: a code, a sentence, what to do.

export type RefusalCode =
  | 'absent'
  | 'not-accepted'
  | 'not-allowed'
  | 'not-fresh'
  | 'last-passkey'
  | 'last-administrator'
  | 'name'
  | 'both-sides'
  | 'approved-already'
  | 'own-request'
  | 'changed-since'
  | 'spent'
  | 'too-few-approvals'
  | 'version'

export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly help: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const given = <T>(value: T): Result<T> => ({ ok: true, value })

export function refused(code: RefusalCode, message: string, help: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, message, help } }
}

/** One refusal for what is not there and for what is not theirs, so that nobody learns which it was. */
export const absent = refused('absent', 'there is nothing here under that name', 'see what there is with the list')

/** One refusal for every passkey or invitation that does not hold, so that nobody learns what was wrong with it. */
export const notAccepted = refused(
  'not-accepted',
  'this was not accepted',
  'begin again; an invitation opens once only',
)
