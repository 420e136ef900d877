// The built page as files in one folder, and nothing outside it.
import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import type { Page } from '@trucekeeper/api'

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
  return {
    async get(path) {
      const file = fileWithin(root, path)
      if (file === null) return null
      try {
        return { bytes: await readFile(file), type: TYPES[extname(file)] ?? 'application/octet-stream' }
      } catch (error) {
        if (isAbsence(error)) return null
        throw error
      }
    },
  }
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
