// The locked worker: takes files from standard input, one after another, and answers each with its texts.
import { LIMITS } from '../limits.ts'
import { parse } from '../parse.ts'
import { answerFrame, takeFile } from '../protocol.ts'

// What one file plants there would be found by the next.
Object.preventExtensions(Object.prototype)
Object.preventExtensions(Array.prototype)

let pending = Buffer.alloc(0)
let pieces: Buffer[] = []
let working = Promise.resolve()

// Parsers warn on standard output; it belongs to the answers.
const answers = process.stdout.write.bind(process.stdout)
process.stdout.write = () => true

process.stdin.on('data', (piece: Buffer) => {
  pieces.push(piece)
  working = working.then(work)
})

async function work(): Promise<void> {
  if (pieces.length === 0) return
  pending = Buffer.concat([pending, ...pieces])
  pieces = []
  for (let file = takeFile(pending); file !== null; file = takeFile(pending)) {
    pending = pending.subarray(file.taken)
    const parsed = await parse({ name: file.name, bytes: file.bytes, limits: LIMITS })
    answers(answerFrame({ ...parsed, peak: process.resourceUsage().maxRSS * 1024 }))
  }
}
