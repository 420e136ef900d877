// The last head that each log signed, kept with the keys and apart from the log, moved by compare-and-swap.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  encodeBase64Url,
  formatCheckpoint,
  hexOf,
  parseCheckpoint,
  sameBytes,
  type Checkpoint,
} from '@trucekeeper/merkle'
import { createFile, privateFolder, readOrNull, removeFiles } from './files.ts'
import { nodeCrypto } from './node-crypto.ts'
import { given, refused, refusedByStorage, type KeyRefusal, type KeyRefusalCode, type KeyResult } from './result.ts'

export type SignedHead = Pick<Checkpoint, 'size' | 'root'>

export type HeadRefusalCode =
  | KeyRefusalCode
  | 'head-newer'
  | 'head-forked'
  | 'head-older'
  | 'head-unknown'
  | 'head-moved'
  | 'head-damaged'

export interface HeadRefusal extends KeyRefusal<HeadRefusalCode> {
  /** What is kept, where it is that which stands in the way. */
  readonly kept: SignedHead | null
}

export type HeadResult<T> = KeyResult<T, HeadRefusal>

export interface LastSignedHead {
  /** The last head of a log that was, or was about to be, signed; null before the first. */
  read(origin: string): Promise<HeadResult<SignedHead | null>>
  /**
   * To be called before signing `to`: keeps it, provided that `from` is what is kept still. One of two callers with the
   * same `from` gets through. Throws a RangeError where `to` does not follow on `from`.
   */
  advance(origin: string, from: SignedHead | null, to: SignedHead): Promise<HeadResult<SignedHead>>
}

/** In the key folder `dir`. */
export function lastSignedHead(dir: string): LastSignedHead {
  async function advance(origin: string, from: SignedHead | null, to: SignedHead): Promise<HeadResult<SignedHead>> {
    if (from !== null && (to.size < from.size || (to.size === from.size && !isSame(from, to))))
      throw new RangeError('a head follows on one that is smaller, or is the same')
    const last = await latest(dir, origin)
    if (!last.ok) return last
    const { head, version } = last.value
    const differs = difference(head, from)
    if (differs) return { ok: false, refusal: { ...differs.refusal, kept: head } }
    if (head !== null && isSame(head, to)) return given(head)
    // A link to a name of its own is all or nothing, and fails where another process has made it.
    const isFirst = await createFile(join(dir, fileName(origin, version + 1)), headText(origin, to))
    const versions = await versionsOf(dir, origin)
    // Somebody who came first may have gone on, and have cleared away the version that was just made again.
    if (!isFirst || versions.some((other) => other > version + 1)) {
      const { refusal } = refused(
        'head-moved',
        'another process has signed a head of this log meanwhile',
        'let one process alone write to a log, then read the log again',
      )
      return { ok: false, refusal: { ...refusal, kept: null } }
    }
    await removeFiles(
      dir,
      versions.filter((older) => older <= version).map((older) => fileName(origin, older)),
    )
    return given(to)
  }

  return {
    read: (origin) =>
      guarded(dir, async () => {
        const last = await latest(dir, origin)
        return last.ok ? given(last.value.head) : last
      }),
    advance: (origin, from, to) => guarded(dir, () => advance(origin, from, to)),
  }
}

async function guarded<T>(dir: string, work: () => Promise<HeadResult<T>>): Promise<HeadResult<T>> {
  try {
    const folder = await privateFolder(dir)
    return folder.ok ? await work() : { ok: false, refusal: { ...folder.refusal, kept: null } }
  } catch (error) {
    return { ok: false, refusal: { ...refusedByStorage(error, dir).refusal, kept: null } }
  }
}

function difference(
  kept: SignedHead | null,
  claimed: SignedHead | null,
): ReturnType<typeof refused<HeadRefusalCode>> | null {
  if (kept === null || claimed === null) {
    if (kept === claimed) return null
    return kept === null
      ? refused<HeadRefusalCode>(
          'head-unknown',
          `the key folder knows of no head, and the log has one of ${claimed!.size} entries`,
          'the key folder is not the one this log was written with, or was emptied: bring the right one back',
        )
      : newer(kept.size, 0n)
  }
  if (kept.size > claimed.size) return newer(kept.size, claimed.size)
  if (kept.size < claimed.size)
    return refused<HeadRefusalCode>(
      'head-older',
      `the last head signed here has ${kept.size} entries, and the log has one of ${claimed.size}`,
      'the key folder was put back from an older copy: bring back the newest one before signing anything',
    )
  if (sameBytes(kept.root, claimed.root)) return null
  return refused<HeadRefusalCode>(
    'head-forked',
    `the last head signed here and that of the log have both ${kept.size} entries and different contents`,
    'sign nothing: the log was changed, or is another than the one that was signed; compare it with its copies',
  )
}

function newer(kept: bigint, claimed: bigint): ReturnType<typeof refused<HeadRefusalCode>> {
  return refused<HeadRefusalCode>(
    'head-newer',
    `a head of ${kept} entries was signed, and the log shows one of ${claimed}`,
    'the log was put back from an older copy, or another one is being written: bring back what was signed',
  )
}

function isSame(one: SignedHead, other: SignedHead): boolean {
  return one.size === other.size && sameBytes(one.root, other.root)
}

interface Latest {
  readonly version: number
  readonly head: SignedHead | null
}

async function latest(dir: string, origin: string): Promise<HeadResult<Latest>> {
  // A version that was read can have been cleared away by a newer one before it is opened.
  for (;;) {
    const version = Math.max(0, ...(await versionsOf(dir, origin)))
    if (version === 0) return given({ version, head: null })
    const text = await readOrNull(join(dir, fileName(origin, version)))
    if (text === null) continue
    const head = headFrom(origin, text)
    if (head !== null) return given({ version, head })
    const { refusal } = refused(
      'head-damaged',
      `\`${join(dir, fileName(origin, version))}\` is not as it was written`,
      'bring the key folder back from its newest copy, and compare the log with what others have of it before signing',
    )
    return { ok: false, refusal: { ...refusal, kept: null } }
  }
}

async function versionsOf(dir: string, origin: string): Promise<number[]> {
  const prefix = fileName(origin, null)
  const names = (await readdir(dir)).filter((name) => name.startsWith(prefix))
  return names
    .map((name) => name.slice(prefix.length))
    .filter((tail) => /^[1-9]\d*$/.test(tail))
    .map(Number)
}

function fileName(origin: string, version: number | null): string {
  const hash = hexOf(nodeCrypto.hash(new TextEncoder().encode(origin))).slice(0, 20)
  return `head-${hash}.${version ?? ''}`
}

/** A head as in a note, and a digest of it that tells a flipped bit from another head. */
function headText(origin: string, { size, root }: SignedHead): string {
  const text = formatCheckpoint({ origin, size, root, extensions: [] })
  return `${text}${digestOf(text)}\n`
}

function headFrom(origin: string, text: string): SignedHead | null {
  const parsed = parseCheckpoint(text)
  if (!parsed.ok) return null
  const { size, root } = parsed.value
  return parsed.value.origin === origin && text === headText(origin, { size, root }) ? { size, root } : null
}

function digestOf(text: string): string {
  return `sha256:${encodeBase64Url(nodeCrypto.hash(new TextEncoder().encode(text)))}`
}
