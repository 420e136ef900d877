// The files of places beside an agreement: found in its text, read from its folder and never from outside it.
import { parsePlaces, type Place } from '@trucekeeper/geo'
import { realpath, readFile, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** More than this is no drawing of an agreement's zones. */
const MOST_BYTES = 20_000_000

interface Kept {
  readonly stamp: string
  readonly places: readonly Place[]
}

export class PlaceReader {
  readonly #kept = new Map<string, Kept>()

  /** Places by the name under which the text speaks of their file. A document that lies in no folder has none. */
  async placesFor(uri: string, source: string): Promise<ReadonlyMap<string, readonly Place[]>> {
    const found = new Map<string, readonly Place[]>()
    const folder = folderOf(uri)
    if (folder === null) return found
    for (const name of geometryFiles(source)) {
      const places = await this.#read(folder, name)
      if (places) found.set(name, places)
    }
    return found
  }

  async #read(folder: string, name: string): Promise<readonly Place[] | null> {
    try {
      const path = await realpath(resolve(folder, name))
      // A link may lead out of the folder where the name does not.
      if (isOutside(await realpath(folder), path)) return null
      const { mtimeMs, size } = await stat(path)
      if (size > MOST_BYTES) return null
      const stamp = `${mtimeMs} ${size}`
      const kept = this.#kept.get(path)
      if (kept?.stamp === stamp) return kept.places
      const { places } = parsePlaces(await readFile(path, 'utf8'))
      this.#kept.set(path, { stamp, places })
      return places
    } catch {
      // What cannot be read is not there; the text's own findings say so.
      return null
    }
  }
}

function folderOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null
  try {
    return dirname(fileURLToPath(uri))
  } catch {
    return null
  }
}

function geometryFiles(source: string): string[] {
  const names = [...source.matchAll(/^\s+geometry\s+([^#\s]+)#/gm)].map((found) => found[1]!)
  return [...new Set(names)].filter((name) => !isAbsolute(name) && !name.split(/[/\\]/).includes('..'))
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
}
