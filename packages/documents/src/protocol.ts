// How a file goes into the worker and its texts come out: each message with its length before it.

const LENGTH = 4

/** A file for the worker: its name, then its bytes. */
export function fileFrame(name: string, bytes: Uint8Array): Uint8Array[] {
  const header = Buffer.from(name)
  const lengths = Buffer.alloc(2 * LENGTH)
  lengths.writeUInt32BE(header.length, 0)
  lengths.writeUInt32BE(bytes.length, LENGTH)
  return [lengths, header, bytes]
}

/** The file at the head of what has come in, with how many bytes it took; null until it is whole. */
export function takeFile(buffer: Buffer): { name: string; bytes: Uint8Array; taken: number } | null {
  if (buffer.length < 2 * LENGTH) return null
  const name = 2 * LENGTH + buffer.readUInt32BE(0)
  const taken = name + buffer.readUInt32BE(LENGTH)
  if (buffer.length < taken) return null
  return {
    name: buffer.toString('utf8', 2 * LENGTH, name),
    bytes: Uint8Array.from(buffer.subarray(name, taken)),
    taken,
  }
}

/** An answer of the worker, as JSON. */
export function answerFrame(value: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(value))
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, body])
}

/** The length that an answer announces; null until that much has come in. */
export function announced(buffer: Buffer): number | null {
  return buffer.length < LENGTH ? null : buffer.readUInt32BE(0)
}

/** The answer, once it is whole. */
export function takeAnswer(buffer: Buffer): unknown {
  return JSON.parse(buffer.toString('utf8', LENGTH))
}
