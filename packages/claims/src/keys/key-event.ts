// Takes an entry about a key into the register, or says why it does not hold.
import type { KeyEntry, KeyRegistration, KeyRotation } from './key-entry.ts'
import { lookAlike, looksOf } from './names.ts'
import { bytesOf, keyIdOfPublic, possessionMessage } from './possession.ts'
import { isKeeper, isSameHolder, keyStateAt, type KeyEvent, type KeyRegister, type RegisteredKey } from './register.ts'

/** What cannot be known here: the log's origin, and Ed25519 in the shapes of `@trucekeeper/merkle`. */
export interface KeyChecks {
  /** The origin of the log. */
  readonly agreement: string
  /** Strict Ed25519. */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
  /** Why a key must not be registered, as the end of a sentence; null where it may be. */
  readonly refusedKey: (publicKey: Uint8Array) => string | null
}

export type KeyEventRefusalCode =
  | 'not-the-first'
  | 'author-not-active'
  | 'not-allowed'
  | 'key-weak'
  | 'key-known'
  | 'key-unknown'
  | 'key-ended'
  | 'proof-wrong'
  | 'name-confusable'

export interface KeyEventRefusal {
  readonly code: KeyEventRefusalCode
  /** One lower-case sentence with what was given in backticks. */
  readonly message: string
  readonly help: string
}

export type KeyEventResult =
  | { readonly ok: true; readonly value: KeyRegister }
  | { readonly ok: false; readonly refusal: KeyEventRefusal }

/**
 * The register with one entry more. The entry has come through the door, and its author's signature holds; this checks what
 * it says against what was registered before it. Throws a RangeError for entries out of order.
 */
export function withKeyEvent(register: KeyRegister, event: KeyEvent, checks: KeyChecks): KeyEventResult {
  const { index, author, body } = event
  if (index <= register.upTo) throw new RangeError('entries about keys are taken in their order')
  if (register.first === null) return begun(register, event, checks)
  const signer = register.keys.get(author)
  const state = keyStateAt(register, author, index)
  // Whoever fears for a key can say so with the key itself: at worst a thief ends what was stolen.
  const mayEnd = state === 'doubtful' && isEnding(body) && body.key === author
  if (!signer || (state !== 'active' && !mayEnd))
    return refused(
      'author-not-active',
      `the key \`${author}\` is ${state} at ${index}, and cannot speak of keys`,
      'sign it with a key that is active',
    )
  switch (body.does) {
    case 'register':
      return registered(register, event, signer, body, checks)
    case 'rotate':
      return rotated(register, event, signer, body, checks)
    default:
      return ended(register, event, signer, body)
  }
}

type Ending = Extract<KeyEntry, { does: 'revoke' | 'compromised' }>

function isEnding(body: KeyEntry): body is Ending {
  return body.does === 'revoke' || body.does === 'compromised'
}

function begun(register: KeyRegister, { index, author, body }: KeyEvent, checks: KeyChecks): KeyEventResult {
  if (body.does !== 'register' || keyIdOfPublic(bytesOf(body.key)) !== author)
    return refused(
      'not-the-first',
      'the first key of a log registers itself, and no key did',
      'begin the log with a registration that is signed by the key it registers',
    )
  const fault = keyFault(register, body, checks)
  if (fault) return fault
  return given({ keys: new Map([[author, keyOf(body, { author, index })]]), first: author, upTo: index })
}

function registered(
  register: KeyRegister,
  { index, author }: KeyEvent,
  signer: RegisteredKey,
  body: KeyRegistration,
  checks: KeyChecks,
): KeyEventResult {
  const fault = keyFault(register, body, checks) ?? nameFault(register, body)
  if (fault) return fault
  // Whoever keeps the register brings in the others, and from then on has no say in who signs for them.
  const others = [...register.keys.values()].filter((key) => isSameHolder(key, body))
  const isHeld = others.some(({ id }) => keyStateAt(register, id, index) === 'active')
  if (!isSameHolder(signer, body) && (isHeld || !isKeeper(register, signer)))
    return refused(
      'not-allowed',
      `\`${author}\` cannot register a key for \`${body.organisation ?? body.person}\``,
      isHeld
        ? 'sign it with an active key of theirs: they alone add keys of their own'
        : 'sign it with a key of whoever began the log, who brings in the others',
    )
  return given(withKeys(register, index, [keyOf(body, { author, index })]))
}

function rotated(
  register: KeyRegister,
  { index, author }: KeyEvent,
  signer: RegisteredKey,
  body: KeyRotation,
  checks: KeyChecks,
): KeyEventResult {
  if (body.replaces !== author)
    return refused(
      'not-allowed',
      `\`${author}\` cannot replace \`${body.replaces}\``,
      'sign it with the key that is replaced; for a key that is lost, revoke it and register another',
    )
  const fault = keyFault(register, body, checks)
  if (fault) return fault
  const { person, device, organisation } = signer
  const next = keyOf({ ...body, person, device, organisation }, { author, index, replaces: author })
  return given(withKeys(register, index, [{ ...signer, countsUpTo: least(signer.countsUpTo, index) }, next]))
}

