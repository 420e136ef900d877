// The one writer of a record: what it acknowledges is on disk, read back and proved.
import type { Entry, KeyRegister } from '@trucekeeper/claims'
import { admit, type Admitted, type Place } from './admit.ts'
import { keyChecks, registerAt } from './author-keys.ts'
import { commit, type Acknowledged } from './commit.ts'
import { keepEvidence, type Evidence } from './evidence.ts'
import type { IdIndex, Known } from './ids.ts'
import { idsUpTo, keepIds } from './known-ids.ts'
import { bundleOf, layoutOf, type Layout } from './layout.ts'
import { logKeys, type LogKeys, type SigningKeys } from './log-keys.ts'
import { takeLock, thisProcess, type Lock, type Owner } from './lock.ts'
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
  /** What opening did: a new ledger, a dead writer's lock taken over, an unacknowledged tail cut. */
  readonly notices: readonly Notice[]
  /**
   * Adds a batch, all of it or nothing, and answers only when it is safe on disk. An entry whose body id is in the
   * record is a duplicate and is not added: the first receipt stands. Batches that come in while another is being
   * written go to disk together.
   */
  append(entries: readonly Entry[]): Promise<Result<Appended>>
  readonly evidence: Evidence
  /** Waits for what is under way and gives the lock back. */
  close(): Promise<void>
}

export interface LedgerOptions {
  readonly keys: SigningKeys
  readonly storage?: Storage
  readonly owner?: Owner
}

/** Opens a ledger for writing; begins one in a folder that is empty or not there yet (its parent must be). */
export async function openLedger(
  dir: string,
  { keys: signing, storage = nodeStorage(), owner = thisProcess }: LedgerOptions,
): Promise<Result<Ledger>> {
  const layout = layoutOf(dir)
  let lock: Result<Lock> | null = null
  try {
    await storage.makeFolder(layout.folder)
    await storage.syncFolder(layout.parent)
    lock = await takeLock(storage, layout.lock, owner)
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
    const ids = await idsUpTo(storage, layout, acknowledged.head.size)
    const reader = readerOver(storage, layout, keys.verifier, () => acknowledged.head)
    const register = await registerAt(reader, ids.placesOf('key'), keyChecks(keys.verifier.name, keys.verify))
    const parts = { storage, layout, keys, lock: lock.value, acknowledged, ids, register }
    return given(writerOver(parts, [...takeover, ...notices]))
  } catch (error) {
    const refusal = refusedByStorage(error, 'opening the ledger')
    if (lock?.ok) await lock.value.release().catch(() => undefined)
    return refusal
  }
}

interface Waiting {
  readonly offered: readonly Entry[]
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
}

function writerOver(opened: Opened, notices: readonly Notice[]): Ledger {
  const { storage, layout, keys, lock, ids } = opened
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
      const results = await appendTogether(round.map(({ offered }) => offered))
      for (const [at, { answer }] of round.entries()) answer(results[at]!)
    } catch (error) {
      for (const { fail } of round) fail(error)
    }
  }

  /** Each batch is taken or refused by itself; those taken are safe together or not at all. */
  async function appendTogether(batches: readonly (readonly Entry[])[]): Promise<Result<Appended>[]> {
    if (stopped) return batches.map(() => ({ ok: false, refusal: stopped! }))
    const coming = new Map<string, Known>()
    const fresh: Admitted['fresh'][number][] = []
    let grown = register
    const admitted = batches.map((offered) => {
      const size = acknowledged.head.size + fresh.length
      const result = admit(offered, size, keys, grown, (id) => ids.find(id) ?? coming.get(id))
      if (!result.ok) return result
      grown = result.value.register
      fresh.push(...result.value.fresh)
      for (const { id, index, type } of result.value.fresh) coming.set(id, { index, type })
      return result
    })
    const written = fresh.length > 0 ? await write(fresh) : given(null)
    if (written.ok) register = grown
    return admitted.map((result) =>
      result.ok && written.ok ? given(appendedOf(result.value)) : refusalIn(result, written),
    )
  }

  async function write(fresh: Admitted['fresh']): Promise<Result<null>> {
    const committed = await commit(storage, layout, keys, acknowledged, fresh)
    if (!committed.ok) {
      if (committed.stops) stop(committed.refusal)
      return { ok: false, refusal: committed.refusal }
    }
    for (const { id } of fresh) ids.add(id)
    const full = [bundleOf(acknowledged.head.size), bundleOf(committed.acknowledged.head.size)] as const
    acknowledged = committed.acknowledged
    for (let number = full[0]; number < full[1]; number++) await keepIds(storage, layout, ids, number)
    return given(null)
  }

  async function put(bytes: Uint8Array): Promise<Result<string>> {
    if (stopped) return { ok: false, refusal: stopped }
    try {
      return given(await keepEvidence(storage, layout, bytes))
    } catch (error) {
      const result = refusedByStorage(error, 'keeping the evidence')
      if (result.refusal.code !== 'disk-full') stop(result.refusal)
      return result
    }
  }

  const reader = readerOver(storage, layout, keys.verifier, () => acknowledged.head)
  return {
    ...reader,
    get size() {
      return acknowledged.head.size
    },
    get head() {
      return acknowledged.head
    },
    notices,
    append(offered) {
      return new Promise((answer, fail) => {
        waiting.push({ offered, answer, fail })
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
