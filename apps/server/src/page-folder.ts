// The built page as files in one folder, and nothing outside it, small for the way to the reader.
import { readFile, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Page, PageFile } from '@trucekeeper/api'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

export function pageFolder(folder: string): Page {
  const root = resolve(folder)
  const kept = new Map<string, Kept>()
  return {
    async get(path) {
      const file = fileWithin(root, path)
      if (file === null) return null
      try {
        const { mtimeMs, size } = await stat(file)
        const before = kept.get(file)
        if (before?.mtimeMs === mtimeMs && before.size === size) return await before.read
        const read = readCoded(file)
        kept.set(file, { mtimeMs, size, read })
        // What cannot be read now may be there the next time.
        read.catch(() => kept.delete(file))
        return await read
      } catch (error) {
        if (isAbsence(error)) return null
        throw error
      }
    },
  }
}

interface Kept {
  readonly mtimeMs: number
  readonly size: number
  readonly read: Promise<PageFile>
}

/** Smaller than this a file fits in one packet as it is. */
const SMALL = 1_024
const TEXT = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest'])
/** Coded once for as long as the file stays what it is, so that half a second for the largest is no matter. */
const QUALITY = 7

async function readCoded(file: string): Promise<PageFile> {
  const extension = extname(file)
  const [bytes, type] = [await readFile(file), TYPES[extension] ?? 'application/octet-stream']
  if (bytes.length < SMALL || !TEXT.has(extension)) return { bytes, type }
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const [br, gzipped] = await Promise.all([promisify(brotliCompress)(bytes, { params }), promisify(gzip)(bytes)])
  return { bytes, type, coded: { br, gzip: gzipped } }
}

/** The file that an address names, or null where it leads out of the folder, to a hidden file, or nowhere. */
function fileWithin(root: string, path: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.split(/[/\\]/).some((part) => part.startsWith('.'))) return null
  const file = resolve(root, decoded)
  return file.startsWith(root + sep) ? file : null
}

function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG'
}
