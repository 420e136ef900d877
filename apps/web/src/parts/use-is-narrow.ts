// Whether there is room for one column only, as on a telephone; the same width as in the styles.
import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 34rem)')

function follow(told: () => void): () => void {
  narrow.addEventListener('change', told)
  return () => narrow.removeEventListener('change', told)
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(follow, () => narrow.matches)
}
