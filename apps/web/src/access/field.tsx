// Seal checks and steps of access that somebody wrote down in the field, as told by them.
import type { DocumentsAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { documentQuery } from '../api.ts'
import { Ticked } from '../parts/ticked.tsx'
import { useLens } from '../parts/use-view.ts'
import { longMoment } from '../time-text.ts'
import { documentsQuery } from '../timeline/ask.ts'
import { words } from '../words.ts'
import { fieldSheetOf, isAccessSheet } from './field-sheet.ts'
import { fieldWords as text } from './words.ts'

/** Each is a document of its own to ask for. */
const SHOWN = 12

export function Field({ at, zone }: { readonly at: string; readonly zone: string }) {
  const lens = useLens()
  const [most, setMost] = useState(SHOWN)
  const all = useQuery(documentsQuery(lens)).data?.documents ?? []
  const until = Date.parse(at)
  const sheets = all
    .filter(({ doc, published }) => isAccessSheet(doc) && Date.parse(published) <= until)
    .toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published))
  if (sheets.length === 0) return null
  return (
    <section aria-labelledby="field-records">
      <h2 id="field-records">{text.title}</h2>
      <p className="quiet">
        <Ticked text={text.help} />
      </p>
      <ul className="cards">
        {sheets.slice(0, most).map((one) => (
          <Sheet key={one.index} of={one} zone={zone} />
        ))}
      </ul>
      {sheets.length > most && (
        <p>
          <button type="button" onClick={() => setMost(most + SHOWN)}>
            {text.more(Math.min(SHOWN, sheets.length - most))}
          </button>
        </p>
      )}
    </section>
  )
}

function Sheet({ of: { sha256, published }, zone }: { of: DocumentsAnswer['documents'][number]; zone: string }) {
  const lens = useLens()
  const { data } = useQuery(documentQuery(sha256))
  const sheet = data && fieldSheetOf(data.text)
  if (!sheet) return null
  const passage = { start: sheet.start, end: sheet.start + sheet.words.length }
  return (
    <li className="panel">
      <h3 dir="auto">{sheet.title}</h3>
      <p className="quiet">{text.recorded(longMoment(published, zone))}</p>
      <dl className="facts" dir="auto">
        {sheet.rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{/T\d\d:\d\d/.test(value) ? longMoment(value, zone) : value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <blockquote className="words" dir="auto">
        {words.quoted(sheet.words)}{' '}
        <Link to="/documents/$sha" params={{ sha: sha256 }} search={{ ...lens, ...passage }}>
          {text.see}
        </Link>
      </blockquote>
    </li>
  )
}
