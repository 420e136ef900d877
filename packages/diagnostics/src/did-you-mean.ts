// The word a person most likely meant.
import { distance } from 'fastest-levenshtein'

/** The candidate nearest to `word`, or null when none is near: at most a third of its letters differ. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase()
  let best: string | null = null
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const apart = distance(wanted, candidate.toLowerCase())
    if (apart < bestDistance || (apart === bestDistance && best !== null && candidate < best)) {
      best = candidate
      bestDistance = apart
    }
  }
  return best
}
