// The one writer of a record: what it acknowledges is on disk, read back and proved.
import type { Entry, KeyRegister } from '@trucekeeper/claims'
import { admit, secretNames, type Admitted, type Place } from './admit.ts'
import { keyChecks, registerAt } from './author-keys.ts'
import { commit, type Acknowledged } from './commit.ts'
import { openSealedStore, readSealed, type SealedStore } from './entry-form/sealed/index.ts'
import { keepEvidence, type Evidence } from './evidence.ts'
import type { IdIndex, Known } from './ids.ts'
import { idsUpTo, keepIds } from './known-ids.ts'
import { bundleOf, layoutOf, type Layout } from './layout.ts'
import { entryOpener } from './leaves.ts'
import { logKeys, type LogKeys, type SigningKeys } from './log-keys.ts'
import { takeLocks, thisProcess, type Lock, type Owner } from './lock.ts'
import { nodeStorage } from './node-storage.ts'
import { readerOver, type LedgerReader } from './reader.ts'
import { recover, type Notice } from './recover.ts'
import { given, refused, refusedByStorage, type LedgerRefusal, type Result } from './refusal.ts'
import type { Storage } from './storage.ts'

export interface Appended {
  readonly appended: readonly Place[]
  /** Offered, but in the record already, with the place they have there. */
  readonly duplicates: readonly Place[]
}

export interface Ledger extends LedgerReader {
  /** What was noticed before, then what opening did: a new ledger, a lock taken over, an unacknowledged tail cut. */
  readonly notices: readonly Notice[]
  /**
   * Adds a batch, all of it or nothing, and answers only when it is safe on disk. An entry whose body id is in the
   * record is a duplicate and is not added: the first receipt stands. Batches that come in while another is being
   * written go to disk together.
   */
  append(entries: readonly Entry[], options?: AppendOptions): Promise<Result<Appended>>
  /** The disclosures of what an entry withholds; null where there are none, or no longer. */
  disclosures(index: number): Promise<readonly string[] | null>
  /** Destroys what an entry withholds, for good. Its leaf stays as it is, and its digests say nothing. */
  destroy(index: number, reason: string): Promise<Result<null>>
  readonly evidence: Evidence
  /** Waits for what is under way and gives the lock back. */
  close(): Promise<void>
}

export interface AppendOptions {
  /** Dotted names of fields that everybody but the holder of the keys is to see digests of: `body.quote`. */
  readonly withhold?: readonly string[]
}

export interface LedgerOptions {
  readonly keys: SigningKeys
  readonly storage?: Storage
  readonly owner?: Owner
  /** What was noticed before the ledger is opened, such as where the secret of its keys came from. */
  readonly notices?: readonly Notice[]
}

/** Opens a ledger for writing; begins one in a folder that is empty or not there yet (its parent must be). */
export async function openLedger(
  dir: string,
  { keys: signing, storage = nodeStorage(), owner = thisProcess, notices: before = [] }: LedgerOptions,
): Promise<Result<Ledger>> {
  const layout = layoutOf(dir)
  let lock: Result<Lock> | null = null
  try {
    await storage.makeFolder(layout.folder)
    await storage.syncFolder(layout.parent)
    await storage.makeFolder(layout.lastSignedFolder)
    // The second is one for all copies of the folder that are written with the same keys.
    lock = await takeLocks(storage, [layout.lock, layout.lastSignedLock], owner)
    if (!lock.ok) return lock
    const keys = logKeys(signing)
    const recovered = await recover(storage, layout, keys)
    if (!recovered.ok) {
      await lock.value.release()
      return recovered
    }
    const { takenFrom } = lock.value
    const takeover: Notice[] =
      takenFrom === null
        ? []
        : [{ code: 'lock-taken-over', message: `the lock of process ${takenFrom}, which is gone, was taken over` }]
    const { acknowledged, notices } = recovered.value
    const { sealer } = signing
    const kept = sealer ? await openSealedStore(layout.sealed, sealer, storage) : null
    if (kept && !kept.ok) {
      await lock.value.release()
      return refused('storage-failed', kept.refusal.message, kept.refusal.help)
    }
    const sealed = kept && kept.value
    const secrets = sealer ? await readSealed(layout.sealed, sealer, storage) : null
    const open = entryOpener(secrets)
    const ids = await idsUpTo(storage, layout, acknowledged.head.size, open)
    const reader = readerOver(storage, layout, keys.verifier, open, () => acknowledged.head)
    const { names: withheldIds, holders } = await withheldIn(reader, secrets?.indexes() ?? [])
    const register = await registerAt(reader, ids.placesOf('key'), keyChecks(keys.verifier.name, keys.verify))
    const parts = { storage, layout, keys, lock: lock.value, acknowledged, ids, register, sealed, withheldIds, holders }
    return given(writerOver(parts, [...before, ...takeover, ...notices]))
  } catch (error) {
    const refusal = refusedByStorage(error, 'opening the ledger')
    if (lock?.ok) await lock.value.release().catch(() => undefined)
    return refusal
  }
}

