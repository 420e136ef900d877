// The public files of a log: bundles of entries and tiles of hashes, in the layout of C2SP tlog-tiles.
import { bundlePath, parseBundle, TILE_WIDTH, type Parsed } from '@trucekeeper/merkle'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const KEY_ENTRY = Buffer.from('"type":"key"')

export async function hasBundle(folder: string, number: number, size: number): Promise<boolean> {
  return (await fileAt(folder, bundlePath(number), bundlePath(number, widthOf(number, size)))) !== null
}

function widthOf(number: number, size: number): number {
  return Math.min(TILE_WIDTH, size - number * TILE_WIDTH)
}

/** Entries about keys in the bundles, with their places: few of many, so the bytes are looked through before they are read. */
export async function* keyEntries(folder: string, size: number): AsyncGenerator<{ index: number; bytes: Uint8Array }> {
  for (let number = 0; number * TILE_WIDTH < size; number++) {
    const path = bundlePath(number)
    const width = widthOf(number, size)
    const bytes = await fileAt(folder, path, bundlePath(number, width))
    if (bytes === null || !bytes.includes(KEY_ENTRY)) continue
    const bundle = await bundleAt(folder, number, size)
    if (!bundle.ok) continue
    for (const [at, leaf] of bundle.value.entries()) {
      if (Buffer.from(leaf.buffer, leaf.byteOffset, leaf.length).includes(KEY_ENTRY)) {
        yield { index: number * TILE_WIDTH + at, bytes: leaf }
      }
    }
  }
}

/** The entries of a bundle, as many as a log of this size has there. */
export async function bundleAt(folder: string, number: number, size: number): Promise<Parsed<readonly Uint8Array[]>> {
  const width = widthOf(number, size)
  const bytes = await fileAt(folder, bundlePath(number), bundlePath(number, width))
  if (bytes === null) return missing(`is missing: there is no \`${bundlePath(number)}\``)
  const end = endOf(bytes, width)
  if (end === null) return missing(`is missing: \`${bundlePath(number)}\` ends before its ${width} entries do`)
  // A bundle that is not full may have grown since the head was signed.
  const bundle = parseBundle(bytes.subarray(0, width < TILE_WIDTH ? end : bytes.length), width)
  return bundle.ok ? bundle : missing(`cannot be read: ${bundle.message}`)
}

function missing(message: string): Parsed<never> {
  return { ok: false, reason: 'damaged', message, help: '' }
}

/** Where so many entries end; null when there are fewer. */
function endOf(bytes: Uint8Array, width: number): number | null {
  let at = 0
  for (let entry = 0; entry < width; entry++) {
    if (at + 2 > bytes.length) return null
    at += 2 + bytes[at]! * 256 + bytes[at + 1]!
  }
  return at <= bytes.length ? at : null
}

/** A tile or a bundle: whole, or as C2SP names a partial one. */
export async function fileAt(folder: string, path: string, partial: string): Promise<Buffer | null> {
  return (await readOrNull(join(folder, path))) ?? (partial === path ? null : readOrNull(join(folder, partial)))
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null
    throw error
  }
}
