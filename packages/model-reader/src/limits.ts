// How much is asked of an endpoint, and how much it may answer, before the reader gives up on it.

export interface ModelLimits {
  /** UTF-16 units of a document; a longer one is not sent. */
  readonly document_units: number
  /** Bytes of a reply, after decompression. */
  readonly reply_bytes: number
  /** From a request to the last byte of its reply. */
  readonly reply_ms: number
  /** Proposals looked at in one reply. */
  readonly claims: number
  /** Requests for one document, the first included. */
  readonly tries: number
  /** Before the second request; doubled before each further one. */
  readonly pause_ms: number
  /** The longest pause, whatever the endpoint asks for. */
  readonly longest_pause_ms: number
}

export const DEFAULT_LIMITS: ModelLimits = {
  document_units: 200_000,
  reply_bytes: 2_000_000,
  reply_ms: 120_000,
  claims: 400,
  tries: 4,
  pause_ms: 1_000,
  longest_pause_ms: 30_000,
}
