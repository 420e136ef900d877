// Plants faults in an agreement, one at a time: each is a small edit of the text that a rule of the linter is there to find.
import { Editable } from './editable.ts'
import { SORTS, type PlantedFault } from './sorts.ts'

/** At most this many of one sort in one text. */
const MOST_OF_A_SORT = 2

export function plantedFaults(source: string): PlantedFault[] {
  const text = new Editable(source)
  return SORTS.flatMap((sort) => {
    const found: PlantedFault[] = []
    for (const fault of sort(text)) {
      found.push(fault)
      if (found.length === MOST_OF_A_SORT) break
    }
    return found
  })
}

export type { PlantedFault }
