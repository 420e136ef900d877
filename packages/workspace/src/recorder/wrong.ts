// What is wrong with something offered, said of the request in which it came.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import type { Refusal } from '@trucekeeper/claims'
import type { LedgerRefusal, LedgerRefusalCode } from '@trucekeeper/ledger'
import type { Wrong, Written } from './shapes.ts'

type No = Extract<Written, { ok: false }>

export const refused = (...wrong: readonly Wrong[]): No => ({ ok: false, why: 'refused', wrong })

/** Of what a desk writes for all at once, and what it speaks of is its own alone. */
export const heldHere = (path: string, id: string): Wrong => ({
  code: 'held-by-desk',
  path,
  message: `only your desk sees \`${id}\``,
  help: 'release it first, or write this for your desk as well',
})

export const unknown = (path: string, message: string, help: string): No => ({
  ok: false,
  why: 'unknown',
  wrong: [{ code: 'unknown', path, message, help }],
})

export const KEY_REUSED: No = {
  ok: false,
  why: 'key-reused',
  wrong: [
    {
      code: 'key-reused',
      path: 'idempotency-key',
      message: 'this key came before, with something else',
      help: 'make up a new key for what is new; keep a key only to send the same again',
    },
  ],
}

/** Of the ledger's refusals, those that speak of what was offered; the others speak of the disk or of who writes. */
const OF_THE_OFFER: ReadonlySet<LedgerRefusalCode> = new Set([
  'entry-malformed',
  'entry-too-large',
  'withdraws-unknown',
  'rules-unknown',
  'releases-unknown',
  'author-unknown',
  'key-refused',
])

export function byLedger({ code, message, help }: LedgerRefusal): No {
  return { ok: false, why: OF_THE_OFFER.has(code) ? 'refused' : 'busy', wrong: [{ code, path: '', message, help }] }
}

/** Refusals of the door, whose paths begin with `claim`, said of one of several. */
export function byDoor(refusals: readonly Refusal[], path: string): Wrong[] {
  return refusals.map(({ code, path: inner, message, help }) => ({
    code,
    path: inner.replace(/^claim(?=\.|$)/, path),
    message,
    help,
  }))
}

export function byReader(diagnostics: readonly Diagnostic[]): Wrong[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, help }) => ({ code, path: 'document', message, help: help ?? '' }))
}

export const NOTHING_HELD: Wrong = {
  code: 'releases-unknown',
  path: 'releases',
  message: 'nothing is held where nobody signs in',
  help: 'everybody who opens this folder sees all of it',
}
