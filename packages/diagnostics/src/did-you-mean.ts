// The word a person most likely meant.
import { distance } from 'fastest-levenshtein'

/** The candidate nearest to `word`, or null when none is near: at most a third of its letters differ. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase()
  const most = Math.max(1, Math.floor(word.length / 3))
  const near = [...candidates]
    .map((candidate) => ({
      candidate,
      apart: slips(wanted, candidate.toLowerCase()),
      longer: Math.abs(candidate.length - word.length),
    }))
    .filter(({ apart }) => apart <= most)
    .toSorted((a, b) => a.apart - b.apart || a.longer - b.longer || (a.candidate < b.candidate ? -1 : 1))
  return near[0]?.candidate ?? null
}

/** Letters that differ; two that changed places are one slip of the hand. */
function slips(word: string, candidate: string): number {
  const apart = distance(word, candidate)
  return apart === 2 && sorted(word) === sorted(candidate) ? 1 : apart
}

function sorted(word: string): string {
  return [...word].toSorted().join('')
}
