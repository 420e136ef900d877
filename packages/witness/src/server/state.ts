// What a witness remembers: the last head it cosigned for each log, on disk before anybody gets to see the cosignature.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { VerifierKey } from '@trucekeeper/merkle'
import { originHash } from '../origin-hash.ts'
import { given, refused, systemCode, type Refusal, type Result } from '@trucekeeper/keys'
import { formatCosignedHead, parseCosignedHead, type CosignedHead } from './cosigned-head.ts'
import { nodeStorage, type Storage } from './storage.ts'

/** `storage-failed`: nothing was kept, and asking again may work. `stopped`: what is on disk is not known any more. */
export type StateRefusal = Refusal<'state-damaged' | 'storage-failed' | 'stopped'>

/** The head to cosign, or the very head that was given where nothing changes; or why there is none. */
export type Decide<R> = (last: CosignedHead | null) => Result<CosignedHead, R>

export interface WitnessState {
  /** The last head cosigned for the log whose origin has this hash (see `originHash`). */
  headOf(hash: string): CosignedHead | null
  /**
   * Lets `decide` choose what follows on the last head of a log, and keeps it: whoever gets it back may give it away.
   * Decisions for one log come one after the other. Where another process on the same folder was faster, `decide` is
   * asked again with what that one kept.
   */
  advance<R>(origin: string, decide: Decide<R>): Promise<Result<CosignedHead, R | StateRefusal>>
}

interface Version {
  readonly version: number
  readonly head: CosignedHead
}

/**
 * Opens the memory of the witness with `key` in `folder`, which exists. A head that is not as it was written refuses all
 * of it: a witness that forgets would cosign a second history.
 */
export async function openState(
  folder: string,
  key: VerifierKey,
  storage: Storage = nodeStorage,
): Promise<Result<WitnessState, StateRefusal>> {
  const heads = join(folder, 'heads')
  const known = new Map<string, Version>()
  const turns = new Map<string, Promise<unknown>>()
  let isStopped = false

  async function versionsOf(hash: string): Promise<readonly number[]> {
    const prefix = `${hash}.`
    const tails = (await storage.list(heads)).flatMap((name) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    )
    return tails.filter((tail) => /^[1-9]\d*$/.test(tail)).map(Number)
  }

  async function load(hash: string): Promise<Result<Version, StateRefusal>> {
    // A version that was listed can have been cleared away by a newer one before it is read.
    for (;;) {
      const version = Math.max(...(await versionsOf(hash)))
      const path = join(heads, `${hash}.${version}`)
      const bytes = await storage.read(path)
      if (bytes === null) continue
      const head = parseCosignedHead(bytes, key)
      if (head !== null && originHash(head.origin) === hash) return given({ version, head })
      return refused(
        'state-damaged',
        `\`${path}\` is not as this witness wrote it`,
        'bring back the file as it last was; where that is lost, begin a witness with another key, for this one would forget',
      )
    }
  }

  /** False when another process has gone on from the same version. */
  async function keep(hash: string, { version, head }: Version): Promise<Result<boolean, StateRefusal>> {
    const path = join(heads, `${hash}.${version}`)
    const passing = `${path}.${randomBytes(6).toString('hex')}.new`
    try {
      await storage.writeSynced(passing, formatCosignedHead(head))
    } catch (error) {
      const code = systemCode(error)
      await storage.remove(passing).catch(() => undefined)
      return refused('storage-failed', `a head could not be kept: \`${code}\``, 'see to the disk, then ask again')
    }
    try {
      const isFirst = await storage.link(passing, path)
      await storage.remove(passing)
      await storage.syncFolder(heads)
      const versions = await versionsOf(hash)
      // Who was faster may have gone on, and have cleared away the version that was just made again.
      const isNewest = versions.every((other) => other <= version)
      if (isFirst && !isNewest) await storage.remove(path)
      if (!isFirst || !isNewest) return given(false)
      for (const older of versions) if (older < version) await storage.remove(join(heads, `${hash}.${older}`))
      return given(true)
    } catch (error) {
      isStopped = true
      return stopped(systemCode(error))
    }
  }

  async function advance<R>(origin: string, decide: Decide<R>): Promise<Result<CosignedHead, R | StateRefusal>> {
    const hash = originHash(origin)
    for (;;) {
      if (isStopped) return stopped('an earlier failure')
      const last = known.get(hash)
      const decided = decide(last?.head ?? null)
      if (!decided.ok || decided.value === last?.head) return decided
      const next = { version: (last?.version ?? 0) + 1, head: decided.value }
      const kept = await keep(hash, next)
      if (!kept.ok) return kept
      const current = kept.value ? given(next) : await load(hash)
      if (!current.ok) return current
      known.set(hash, current.value)
      if (kept.value) return decided
    }
  }

  try {
    await storage.makeFolder(heads)
    await storage.syncFolder(folder)
    // What a process left that was ended while it kept a head is made durable, or is gone, before anything rests on it.
    await storage.syncFolder(heads)
    const hashes = new Set(
      (await storage.list(heads)).flatMap((name) => /^([0-9a-f]{64})\.[1-9]\d*$/.exec(name)?.[1] ?? []),
    )
    for (const hash of hashes) {
      const loaded = await load(hash)
      if (!loaded.ok) return loaded
      known.set(hash, loaded.value)
    }
  } catch (error) {
    const message = `\`${heads}\` could not be read: \`${systemCode(error)}\``
    return refused('storage-failed', message, 'see to the disk and to the rights on the folder')
  }

  return given({
    headOf: (hash) => known.get(hash)?.head ?? null,
    advance(origin, decide) {
      const turn = (turns.get(origin) ?? Promise.resolve()).then(() => advance(origin, decide))
      turns.set(
        origin,
        turn.catch(() => undefined),
      )
      return turn
    },
  })
}

function stopped(code: string) {
  const message = `this witness does not know what its disk holds after \`${code}\`, and cosigns nothing`
  return refused('stopped', message, 'see to the disk, then start the witness again')
}
