// For whom of the agreement the reader's organisation speaks, in words.
import { rowText } from '../list-text.ts'
import { minutingWords as said } from './words.ts'

export function SpeaksFor({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return <p className="quiet">{said.nobody}</p>
  return <p className="quiet">{ids.includes('*') ? said.speaksForAll : said.speaksFor(rowText(ids))}</p>
}
