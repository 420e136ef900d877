// The screen of the sanctions watch: reports of travel, whom they may mean, and what was found out about it.
import type { TravelTold, WatchAnswer } from '@trucekeeper/api'
import type { SanctionsList } from '@trucekeeper/watch'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { about } from '../api.ts'
import { minutingWords } from '../minuting/words.ts'
import { useSpeakers } from '../minuting/index.ts'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useLens, useSight } from '../parts/use-view.ts'
import { longMoment, zoneName } from '../time-text.ts'
import { apiQuery, type Lens } from '../url-state.ts'
import { words } from '../words.ts'
import { TakeList } from './list.tsx'
import { Listings } from './listings.tsx'
import { NoteForm } from './forms.tsx'
import { Proposed } from './proposed.tsx'
import { watchWords as said } from './words.ts'
import './watch.css'

const watchQuery = ({ at, known_at }: Lens) => ({
  ...about<WatchAnswer>(`/api/watch${apiQuery({ at, known_at })}`),
  placeholderData: keepPreviousData,
})

export function WatchScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  const told = useQuery({ ...watchQuery(lens), enabled: lens.at !== undefined })
  const [list, setList] = useState<SanctionsList | null>(null)
  useEffect(() => {
    document.title = `${said.title} · ${words.product}`
  }, [])
  const failed = error ?? told.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), told.refetch()])} />
  if (!sight || !record || !told.data) return <Loading />
  const { zone, travel } = told.data
  return (
    <div className="watch" aria-busy={busy || told.isPlaceholderData}>
      <h1>{said.title}</h1>
      <p>{words.today.asOf(longMoment(sight.at, zone), zoneName(zone))}</p>
      <p className="quiet watch-help">{said.help}</p>
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      {travel.length === 0 ? (
        <section className="panel">
          <h2>{said.none}</h2>
          <p>{said.noneHelp}</p>
        </section>
      ) : (
        <>
          <TakeList list={list} onTaken={setList} />
          {travel.map((one) => (
            <Travel key={one.claim} told={one} answer={told.data} list={list} />
          ))}
        </>
      )}
    </div>
  )
}

interface Props {
  readonly told: TravelTold
  readonly answer: WatchAnswer
  readonly list: SanctionsList | null
}

function Travel({ told, answer, list }: Props) {
  const { zone, members } = answer
  const names = Object.fromEntries(members.map(({ id, name }) => [id, name]))
  const speakers = useSpeakers(names)
  return (
    <article className="panel watch-report" aria-labelledby={told.claim}>
      <h2 id={told.claim} dir="auto">
        {words.quoted(told.quote)}
      </h2>
      <Source told={told} zone={zone} />
      {told.listings.length === 0 && <p>{said.nobodyNoted}</p>}
      <Listings told={told} names={names} zone={zone} speakers={speakers} />
      {list && <Proposed told={told} list={list} names={names} zone={zone} speakers={speakers} />}
      {speakers.mayWrite ? (
        <details>
          <summary>{said.note}</summary>
          <NoteForm claim={told.claim} names={names} zone={zone} speakers={speakers} match={null} list={list} />
        </details>
      ) : (
        <p className="quiet">{minutingWords.nobody}</p>
      )}
    </article>
  )
}

function Source({ told, zone }: { readonly told: TravelTold; readonly zone: string }) {
  const lens = useLens()
  const { how, speaker, via, outlet, published, quote, doc, start, end, names } = told
  const voices = [speaker, via, outlet].filter((one) => one !== null)
  return (
    <p className="quiet">
      <strong>{said.how[how]}</strong>
      {words.comma}
      {voices.map((voice) => (
        <span key={voice}>
          <bdi>{voice}</bdi>
          {words.comma}
        </span>
      ))}
      {longMoment(published, zone)}
      {words.comma}
      {names.length === 0 ? said.unnamed : names.map((name) => <bdi key={name}>{name} </bdi>)}{' '}
      <Link to="/documents/$sha" params={{ sha: doc }} search={{ ...lens, start, end }}>
        {words.quote.seeShort}
        <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
      </Link>
    </p>
  )
}
