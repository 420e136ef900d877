// What this machine saw last of a folder of entries, kept in a third place: a copy put back with its keys is older than that.
import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { replaced, textAt } from './files.ts'

export interface SeenIn {
  readonly dir: string
  /** Go on from a copy that is older. */
  readonly accepts?: true
}

export class Seen {
  readonly #dir: string
  #name: string | null
  size: number
  #chain: string

  private constructor(dir: string, name: string | null, size: number, chain: string) {
    this.#dir = dir
    this.#name = name
    this.size = size
    this.#chain = chain
  }

  /** `first` is the first sealed line, by which a folder and all its copies are known; empty where there is none yet. */
  static async of({ dir }: SeenIn, first: string): Promise<Seen> {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    const name = first === '' ? null : nameOf(first)
    const [, size, chain] = /^(\d+) (\w{64})\n$/.exec(name === null ? '' : await textAt(join(dir, name))) ?? []
    return new Seen(dir, name, Number(size ?? 0), chain ?? '')
  }

  /** Whether the entries, of which there are so many, went another way than those seen. */
  isAnother(size: number, chain: string): boolean {
    return size === this.size && chain !== this.#chain
  }

  async raise(line: string, size: number, chain: string): Promise<void> {
    this.#name ??= nameOf(line)
    await replaced(join(this.#dir, this.#name), `${size} ${chain}\n`)
    this.size = size
    this.#chain = chain
  }
}

const nameOf = (first: string) => createHash('sha256').update(first).digest('hex').slice(0, 32)
