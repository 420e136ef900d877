// How much of a machine one file may take, and how much text it may give.

export interface Limits {
  /** Bytes of a file; of an archive, its packed bytes. */
  readonly fileBytes: number
  /** Bytes that unpacking may give, of one file and of an archive together. */
  readonly unpackedBytes: number
  /** Files in an archive. */
  readonly entries: number
  /** Unpacked bytes per packed byte, from a first megabyte on: text packs to a tenth, a bomb to a thousandth. */
  readonly ratio: number
  /** Reports that one file may hold. */
  readonly reports: number
  /** UTF-16 units of text that one file may give. */
  readonly textUnits: number
  /** Pages of a PDF. */
  readonly pages: number
  /** Nested elements of a marked-up file. */
  readonly depth: number
  /** Milliseconds from the first byte handed over to the answer. */
  readonly milliseconds: number
  /** Resident bytes of the worker; enforced on its heap everywhere, on all of it where the system tells. */
  readonly residentBytes: number
}

const MEGABYTE = 2 ** 20

export const LIMITS: Limits = {
  fileBytes: 32 * MEGABYTE,
  unpackedBytes: 32 * MEGABYTE,
  entries: 1_000,
  ratio: 100,
  reports: 5_000,
  textUnits: 8 * MEGABYTE,
  pages: 2_000,
  depth: 500,
  milliseconds: 8_000,
  residentBytes: 352 * MEGABYTE,
}