interface Waiting {
  readonly offered: readonly Entry[]
  readonly withhold: readonly string[]
  readonly answer: (result: Result<Appended>) => void
  readonly fail: (error: unknown) => void
}

interface Opened {
  readonly storage: Storage
  readonly layout: Layout
  readonly keys: LogKeys
  readonly lock: Lock
  readonly acknowledged: Acknowledged
  readonly ids: IdIndex
  readonly register: KeyRegister
  readonly sealed: SealedStore | null
  readonly withheldIds: Set<string>
  /** All who hold something. */
  readonly holders: Set<string>
}

function writerOver(opened: Opened, notices: readonly Notice[]): Ledger {
  const { storage, layout, keys, lock, ids, sealed, withheldIds, holders } = opened
  let { acknowledged, register } = opened
  let stopped: LedgerRefusal | null = null
  let waiting: Waiting[] = []
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  function stop({ message, help }: LedgerRefusal): void {
    stopped = refused('writes-stopped', `nothing more is written since ${message}`, `${help}; reading goes on`).refusal
  }

  async function answerWaiting(): Promise<void> {
    const round = waiting
    waiting = []
    try {
      const results = await appendTogether(round)
      for (const [at, { answer }] of round.entries()) answer(results[at]!)
    } catch (error) {
      for (const { fail } of round) fail(error)
    }
  }

  /** Each batch is taken or refused by itself; those taken are safe together or not at all. */
  async function appendTogether(batches: readonly Waiting[]): Promise<Result<Appended>[]> {
    if (stopped) return batches.map(() => ({ ok: false, refusal: stopped! }))
    const coming = new Map<string, Known>()
    const fresh: Admitted['fresh'][number][] = []
    let grown = register
    const secret = new Set(withheldIds)
    const holding = new Set(holders)
    const admitted = batches.map(({ offered, withhold }) => {
      if (sealed === null && (withhold.length > 0 || offered.some(isHeld))) return NO_SEALER
      const size = acknowledged.head.size + fresh.length
      const result = admit(
        offered,
        size,
        keys,
        grown,
        { withhold, withheldIds: secret },
        (key) => ids.find(key) ?? coming.get(key),
        holding,
      )
      if (!result.ok) return result
      grown = result.value.register
      for (const one of result.value.fresh) if (one.sealed) for (const name of one.secretNames) secret.add(name)
      fresh.push(...result.value.fresh)
      for (const { key, heldBy, index, type } of result.value.fresh) {
        coming.set(key, { index, type })
        if (heldBy !== undefined) holding.add(heldBy)
      }
      return result
    })
    const written = fresh.length > 0 ? await write(fresh) : given(null)
    if (written.ok) {
      register = grown
      for (const name of secret) withheldIds.add(name)
      for (const holder of holding) holders.add(holder)
    }
    return admitted.map((result) =>
      result.ok && written.ok ? given(appendedOf(result.value)) : refusalIn(result, written),
    )
  }

  async function write(fresh: Admitted['fresh']): Promise<Result<null>> {
    const secrets = fresh.flatMap(({ index, sealed: one }) => (one ? [{ index, sealed: one }] : []))
    const kept = secrets.length > 0 ? await sealed!.put(secrets) : null
    if (kept && !kept.ok) return refused('storage-failed', kept.refusal.message, kept.refusal.help)
    const committed = await commit(storage, layout, keys, acknowledged, fresh)
    if (!committed.ok) {
      if (committed.stops) stop(committed.refusal)
      return { ok: false, refusal: committed.refusal }
    }
    for (const { key } of fresh) ids.add(key)
    const full = [bundleOf(acknowledged.head.size), bundleOf(committed.acknowledged.head.size)] as const
    acknowledged = committed.acknowledged
    for (let number = full[0]; number < full[1]; number++) await keepIds(storage, layout, ids, number)
    return given(null)
  }

  async function put(bytes: Uint8Array): Promise<Result<string>> {
    if (stopped) return { ok: false, refusal: stopped }
    try {
      const kept = await keepEvidence(storage, layout, bytes)
      if (!kept.ok) stop(kept.refusal)
      return kept
    } catch (error) {
      const result = refusedByStorage(error, 'keeping the evidence')
      if (result.refusal.code !== 'disk-full') stop(result.refusal)
      return result
    }
  }

  const disclosures = async (index: number) => {
    const found = await sealed?.get(index)
    return found?.ok ? found.value : null
  }
  const reader = readerOver(storage, layout, keys.verifier, entryOpener({ get: disclosures }), () => acknowledged.head)
  return {
    ...reader,
    get size() {
      return acknowledged.head.size
    },
    get head() {
      return acknowledged.head
    },
    notices,
    disclosures,
    destroy: (index, reason) =>
      inTurn(async () => {
        if (sealed === null) return NO_SEALER
        const done = await sealed.destroy(index, reason)
        if (done.ok) return given(null)
        return refused('entry-not-sealed', done.refusal.message, done.refusal.help)
      }),
    append(offered, { withhold = [] } = {}) {
      return new Promise((answer, fail) => {
        waiting.push({ offered, withhold, answer, fail })
        if (waiting.length === 1) void inTurn(answerWaiting)
      })
    },
    evidence: { get: reader.evidence.get, put: (bytes) => inTurn(() => put(bytes)) },
    close: () =>
      inTurn(async () => {
        if (stopped === CLOSED) return
        stopped = CLOSED
        await storage.close()
        await lock.release()
      }),
  }
}

