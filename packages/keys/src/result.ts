// Why a key, a secret or a head was not given, as a value with a stable code.

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

export interface KeyRefusal<Code extends string = KeyRefusalCode> {
  readonly code: Code
  /** One lower-case sentence; what the user gave stands in backticks, and never a secret. */
  readonly message: string
  readonly help: string
}

export type KeyResult<T, Refusal = KeyRefusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export function given<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused<Code extends string>(
  code: Code,
  message: string,
  help: string,
): { ok: false; refusal: KeyRefusal<Code> } {
  return { ok: false, refusal: { code, message, help } }
}

/** The refusal for an error of the file system; anything else is a bug and goes on. */
export function refusedByStorage(error: unknown, path: string): { ok: false; refusal: KeyRefusal<'storage-failed'> } {
  const code = systemCode(error)
  if (code === null) throw error
  return refused(
    'storage-failed',
    `\`${path}\` failed with \`${code}\``,
    'see to the disk and to the rights on the folder; where the failure came while writing, start the program again',
  )
}

/** `ENOENT` and the like; null for what is no error of the file system. */
export function systemCode(error: unknown): string | null {
  const fromSystem = error instanceof Error && 'syscall' in error && 'code' in error
  return fromSystem && typeof error.code === 'string' ? error.code : null
}
