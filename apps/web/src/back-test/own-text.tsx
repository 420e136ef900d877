// The text somebody is writing in this browser, to be held against the events in place of the one of the folder.
import type { AgreementPlaces } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { draftOf } from '../agreement/draft.ts'
import { agreementPlacesQuery, agreementQuery } from '../api.ts'
import { words } from '../words.ts'

/** An agreement as text, with the ground that its clauses can refer to. */
export interface OwnText {
  readonly source: string
  readonly file: string
  readonly places: AgreementPlaces
}

export const MINE = 'mine'

/** `?text=mine`. */
export function textOf(search: Record<string, unknown>): { readonly text?: typeof MINE } {
  return search.text === MINE ? { text: MINE } : {}
}

/** What was written in the editor and is otherwise than in the folder; null where nothing is. */
export function useOwnText(): OwnText | null {
  const agreement = useQuery(agreementQuery()).data
  const places = useQuery(agreementPlacesQuery()).data
  const source = agreement ? draftOf(localStorage, agreement.hash) : null
  return source !== null && agreement && places ? { source, file: agreement.file, places } : null
}

/** Which of the two texts is held against the events. */
export function WhichText() {
  const { text } = textOf(useSearch({ strict: false }))
  const navigate = useNavigate()
  const choose = (chosen: typeof MINE | undefined) =>
    void navigate({ to: '.', search: (search) => ({ ...search, text: chosen }), replace: true, resetScroll: false })
  return (
    <fieldset className="which-text">
      <legend>{words.backTest.which}</legend>
      {([undefined, MINE] as const).map((one) => (
        <label key={one ?? 'folder'}>
          <input type="radio" name="which-text" checked={text === one} onChange={() => choose(one)} />{' '}
          {one === MINE ? words.backTest.mine : words.backTest.folders}
        </label>
      ))}{' '}
      <Link to="/agreement">{words.backTest.edit}</Link>
    </fieldset>
  )
}
