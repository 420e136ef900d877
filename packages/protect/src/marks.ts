// Marks on what is shown, so that a line seen elsewhere can be traced to the question it was an answer to.
import { createHmac, randomBytes } from 'node:crypto'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

export function drawnMarkKey(): string {
  return randomBytes(32).toString('hex')
}

/** Eight letters for one line of one answer: 40 bits that nobody without the key can make or move to another line. */
export function markOf(key: string, question: string, cell: string): string {
  const digest = createHmac('sha256', Buffer.from(key, 'hex')).update(`${question} ${cell}`).digest()
  return Array.from({ length: LENGTH }, (_, at) => LETTERS[digest[at]! % 32]).join('')
}
