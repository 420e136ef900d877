// Why withheld fields were not kept or not given back.
import { refusedByStorage } from '../../refusal.ts'

export type SealedRefusalCode =
  | 'sealed-unknown'
  | 'sealed-destroyed'
  | 'sealed-damaged'
  | 'writes-stopped'
  | 'disk-full'
  | 'storage-failed'

export interface SealedRefusal {
  readonly code: SealedRefusalCode
  /** One lower-case sentence; what was given stands in backticks. */
  readonly message: string
  readonly help: string
}

export type SealedResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: SealedRefusal }

export function given<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused(
  code: SealedRefusalCode,
  message: string,
  help: string,
): { readonly ok: false; readonly refusal: SealedRefusal } {
  return { ok: false, refusal: { code, message, help } }
}

/** The refusal for an error of the file system; anything else is a bug and goes on. */
export function refusedByDisk(error: unknown, doing: string): ReturnType<typeof refused> {
  const { code, message, help } = refusedByStorage(error, doing).refusal
  return refused(code === 'disk-full' ? 'disk-full' : 'storage-failed', message, help)
}