function appendedOf({ fresh, duplicates }: Admitted): Appended {
  return { appended: fresh.map(({ index, id }) => ({ index, id })), duplicates }
}

function refusalIn(...results: readonly Result<unknown>[]): { ok: false; refusal: LedgerRefusal } {
  const refusal = results.find((result) => !result.ok)
  if (!refusal) throw new TypeError('Looked for a refusal where there is none.')
  return refusal
}

const CLOSED = refused('writes-stopped', 'this ledger was closed', 'open it again').refusal

const NO_SEALER = refused(
  'keys-unusable',
  'there is no key at hand under which fields could be withheld',
  'open the ledger with its folder of keys',
)

const isHeld = ({ held_by }: Entry) => held_by !== undefined

/** By what others could name what is withheld, and who holds something. */
async function withheldIn(reader: LedgerReader, indexes: readonly number[]) {
  const [names, holders] = [new Set<string>(), new Set<string>()]
  const sealed = new Set(indexes)
  const from = indexes.reduce((least, index) => Math.min(least, index), Infinity)
  if (from >= reader.size) return { names, holders }
  for await (const { index, entry } of reader.entries(from)) {
    if (!sealed.has(index)) continue
    for (const name of secretNames(entry)) names.add(name)
    if (entry.held_by !== undefined) holders.add(entry.held_by)
  }
  return { names, holders }
}
