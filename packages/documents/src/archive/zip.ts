// Reads a zip archive in which nothing is said twice: one directory, whose entries are the local files and all of them.
//
// Two readers of one archive must find the same files in it. So the file is refused where its directory, its local
// headers and its bytes tell different stories, and names are refused that mean a place outside the archive.
import { crc32, inflateRawSync } from 'node:zlib'
import type { Limits } from '../limits.ts'
import { Refused } from '../report.ts'
import { bomb, mostFor } from './gzip.ts'

export interface ZipEntry {
  readonly name: string
  /** Unpacks it: as many bytes as the directory says, with the checksum it says. */
  bytes(): Uint8Array
}

interface Header {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
const DESCRIPTOR = 0x08
const ENCRYPTED = 0x01
const IN_UTF8 = 0x0800
const STORED = 0
const DEFLATED = 8
/** A data descriptor: an optional signature, checksum, two sizes. */
const DESCRIPTOR_BYTES = [0, 12, 16]

export function readZip(file: string, bytes: Uint8Array, limits: Limits): ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const refuse = (
    code: string,
    message: string,
    help = 'unpack it by hand, look at what is in it, and pack the reports anew',
  ): never => {
    throw new Refused(code, `\`${file}\`: ${message}`, help)
  }
  const damaged = (what: string): never => refuse('archive-damaged', what, 'ask for the file again')
  const end = endOf(buffer) ?? damaged('the directory of the archive is missing or cut off')
  const count = buffer.readUInt16LE(end + 10)
  const from = buffer.readUInt32LE(end + 16)
  if (buffer.readUInt16LE(end + 8) !== count || buffer.readUInt16LE(end + 4) !== 0)
    refuse('archive-ambiguous', 'it is one of several parts')
  if (count > limits.entries)
    refuse('archive-too-many', `it holds ${count} files, and ${limits.entries} are read at once`, 'split it')
  if (from + buffer.readUInt32LE(end + 12) !== end)
    refuse('archive-ambiguous', 'its directory does not lie where the archive says')
  const headers: Header[] = []
  let at = from
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== CENTRAL) damaged('its directory breaks off')
    const header = centralAt(buffer, at)
    if (!isPlainName(header.name)) refuse('archive-unsafe-name', `\`${header.name}\` names a place outside the archive`)
    headers.push(header)
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  if (at !== end) refuse('archive-ambiguous', 'its directory holds more than it says')
  const names = new Set(headers.map(({ name }) => name.normalize('NFC').toLowerCase()))
  if (names.size !== headers.length) refuse('archive-ambiguous', 'two of its files have the same name')
  const places =
    layOut(buffer, headers, from) ?? refuse('archive-ambiguous', 'its directory and its files tell different stories')
  const unpacked = headers.reduce((sum, { size }) => sum + size, 0)
  const packed = headers.reduce((sum, header) => sum + header.packed, 0)
  if (unpacked > limits.unpackedBytes || unpacked > mostFor(packed, limits)) throw bomb(file)
  for (const { flags, method } of headers) {
    if (flags & ENCRYPTED)
      refuse('archive-locked', 'it needs a password', 'unpack it with its password, and hand over what is in it')
    if (method !== STORED && method !== DEFLATED)
      refuse('archive-damaged', `it is packed by method ${method}, which is not read`, 'pack it anew as a plain zip')
  }
  return headers
    .map((header, index) => ({ header, place: places[index]! }))
    .filter(({ header }) => !header.name.endsWith('/'))
    .map(({ header, place }) => ({
      name: header.name,
      bytes: () =>
        unpack(buffer.subarray(place, place + header.packed), header) ??
        damaged(`\`${header.name}\` in it is not what the directory says`),
    }))
}

/** The end record lies at the very end, but for a comment that it counts. */
function endOf(buffer: Buffer): number | null {
  const lowest = Math.max(0, buffer.length - END_BYTES - 0xffff)
  for (let at = buffer.length - END_BYTES; at >= lowest; at--)
    if (buffer.readUInt32LE(at) === END && at + END_BYTES + buffer.readUInt16LE(at + 20) === buffer.length) return at
  return null
}

function centralAt(buffer: Buffer, at: number): Header {
  const flags = buffer.readUInt16LE(at + 8)
  return {
    name: nameAt(buffer, at + 46, buffer.readUInt16LE(at + 28), flags),
    flags,
    method: buffer.readUInt16LE(at + 10),
    crc: buffer.readUInt32LE(at + 16),
    packed: buffer.readUInt32LE(at + 20),
    size: buffer.readUInt32LE(at + 24),
    offset: buffer.readUInt32LE(at + 42),
  }
}

function nameAt(buffer: Buffer, at: number, length: number, flags: number): string {
  return buffer.toString(flags & IN_UTF8 ? 'utf8' : 'latin1', at, at + length)
}

/** Where the bytes of each entry begin; null unless the local files lie end to end and agree with the directory. */
function layOut(buffer: Buffer, headers: readonly Header[], end: number): number[] | null {
  const places = headers.map(() => 0)
  const inOrder = headers.map((_, index) => index).toSorted((a, b) => headers[a]!.offset - headers[b]!.offset)
  let reached = 0
  for (const [rank, index] of inOrder.entries()) {
    const header = headers[index]!
    const { offset } = header
    if (offset !== reached || offset + 30 > end || buffer.readUInt32LE(offset) !== LOCAL) return null
    const flags = buffer.readUInt16LE(offset + 6)
    const nameLength = buffer.readUInt16LE(offset + 26)
    const place = offset + 30 + nameLength + buffer.readUInt16LE(offset + 28)
    if (nameAt(buffer, offset + 30, nameLength, flags) !== header.name) return null
    if (flags !== header.flags || buffer.readUInt16LE(offset + 8) !== header.method) return null
    const deferred = (flags & DESCRIPTOR) !== 0
    const told = [buffer.readUInt32LE(offset + 14), buffer.readUInt32LE(offset + 18), buffer.readUInt32LE(offset + 22)]
    const agrees = told[0] === header.crc && told[1] === header.packed && told[2] === header.size
    if (!agrees && !(deferred && told.every((value) => value === 0))) return null
    const next = rank + 1 < inOrder.length ? headers[inOrder[rank + 1]!]!.offset : end
    const rest = next - (place + header.packed)
    if (!(deferred ? DESCRIPTOR_BYTES : [0]).includes(rest)) return null
    places[index] = place
    reached = next
  }
  return reached === end ? places : null
}

function unpack(packed: Uint8Array, { method, size, crc }: Header): Uint8Array | null {
  try {
    const bytes = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
    return bytes.length === size && crc32(bytes) === crc ? bytes : null
  } catch {
    return null
  }
}

function isPlainName(name: string): boolean {
  const steps = name.split('/')
  return (
    name !== '' &&
    !/[\\\p{Cc}\p{Cf}]/u.test(name) &&
    !name.startsWith('/') &&
    !/^[a-z]:/i.test(name) &&
    !steps.some((step) => step === '..' || step === '.')
  )
}
