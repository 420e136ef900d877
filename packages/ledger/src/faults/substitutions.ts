// Puts other text in the place of some in the store's own sources as they are loaded: for mutants, and for small trees.
import { registerHooks } from 'node:module'

export interface Edit {
  /** How the file's path ends. */
  readonly file: string
  /** Stands there exactly once. */
  readonly from: string
  readonly to: string
}

const PACKAGES = new URL('../../../', import.meta.url).href

/**
 * Every module that is imported from now on has the edits; those loaded before have not. An edit that finds no place
 * is an error, since a mutant that is not there would be thought to have been tried.
 */
export function substitute(edits: readonly Edit[]): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      const own = edits.filter(({ file }) => url === PACKAGES + file)
      if (own.length === 0 || !loaded.source) return loaded
      const source =
        typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString()
      return { ...loaded, source: own.reduce(edited, source) }
    },
  })
}

export function edited(source: string, { file, from, to }: Edit): string {
  const pieces = source.split(from)
  if (pieces.length !== 2)
    throw new Error(`\`${from}\` stands ${pieces.length - 1} times in \`${file}\`: write the edit anew.`)
  return pieces.join(to)
}

/** Trees of four to a tile and a bundle, so that a dozen entries reach into the third level. */
export const SMALL_TILES: Edit = {
  file: 'merkle/src/tiles/paths.ts',
  from: 'export const TILE_WIDTH = 256',
  to: 'export const TILE_WIDTH = 4',
}

/**
 * A key is the same at every opening, and to see that it is no weak one takes twenty times as long as all the rest; its
 * id is written in hex as the system does it, where the pure package does it by hand.
 */
export const KNOWN_KEY: readonly Edit[] = [
  {
    file: 'merkle/src/ed25519.ts',
    from: 'export function refusedKey(publicKey: Uint8Array): string | null {',
    to: `const known = new Map<string, string | null>()
export function refusedKey(publicKey: Uint8Array): string | null {
  const name = publicKey.join()
  if (!known.has(name)) known.set(name, examinedKey(publicKey))
  return known.get(name)!
}
function examinedKey(publicKey: Uint8Array): string | null {`,
  },
  {
    file: 'merkle/src/bytes.ts',
    from: "return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')",
    to: "return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')",
  },
]
