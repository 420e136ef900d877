// The columns that every table ends with: who says so, in which words, and when it was recorded.
import type { Column } from '../table.ts'

export const SAID: readonly Column[] = [
  { name: 'source', tag: '#meta+source', kind: 'text', required: true, help: 'who says so' },
  { name: 'doc', tag: '#meta+doc', kind: 'text', help: 'the document in which it is said' },
  { name: 'quote', tag: '#description+quote', kind: 'text', help: 'the exact words of the document' },
  {
    name: 'recorded_at',
    tag: '#date+recorded',
    kind: 'instant',
    required: true,
    help: 'when it was entered, such as 2016-09-13T16:20+03:00',
  },
]
