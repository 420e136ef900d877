// The parts of a spreadsheet file, taken out of its archive within limits and put into archives of the same bytes each time.
import { unzipSync, zipSync } from 'fflate'
import type { Refused } from '../values.ts'

const MOST_BYTES = 32 * 2 ** 20
const MOST_UNPACKED = 128 * 2 ** 20
const MOST_PARTS = 500
/** Archives cannot tell an earlier time. */
const NO_TIME = '1980-01-01T00:00:00'
const HELP = 'hand over an .xlsx file as a spreadsheet program saves it'

export type Parts = Readonly<Record<string, Uint8Array>>

/** The parts with markup, by their path. */
export function partsOf(bytes: Uint8Array): { ok: true; parts: Parts } | ({ ok: false } & Refused) {
  if (bytes.length > MOST_BYTES) return no(`the file is larger than ${MOST_BYTES / 2 ** 20} MB`)
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return no('the file is no .xlsx file')
  let [unpacked, count] = [0, 0]
  const names = new Set<string>()
  let twice = false
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/.test(name)) return false
        twice ||= names.has(name)
        names.add(name)
        unpacked += originalSize
        count += 1
        return unpacked <= MOST_UNPACKED && count <= MOST_PARTS
      },
    })
    if (unpacked > MOST_UNPACKED || count > MOST_PARTS) return no('the file unpacks to more than any table needs')
    if (twice) return no('the file holds a part twice')
    return { ok: true, parts }
  } catch {
    return no('the file is a broken archive')
  }
}

/** Unpacked parts as an archive that is quickly read again. */
export function stored(parts: Parts): Uint8Array<ArrayBuffer> {
  return zipSync({ ...parts }, { level: 0, mtime: NO_TIME })
}

/** The same parts always as the same bytes, whatever the clock says. */
export function timeless(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return zipSync(unzipSync(bytes), { level: 6, mtime: NO_TIME })
}

function no(message: string): { ok: false } & Refused {
  return { ok: false, message, help: HELP }
}