function ended(
  register: KeyRegister,
  { index, author }: KeyEvent,
  signer: RegisteredKey,
  body: Ending,
): KeyEventResult {
  const key = register.keys.get(body.key)
  if (!key)
    return refused('key-unknown', `\`${body.key}\` is no key of this log`, 'name a key by its id, as it was registered')
  if (!isSameHolder(signer, key) && !isKeeper(register, signer))
    return refused(
      'not-allowed',
      `\`${author}\` has no say about \`${body.key}\``,
      'sign it with that key, with another of the same organisation, or with one of whoever began the log',
    )
  if (body.does === 'compromised')
    return given(withKeys(register, index, [{ ...key, doubtfulFrom: least(key.doubtfulFrom, body.since_index) }]))
  // Nobody takes back what was accepted from them: before this entry it can become doubtful, no more.
  const countsUpTo = Math.max(index, body.from_index - 1)
  if (key.countsUpTo !== null && key.countsUpTo <= countsUpTo)
    return refused(
      'key-ended',
      `\`${body.key}\` counts no longer than up to ${key.countsUpTo} already`,
      'nothing need be done; what it signed before can be marked as `compromised`',
    )
  const doubtfulFrom = body.from_index <= index ? least(key.doubtfulFrom, body.from_index) : key.doubtfulFrom
  return given(withKeys(register, index, [{ ...key, countsUpTo, doubtfulFrom }]))
}

/** What is wrong with a new key itself; null where nothing is. */
function keyFault(
  register: KeyRegister,
  body: KeyRegistration | KeyRotation,
  checks: KeyChecks,
): KeyEventResult | null {
  const publicKey = bytesOf(body.key)
  const weakness = checks.refusedKey(publicKey)
  if (weakness !== null) return refused('key-weak', `the key \`${body.key}\` ${weakness}`, 'make another key')
  const id = keyIdOfPublic(publicKey)
  if (register.keys.has(id))
    return refused('key-known', `\`${id}\` was registered before`, 'make a new key: one that was revoked stays so')
  if (!checks.verify(publicKey, possessionMessage(checks.agreement, body), bytesOf(body.proof)))
    return refused(
      'proof-wrong',
      `the proof does not show that whoever registers \`${id}\` has it`,
      'have its holder sign this very registration, for this log, with the new key',
    )
  return null
}

/** The refusal of a name that looks like another's; null where none does. */
function nameFault(register: KeyRegister, { person, organisation }: KeyRegistration): KeyEventResult | null {
  const looks = looksFor(person, organisation)
  const clash = [...register.keys.values()].find((key) => {
    const isTheirs = isSameHolder(key, { person, organisation })
    return (
      (lookAlike(looks.person, key.looks.person) && !(key.person === person && key.organisation === organisation)) ||
      (lookAlike(looks.organisation, key.looks.organisation) && key.organisation !== organisation) ||
      (lookAlike(looks.person, key.looks.organisation) && !(key.organisation === person && isTheirs)) ||
      (lookAlike(looks.organisation, key.looks.person) && !(key.person === organisation && isTheirs))
    )
  })
  if (clash)
    return refused(
      'name-confusable',
      `\`${person}\`${organisation === null ? '' : ` of \`${organisation}\``} can be taken for \`${clash.person}\`${clash.organisation === null ? '' : ` of \`${clash.organisation}\``}`,
      'add what tells them apart: case, accents, spaces and letters of other alphabets do not',
    )
  return null
}

function looksFor(person: string, organisation: string | null): RegisteredKey['looks'] {
  return { person: looksOf(person), organisation: organisation === null ? [] : looksOf(organisation) }
}

function keyOf(
  body: Omit<KeyRegistration, 'does' | 'id' | 'proof'>,
  by: { readonly author: string; readonly index: number; readonly replaces?: string },
): RegisteredKey {
  const { key, person, device, organisation } = body
  const publicKey = bytesOf(key)
  return {
    id: keyIdOfPublic(publicKey),
    publicKey,
    person,
    device,
    organisation,
    registeredBy: by.author,
    registeredAt: by.index,
    replaces: by.replaces ?? null,
    countsUpTo: null,
    doubtfulFrom: null,
    looks: looksFor(person, organisation),
  }
}

function withKeys(register: KeyRegister, upTo: number, changed: readonly RegisteredKey[]): KeyRegister {
  return { ...register, upTo, keys: new Map([...register.keys, ...changed.map((key) => [key.id, key] as const)]) }
}

function least(one: number | null, other: number): number {
  return one === null ? other : Math.min(one, other)
}

function given(value: KeyRegister): KeyEventResult {
  return { ok: true, value }
}

function refused(code: KeyEventRefusalCode, message: string, help: string): KeyEventResult & { ok: false } {
  return { ok: false, refusal: { code, message, help } }
}
