// The mark of what was invented for an example: nobody may take it for something that was reported.
import { words } from '../words.ts'

/** The source that tables give for invented rows. */
export const EXAMPLE = 'example'

export function MadeUp({ sources }: { sources: readonly string[] }) {
  if (!sources.includes(EXAMPLE)) return null
  const part = sources.some((source) => source !== EXAMPLE)
  return <span className="made-up">{words.tables.madeUp[part ? 'part' : 'whole']}</span>
}
