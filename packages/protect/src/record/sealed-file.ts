// Entries on disk: sealed one by one and chained, each on the disk before anybody is told of it.
import { createHash } from 'node:crypto'
import { mkdir, open, stat, truncate } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { openKeyring, type Sealer, type Secret } from '@trucekeeper/keys'
import type { Entry } from '../entries.ts'
import { given, refused, type Refusal, type Result } from '../refusal.ts'
import { isFileOrNothing, replaced, textAt, whereIs } from './files.ts'
import { takeLock, type Lock } from './lock.ts'
import { Seen, type SeenIn } from './seen.ts'

/** Where entries go. `append` gives a refusal where an entry is not safely there. */
export interface EntryStore {
  readonly entries: readonly Entry[]
  /** How many this machine saw of it before, where it is a copy that is older and was accepted as such. */
  readonly seen?: number
  append(entry: Entry): Promise<Refusal | null>
  close(): Promise<void>
}

/** Each sealed entry fills whole blocks, so that its length tells little of what it is. */
const BLOCK = 512
const SPACE = 0x20
const FILE = 'entries'
const HEAD = 'protect-head'
const BEGINNING = '0'.repeat(64)

const DAMAGED = refused(
  'record-damaged',
  'the entries are not those that this service wrote last',
  'restore the folder and its keys from one copy; nothing is answered until then',
)

export interface Opening {
  /** How long to wait for another process that has it open; not at all where it is left out. */
  readonly patience_ms?: number
  /** Where this machine keeps what it saw last; without it a copy put back with its keys cannot be told. */
  readonly seenIn?: SeenIn
}

const OLDER = refused(
  'record-older',
  'this is a copy, and older than what this machine saw of it',
  'put the newer one back; where that is lost, `truce protect accept-copy` goes on from this one, at a price',
)

/** The store in `dir`, begun where there is none. Its keys lie in another folder, so that no copy of one has both. */
export async function openEntries(
  dir: string,
  keysDir: string,
  secret: Secret,
  opening: Opening = {},
): Promise<Result<EntryStore>> {
  try {
    return await opened(dir, keysDir, secret, opening)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return { ok: false, refusal: NOT_RECORDED }
    throw error
  }
}

async function opened(
  dir: string,
  keysDir: string,
  secret: Secret,
  { patience_ms = 0, seenIn }: Opening,
): Promise<Result<EntryStore>> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const between = relative(await whereIs(dir), await whereIs(keysDir))
  if (between === '' || !between.startsWith('..'))
    return refused('keys-inside', 'the keys lie in the folder that they seal', 'keep them in a folder of their own')
  const ring = await openKeyring(keysDir, secret)
  if (!ring.ok) return refused('keys-refused', ring.refusal.message, ring.refusal.help)
  const sealer = await ring.value.sealer('protected-sites')
  if (!sealer.ok) return refused('keys-refused', sealer.refusal.message, sealer.refusal.help)

  const path = join(dir, FILE)
  const locked = await takeLock(`${path}.lock`, patience_ms)
  if (!locked.ok) return locked
  const store = await storeAt(path, join(keysDir, HEAD), sealer.value, locked.value, seenIn).catch(
    async (error: unknown) => {
      await locked.value.release()
      throw error
    },
  )
  if (!store.ok) await locked.value.release()
  return store
}

async function storeAt(
  path: string,
  headPath: string,
  { seal, open: unseal }: Sealer,
  lock: Lock,
  seenIn: SeenIn | undefined,
): Promise<Result<EntryStore>> {
  const entries: Entry[] = []
  let chain = BEGINNING
  const context = () => new TextEncoder().encode(`${entries.length} ${chain}`)

  // What leads elsewhere would be written elsewhere.
  for (const one of [path, headPath]) if (!(await isFileOrNothing(one))) return DAMAGED
  const text = await textAt(path)
  // A line without an end was cut off while it was written, and nobody was told anything of it.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  let before = chain
  const seen = seenIn ? await Seen.of(seenIn, whole.split('\n')[0]!) : null
  for (const line of whole.split('\n').slice(0, -1)) {
    const plain = unseal(Buffer.from(line, 'base64url'), context())
    if (plain === null) return DAMAGED
    entries.push(JSON.parse(new TextDecoder().decode(plain)))
    before = chain
    chain = digest(line)
    if (seen?.isAnother(entries.length, chain)) return DAMAGED
  }
  // The head is kept apart: without it, entries cut off at the end would not be missed. One entry may be newer than it.
  const head = await textAt(headPath)
  const one = entries.length === 1 ? '' : headText(entries.length - 1, before)
  if (head !== (entries.length === 0 ? '' : headText(entries.length, chain)) && (entries.length === 0 || head !== one))
    return DAMAGED
  const isOlder = seen !== null && entries.length < seen.size
  if (isOlder && seenIn?.accepts !== true) return OLDER
  if (text.length > whole.length) await truncate(path, whole.length)

  const file = await open(path, 'a', 0o600)
  let stopped = false
  let isAccepted = false
  const { ino } = await file.stat()
  let size = Buffer.byteLength(whole)
  let headNow = head
  /** Whether the files are still those that this process wrote: not put back from a copy, nor written by another. */
  const isAsLeft = async () => {
    const [now, headThere, held] = [await stat(path), await textAt(headPath), await lock.isHeld()]
    return held && now.ino === ino && now.size === size && headThere === headNow
  }
  return given({
    entries,
    ...(isOlder && { seen: seen.size }),
    async append(entry) {
      const mayGoOn = entry.does === 'accept_copy' || !isOlder || isAccepted
      if (stopped || !mayGoOn) return NOT_RECORDED
      const text = new TextEncoder().encode(JSON.stringify(entry))
      const bytes = new Uint8Array(Math.ceil(text.length / BLOCK) * BLOCK).fill(SPACE)
      bytes.set(text)
      const line = Buffer.from(seal(bytes, context())).toString('base64url')
      try {
        if (!(await isAsLeft())) throw new Error('the files are no more those that were written')
        await file.appendFile(`${line}\n`)
        await file.sync()
        entries.push(entry)
        chain = digest(line)
        size += line.length + 1
        headNow = headText(entries.length, chain)
        await replaced(headPath, headNow)
        isAccepted ||= entry.does === 'accept_copy'
        await seen?.raise(line, entries.length, chain)
        return null
      } catch {
        // What is on the disk now is not known: nothing more is answered by this process.
        stopped = true
        return NOT_RECORDED
      }
    },
    async close() {
      stopped = true
      await file.close()
      await lock.release()
    },
  })
}

function headText(size: number, chain: string): string {
  return `${size} ${chain}\n`
}

const NOT_RECORDED: Refusal = {
  code: 'not-recorded',
  message: 'the question could not be written down, so it is not answered',
  help: 'see to the disk, then start the service again',
}

/** Entries in memory alone, for simulations. */
export function entriesInMemory(): EntryStore {
  const entries: Entry[] = []
  return {
    entries,
    async append(entry) {
      entries.push(entry)
      return null
    },
    close: async () => undefined,
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
