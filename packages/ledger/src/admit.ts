// What a batch of entries would add to the record: checked as a whole before a byte is written.
import { namedByMinute, PREFIXES, takeEntry, type Entry, type KeyRegister } from '@trucekeeper/claims'
import { keyChecks, withAuthor } from './author-keys.ts'
import { leafOfEntry, type SealedLeaf } from './leaves.ts'
import type { LogKeys } from './log-keys.ts'
import { given, refused, type LedgerRefusal, type Result } from './refusal.ts'
import { fieldAt } from './entry-form/index.ts'
import { heldId, heldOver, type Held } from './held.ts'
import type { Known } from './ids.ts'

/** The place of an entry in the record, by its body id. */
export interface Place {
  readonly index: number
  readonly id: string
}

interface Fresh extends SealedLeaf, Place {
  /** By which the record knows it: see `heldId`. */
  readonly key: string
  readonly heldBy: string | undefined
  readonly type: Entry['type']
  /** By what other entries could name it; none where it withholds nothing. */
  readonly secretNames: readonly string[]
}

export interface Admitted {
  /** The keys that count after these entries. */
  readonly register: KeyRegister
  readonly fresh: readonly Fresh[]
  readonly duplicates: readonly Place[]
}

export interface Withholding {
  /** Dotted names of fields that these entries withhold: `body.quote`. */
  readonly withhold: readonly string[]
  /** Ids of withheld entries: what names one withholds it too. */
  readonly withheldIds: ReadonlySet<string>
}

/** Gives the places that the entries have or will have; one that cannot be taken refuses them all. */
export function admit(
  offered: readonly Entry[],
  size: number,
  { author, verifier, verify }: LogKeys,
  registered: KeyRegister,
  { withhold, withheldIds }: Withholding,
  known: (key: string) => Known | undefined,
  holders: ReadonlySet<string>,
): Result<Admitted> {
  const fresh: Fresh[] = []
  const duplicates: Place[] = []
  const added = new Map<string, Known>()
  const checks = keyChecks(verifier.name, verify)
  const secret = new Set(withheldIds)
  const holding = new Set(holders)
  const held = heldOver((key) => known(key) ?? added.get(key), holding)
  let register = registered
  for (const [at, offer] of offered.entries()) {
    const checked = checkedEntry(offer)
    if (!checked.ok) return placed(checked.refusal, at)
    const entry = checked.value
    const { id } = entry.body
    const { held_by: heldBy } = entry
    if (heldBy !== undefined) holding.add(heldBy)
    const present = held.present(id, heldBy)
    if (present) {
      duplicates.push({ index: present.index, id })
      continue
    }
    const dangling = danglingReference(entry, (target) => held.any(target, heldBy), held)
    if (dangling) return placed(dangling, at)
    const index = size + fresh.length
    const signed = withAuthor(register, { entry, author: author.id, index }, checks)
    if (!signed.ok) return placed(signed.refusal, at)
    const alone = heldAlone(entry, held)
    const leaf = leafOfEntry(entry, {
      origin: verifier.name,
      author,
      withhold: namesIn(entry, withhold),
      withheldIds: alone.length > 0 ? new Set([...secret, ...alone]) : secret,
    })
    if (!leaf.ok) return placed(leaf.refusal, at)
    register = signed.value
    const key = heldId(id, heldBy)
    const names = leaf.value.sealed ? secretNames(entry) : []
    fresh.push({ ...leaf.value, index, id, key, heldBy, type: entry.type, secretNames: names })
    for (const name of fresh.at(-1)!.secretNames) secret.add(name)
    added.set(key, { index, type: entry.type })
  }
  return given({ fresh, duplicates, register })
}

/** Entries about keys withhold nothing, and of the others each withholds those of the fields that it has. */
function namesIn(entry: Entry, withhold: readonly string[]): string[] {
  if (entry.type === 'key') return []
  return withhold.filter((name) => fieldAt({ ...entry }, name) !== undefined)
}

/**
 * By what other entries could name an entry that withholds something. What is held gives none: where another's entry
 * withheld what names it, it would tell that somebody holds the same.
 */
export function secretNames(entry: Entry): string[] {
  if (entry.held_by !== undefined) return []
  return entry.type === 'document' ? [entry.body.id, entry.body.sha256] : [entry.body.id]
}

