// What the ledger says instead of doing what it was asked, as a value with a stable code.

export type LedgerRefusalCode =
  | 'no-ledger'
  | 'locked'
  | 'damaged'
  | 'head-moved'
  | 'head-older'
  | 'wrong-key'
  | 'keys-unusable'
  | 'key-refused'
  | 'author-unknown'
  | 'entry-not-sealed'
  | 'signature-fails'
  | 'writes-stopped'
  | 'sync-failed'
  | 'read-back-differs'
  | 'disk-full'
  | 'storage-failed'
  | 'entry-malformed'
  | 'entry-too-large'
  | 'withdraws-unknown'
  | 'rules-unknown'
  | 'releases-unknown'
  | 'minutes-unknown'
  | 'line-malformed'
  | 'folder-taken'
  | 'evidence-unknown'
  | 'evidence-damaged'
  | 'projection-ahead'
  | 'projection-differs'
  | 'projection-outdated'

export interface LedgerRefusal {
  readonly code: LedgerRefusalCode
  /** One lower-case sentence; what the user gave stands in backticks. */
  readonly message: string
  readonly help: string
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: LedgerRefusal }

export function given<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refused(code: LedgerRefusalCode, message: string, help: string): { ok: false; refusal: LedgerRefusal } {
  return { ok: false, refusal: { code, message, help } }
}

/** The refusal for an error of the file system: `disk-full` where space ran out, else `storage-failed`. */
export function refusedByStorage(error: unknown, doing: string): { ok: false; refusal: LedgerRefusal } {
  const code = systemCode(error)
  if (code === null) throw error
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return refused(
      'disk-full',
      `there is no space left for ${doing}`,
      'free some space and send it again: nothing of it was kept, and what was acknowledged before is safe',
    )
  return refused(
    'storage-failed',
    `${doing} failed with \`${code}\``,
    'see to the disk and to the rights on the ledger folder, then send it again',
  )
}

/** `ENOSPC` and the like; null for what is no error of the file system but a bug. */
function systemCode(error: unknown): string | null {
  const fromSystem = error instanceof Error && 'syscall' in error && 'code' in error
  return fromSystem && typeof error.code === 'string' ? error.code : null
}
