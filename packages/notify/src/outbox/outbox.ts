// The outbox: what was seen, what is to be told, what became of it. One file of lines, each synced before anything rests on it.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { News } from '../news/news.ts'
import type { Sight } from '../news/sight.ts'

/** Something to be told to one target. */
export interface Notice {
  /** Made of what is told, by which rule, to whom and between which looks: the same again if the process dies before it is kept. */
  readonly id: string
  readonly rule: string
  readonly desk: string
  /** Whom: a web server by its host, or an address. */
  readonly to: string
  readonly made_at: string
  readonly news: readonly News[]
  readonly subject: string
  readonly text: string
}

/** Where a notice has got to. */
export interface Fate {
  readonly notice: Notice
  readonly state: 'waiting' | 'told' | 'given_up'
  readonly tries: number
  /** Of the last try; null before the first. */
  readonly last_at: string | null
  readonly why: string | null
  /** When it is tried again; null when it is not. */
  readonly next_at: number | null
}

type Line =
  | { readonly kind: 'looked'; readonly rule: string; readonly sight: Sight; readonly notices: readonly Notice[] }
  | {
      readonly kind: 'tried'
      readonly id: string
      readonly at: string
      readonly why: string
      readonly next_at: number | null
    }
  | { readonly kind: 'told'; readonly id: string; readonly at: string }

/** So many that are done are kept for people to look at. */
const MOST_DONE = 200
const MOST_BYTES = 4_000_000
const FILE = 'outbox.jsonl'

export class Outbox {
  readonly #path: string
  #file: FileHandle
  readonly #lock: string
  #bytes: number
  readonly #known = new Known()

  private constructor(path: string, file: FileHandle, lock: string, bytes: number) {
    this.#path = path
    this.#file = file
    this.#lock = lock
    this.#bytes = bytes
  }

  /** Opens the outbox in a folder, or says who has it. A line that was not finished when the power went is cut off. */
  static async in(
    folder: string,
  ): Promise<{ readonly ok: true; readonly outbox: Outbox } | { readonly ok: false; readonly message: string }> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const lock = join(folder, 'lock')
    const holder = await taken(lock)
    if (holder !== null) return { ok: false, message: `process ${holder} is telling already from \`${folder}\`` }
    const path = join(folder, FILE)
    const file = await open(path, 'a+', 0o600)
    const whole = await readFile(path)
    const end = whole.lastIndexOf(0x0a) + 1
    if (end < whole.length) {
      await file.truncate(end)
      await file.sync()
    }
    await syncFolder(folder)
    const outbox = new Outbox(path, file, lock, end)
    for (const line of linesOf(whole.subarray(0, end))) outbox.#known.take(line)
    return { ok: true, outbox }
  }

  /** What was seen by a rule when something was last told by it, or when it was first looked at. */
  sight(rule: string): Sight | null {
    return this.#known.sights.get(rule) ?? null
  }

  /** All that is known, in the order in which it was made. */
  fates(): readonly Fate[] {
    return [...this.#known.fates.values()]
  }

  /** Keeps a look together with what is to be told of it: both, or neither. */
  async look(rule: string, sight: Sight, notices: readonly Notice[]): Promise<void> {
    await this.#append({ kind: 'looked', rule, sight, notices })
  }

  async told(id: string, at: string): Promise<void> {
    await this.#append({ kind: 'told', id, at })
    await this.#shorten()
  }

  /** `next_at`: null where it is given up. */
  async tried(id: string, at: string, why: string, next_at: number | null): Promise<void> {
    await this.#append({ kind: 'tried', id, at, why, next_at })
  }

  async close(): Promise<void> {
    await this.#file.close()
    await rm(this.#lock, { force: true })
  }

  async #append(line: Line): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    await this.#file.appendFile(bytes)
    await this.#file.sync()
    this.#bytes += bytes.length
    this.#known.take(line)
  }

  /** Writes the file anew with what is still needed, beside the old one, which stands until the new one is on the disk. */
  async #shorten(): Promise<void> {
    if (this.#bytes < MOST_BYTES) return
    const done = this.fates().filter(({ state }) => state !== 'waiting')
    for (const { notice } of done.slice(0, Math.max(0, done.length - MOST_DONE))) this.#known.fates.delete(notice.id)
    const lines: Line[] = [...this.#known.sights].map(([rule, sight], at) => ({
      kind: 'looked',
      rule,
      sight,
      notices: at === 0 ? this.fates().map(({ notice }) => notice) : [],
    }))
    for (const { notice, state, tries, last_at, why, next_at } of this.fates()) {
      const at = last_at ?? notice.made_at
      if (state === 'told') lines.push({ kind: 'told', id: notice.id, at })
      else
        for (let one = 0; one < tries; one++) lines.push({ kind: 'tried', id: notice.id, at, why: why ?? '', next_at })
    }
    const aside = `${this.#path}.${randomUUID()}`
    const fresh = await open(aside, 'a+', 0o600)
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await fresh.appendFile(bytes)
    await fresh.sync()
    await rename(aside, this.#path)
    await syncFolder(dirname(this.#path))
    await this.#file.close()
    this.#file = fresh
    this.#bytes = bytes.length
  }
}

/** What the lines add up to. */
class Known {
  readonly sights = new Map<string, Sight>()
  readonly fates = new Map<string, Fate>()

  take(line: Line): void {
    if (line.kind === 'looked') {
      this.sights.set(line.rule, line.sight)
      for (const notice of line.notices)
        if (!this.fates.has(notice.id))
          this.fates.set(notice.id, { notice, state: 'waiting', tries: 0, last_at: null, why: null, next_at: 0 })
      return
    }
    const fate = this.fates.get(line.id)
    if (!fate || fate.state === 'told') return
    const then = { ...fate, tries: fate.tries + 1, last_at: line.at }
    if (line.kind === 'told') this.fates.set(line.id, { ...then, state: 'told', why: null, next_at: null })
    else {
      const { why, next_at } = line
      this.fates.set(line.id, { ...then, state: next_at === null ? 'given_up' : 'waiting', why, next_at })
    }
  }
}

/** What became of notices, for somebody who only reads. */
export async function fatesIn(folder: string): Promise<readonly Fate[]> {
  const bytes = await readFile(join(folder, FILE)).catch(() => null)
  if (bytes === null) return []
  const known = new Known()
  for (const line of linesOf(bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1))) known.take(line)
  return [...known.fates.values()]
}

function linesOf(bytes: Uint8Array): readonly Line[] {
  const text = new TextDecoder().decode(bytes)
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Null where the lock is now ours; else the process that has it. That of a process that is gone is taken over. */
async function taken(lock: string): Promise<number | null> {
  for (let tries = 0; tries < 3; tries++) {
    const mine = await open(lock, 'wx', 0o600).catch(() => null)
    if (mine) {
      await mine.writeFile(String(process.pid))
      await mine.sync()
      await mine.close()
      return null
    }
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
    if (holder > 0 && isAlive(holder)) return holder
    await rm(lock, { force: true })
  }
  return 0
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