/** An entry in the form that the record takes. */
export function checkedEntry(offered: unknown): Result<Entry> {
  // RFC 8785 takes only what Unicode can encode: half a surrogate pair would have different bytes elsewhere.
  if (!isUnicode(offered))
    return refused(
      'entry-malformed',
      'the entry holds half of a surrogate pair, which is no character',
      'read the document again: it was cut in the middle of a character, or decoded wrongly',
    )
  const taken = takeEntry(offered)
  if (!taken.ok) {
    const [first] = taken.refusals
    return refused('entry-malformed', first!.message, first!.help)
  }
  const entry = taken.value
  // The same content under another prefix would be a second entry; a long one would not fit an index.
  if (!new RegExp(`^${PREFIXES[entry.type]}_[0-9a-f]{20}$`).test(entry.body.id))
    return refused(
      'entry-malformed',
      `\`${entry.body.id.slice(0, 40)}\` is no id of a ${entry.type}`,
      `an id is \`${PREFIXES[entry.type]}_\` and 20 hex digits made from the content`,
    )
  return given(entry)
}

function namesOf(entry: Entry): readonly string[] {
  if (entry.type === 'withdrawal') return [entry.body.withdraws]
  if (entry.type === 'ruling') return entry.body.claims
  if (entry.type !== 'minute') return []
  const { claims, minutes, acts } = namedByMinute(entry.body)
  return [...claims, ...minutes, ...acts]
}

/** What an entry for every desk speaks of, of which there is none for every desk: its leaf is not to name it. */
function heldAlone(entry: Entry, held: Held): string[] {
  return namesOf(entry).filter((id) => held.own(id, undefined) === undefined)
}

const WITHDRAWABLE: ReadonlySet<Entry['type'] | undefined> = new Set(['claim', 'act', 'ruling', 'minute'])

const NOT_RELEASED: ReadonlySet<Entry['type'] | undefined> = new Set(['release', 'key', undefined])

/** Why a withdrawal, a ruling, a minute or a release speaks of nothing; null for one that does not, and for every other entry. */
export function danglingReference(
  entry: Entry,
  known: (id: string) => Known | undefined,
  held: Pick<Held, 'own'>,
): LedgerRefusal | null {
  if (entry.type === 'withdrawal' && !WITHDRAWABLE.has(known(entry.body.withdraws)?.type))
    return refused(
      'withdraws-unknown',
      `\`${entry.body.withdraws}\` is no claim, act, ruling or minute entered before \`${entry.body.id}\``,
      'enter what is withdrawn first; documents and withdrawals cannot be withdrawn',
    ).refusal
  if (entry.type === 'release') {
    const strange = entry.body.releases.find((id) => NOT_RELEASED.has(held.own(id, entry.held_by)?.type))
    if (strange === undefined) return null
    return refused(
      'releases-unknown',
      `\`${strange}\` is nothing that \`${entry.held_by}\` holds`,
      'release what your desk holds, by its id; what is for every desk needs no release',
    ).refusal
  }
  if (entry.type === 'minute') {
    const { claims, minutes, acts } = namedByMinute(entry.body)
    const strange =
      claims.find((id) => known(id)?.type !== 'claim') ??
      minutes.find((id) => known(id)?.type !== 'minute') ??
      acts.find((id) => known(id)?.type !== 'act')
    if (strange === undefined) return null
    return refused(
      'minutes-unknown',
      `\`${strange}\` is nothing entered before \`${entry.body.id}\` that it could rest on`,
      'enter first the claims, acts, the undertaking or the request that it names, and name them by their ids',
    ).refusal
  }
  if (entry.type !== 'ruling') return null
  const unknown = entry.body.claims.find((id) => known(id)?.type !== 'claim')
  if (unknown === undefined) return null
  return refused(
    'rules-unknown',
    `\`${unknown}\` is no claim entered before \`${entry.body.id}\``,
    'enter the claims first, and name them by their ids',
  ).refusal
}

/** Looks no deeper than any entry goes; what is deeper is refused for its form. */
function isUnicode(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null || depth > 10) return true
  return Object.values(value).every((inner) => isUnicode(inner, depth + 1))
}

function placed({ code, message, help }: LedgerRefusal, at: number): { ok: false; refusal: LedgerRefusal } {
  return refused(code, `entry ${at + 1} of those offered: ${message}`, help)
}
