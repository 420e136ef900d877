// Why something was not given or done, as a value with a stable code: for keys, and for the witness above them.

export interface Refusal<Code extends string = string> {
  readonly code: Code
  /** One lower-case sentence; what came from outside stands in backticks, and never a secret. */
  readonly message: string
  readonly help: string
}

export type Result<T, R = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

export type KeyRefusalCode =
  | 'secret-missing'
  | 'secret-malformed'
  | 'secret-wrong'
  | 'keys-exposed'
  | 'key-malformed'
  | 'key-exists'
  | 'name-malformed'
  | 'sealed-damaged'
  | 'storage-failed'

export type KeyRefusal = Refusal<KeyRefusalCode>
export type KeyResult<T> = Result<T, KeyRefusal>

export function given<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused<Code extends string>(
  code: Code,
  message: string,
  help: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, message, help } }
}

/** The refusal for an error of the file system; anything else is a bug and goes on. */
export function refusedByStorage(
  error: unknown,
  path: string,
): { readonly ok: false; readonly refusal: Refusal<'storage-failed'> } {
  return refused(
    'storage-failed',
    `\`${path}\` failed with \`${systemCode(error)}\``,
    'see to the disk and to the rights on the folder; where the failure came while writing, start the program again',
  )
}

/** `ENOENT` and the like; throws on what is no error of the file system but a bug. */
export function systemCode(error: unknown): string {
  const fromSystem = error instanceof Error && 'syscall' in error && 'code' in error
  if (fromSystem && typeof error.code === 'string') return error.code
  throw error
}
