// The screen of publication: what became of the text, who is shown what, and how anybody checks what is withheld.
import type { PublicationAnswer } from '@trucekeeper/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { about } from '../api.ts'
import { English } from '../parts/english.tsx'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useLens, useSight } from '../parts/use-view.ts'
import { longMoment, zoneName } from '../time-text.ts'
import { apiQuery, type Lens } from '../url-state.ts'
import { words } from '../words.ts'
import { Check } from './check.tsx'
import { Course } from './course.tsx'
import { PublicationGoOn } from './go-on.tsx'
import { Levels, Proposed } from './levels.tsx'
import { Versions } from './versions.tsx'
import { publicationWords as said } from './words.ts'
import './publication.css'

const publicationQuery = ({ at, known_at, agreement }: Lens) => ({
  ...about<PublicationAnswer>(`/api/publication${apiQuery({ at, known_at, agreement })}`),
  placeholderData: keepPreviousData,
})

export function PublicationScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  const asked = useQuery({ ...publicationQuery(lens), enabled: lens.at !== undefined })
  useEffect(() => {
    document.title = `${said.title} · ${words.product}`
  }, [])
  const failed = error ?? asked.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), asked.refetch()])} />
  if (!sight || !record || !asked.data) return <Loading />
  const { zone } = sight.agreement
  const told = asked.data
  return (
    <div className="publication" aria-busy={busy || asked.isPlaceholderData}>
      <h1>{said.title}</h1>
      <p>{words.today.asOf(longMoment(sight.at, zone), zoneName(zone))}</p>
      <p className="quiet publication-help">{said.help}</p>
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      <Course told={told} zone={zone} />
      {told.own_text && <Versions told={told} />}
      <Levels told={told} zone={zone} />
      <Proposed told={told} zone={zone} />
      <WithoutEffect told={told} />
      {told.own_text && <Said told={told} zone={zone} />}
      <Check told={told} />
      <PublicationGoOn told={told} zone={zone} />
    </div>
  )
}

function WithoutEffect({ told }: { readonly told: PublicationAnswer }) {
  if (told.without_effect.length === 0) return null
  return (
    <section className="panel" aria-labelledby="publication-without">
      <h2 id="publication-without">{said.withoutEffect}</h2>
      <ul>
        {told.without_effect.map(({ minute, why, clause }) => (
          <li key={minute}>
            <English>{why}</English> {clause && <bdi className="quiet">{clause}</bdi>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ told, zone }: { readonly told: PublicationAnswer; readonly zone: string }) {
  const lens = useLens()
  return (
    <section aria-labelledby="publication-said">
      <h2 id="publication-said">{said.said}</h2>
      {told.said.length === 0 && <p className="quiet">{said.noSaid}</p>}
      <ul className="publication-said">
        {told.said.map(({ id, quote, speaker, doc, start, end, published }) => (
          <li key={id}>
            <blockquote className="words" dir="auto">
              {words.quoted(quote)}
            </blockquote>
            <p className="quiet">
              <bdi>{speaker ?? words.quote.unnamed}</bdi>
              {words.comma}
              {longMoment(published, zone)}{' '}
              <Link to="/documents/$sha" params={{ sha: told.documents[doc] ?? doc }} search={{ ...lens, start, end }}>
                {words.quote.seeShort}
                <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
