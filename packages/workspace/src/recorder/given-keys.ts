// What was answered under each key that a sender made up: kept on disk, so that a request sent twice is done once.
import { open, readFile } from 'node:fs/promises'

export interface GivenAnswer {
  /** The digest of the request that the key came with. */
  readonly request: string
  readonly answer: unknown
}

interface Line extends GivenAnswer {
  readonly key: string
}

export interface GivenKeys {
  get(key: string): GivenAnswer | undefined
  /** Resolves when it is safe on disk. Those that come in while others are being written go to disk together. */
  keep(key: string, given: GivenAnswer): Promise<void>
  close(): Promise<void>
}

/** Reads the file, or begins it. A last line that a power cut tore was never answered for, and is left out. */
export async function openGivenKeys(path: string): Promise<GivenKeys> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0))
  const known = new Map(linesOf(bytes.toString('utf8')).map(({ key, ...given }) => [key, given]))
  const file = await open(path, 'a', 0o600)
  // What is written next begins a line of its own.
  if (bytes.length > 0 && bytes.at(-1) !== 0x0a) await file.appendFile('\n')
  const waiting: string[] = []
  let written: Promise<void> = Promise.resolve()
  async function writeWaiting(): Promise<void> {
    const lines = waiting.splice(0)
    if (lines.length === 0) return
    await file.appendFile(lines.join(''))
    await file.datasync()
  }
  return {
    get: (key) => known.get(key),
    async keep(key, given) {
      waiting.push(`${JSON.stringify({ key, ...given } satisfies Line)}\n`)
      written = written.then(writeWaiting)
      await written
      known.set(key, given)
    },
    async close() {
      await written.catch(() => undefined)
      await file.close()
    },
  }
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    try {
      const { key, request, answer } = JSON.parse(line) as Line
      return typeof key === 'string' && typeof request === 'string' ? [{ key, request, answer }] : []
    } catch {
      return []
    }
  })
}
