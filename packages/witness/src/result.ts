// Why something was not done, as a value with a stable code.

export interface Refusal<Code extends string = string> {
  readonly code: Code
  /** One lower-case sentence; what came from outside stands in backticks. */
  readonly message: string
  readonly help: string
}

export type Result<T, R = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

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

/** `ENOSPC` and the like; throws on what is no error of the system but a bug. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'syscall' in error && 'code' in error) return String(error.code)
  throw error
}
