// Where C2SP tlog-tiles puts a tile of hashes and a bundle of entries.
import { isCount } from '../ranges.ts'

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256

/** A tree of 2^64 leaves has no tile above this level; the text allows up to it. */
const TOP_LEVEL = 63

/** `tile/0/x001/x234/067.p/5`: the tile `index` of tile level `level`; `width` is left out for a full one. */
export function tilePath(level: number, index: number, width: number = TILE_WIDTH): string {
  if (!isCount(level) || level > TOP_LEVEL) throw new RangeError(`no tile level ${level}`)
  return `tile/${level}/${indexPath(index, width)}`
}

/** `tile/entries/x001/x234/067.p/5`: the bundle with the entries from `index` × 256. */
export function bundlePath(index: number, width: number = TILE_WIDTH): string {
  return `tile/entries/${indexPath(index, width)}`
}

function indexPath(index: number, width: number): string {
  if (!isCount(index)) throw new RangeError(`no tile ${index}`)
  if (!isCount(width) || width < 1 || width > TILE_WIDTH) throw new RangeError(`no tile is ${width} wide`)
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!
  const path = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/')
  return width === TILE_WIDTH ? path : `${path}.p/${width}`
}

export interface TileAddress {
  /** A tile level, or `entries` for a bundle. */
  readonly level: number | 'entries'
  readonly index: number
  /** 1 to 256; 256 is a full one. */
  readonly width: number
}

const PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/

/** What a path names, or null for any path that `tilePath` and `bundlePath` would not have given. */
export function parseTilePath(path: string): TileAddress | null {
  const [, level, groups, width = String(TILE_WIDTH)] = PATH.exec(path) ?? []
  if (level === undefined || groups === undefined) return null
  const address: TileAddress = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: Number(width),
  }
  if (!isCount(address.index) || address.width < 1 || address.width > TILE_WIDTH) return null
  if (address.level !== 'entries' && address.level > TOP_LEVEL) return null
  return pathOf(address) === path ? address : null
}

function pathOf({ level, index, width }: TileAddress): string {
  return level === 'entries' ? bundlePath(index, width) : tilePath(level, index, width)
}

/** How many hashes the tile `index` of `level` holds in a tree of `size`: 0 where there is none. */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level)
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH))
}
