// What is found of incidents, as the shape and the words that the map has for it.
import { Mark } from '../parts/verdict.tsx'
import type { Finding } from './columns.ts'
import { mapWords } from './words.ts'

export function FindingBadge({ finding, count }: { finding: Finding; count?: string }) {
  return (
    <span className={`verdict verdict-${finding}`}>
      <Mark verdict={finding === 'none' ? null : finding} />
      <span>
        {mapWords.finding[finding]}
        {count !== undefined && `: ${count}`}
      </span>
    </span>
  )
}
