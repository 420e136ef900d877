// The list beside the map: every place with what happened there, by whose words, and what follows; the map says no more.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { numberText } from '../number-text.ts'
import { RefusalNote } from '../parts/refusal.tsx'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'
import { incidentsQuery } from './ask.ts'
import type { Counted, Drawn, Finding } from './columns.ts'
import { FINDINGS } from './columns.ts'
import { FindingBadge } from './finding.tsx'
import { IncidentCard } from './incident.tsx'
import { mapWords } from './words.ts'

export interface ListProps {
  readonly answer: Pick<Drawn, 'at' | 'spots'>
  readonly counted: readonly Counted[]
  /** Which of them are shown. */
  readonly since: string | undefined
  readonly until: string
  readonly chosen: string | null
  readonly onChoose: (spot: string | null) => void
  /** Null where there is no map. */
  readonly onLook: ((spot: string) => void) | null
  readonly zone: string
}

/** At once; more are shown when they are asked for. */
const AT_ONCE = 25
const PLACES_AT_ONCE = 60
/** More is read by nobody on one page, and is not asked for; a shorter window has fewer. */
const MOST_LISTED = 1000

export function IncidentList({ answer, counted, since, until, chosen, onChoose, onLook, zone }: ListProps) {
  const [places, setPlaces] = useState(PLACES_AT_ONCE)
  const { spots, at } = answer
  const numbers = spots
    .map((_, number) => number)
    .filter((number) => counted[number]!.all > 0)
    .toSorted((a, b) => counted[b]!.all - counted[a]!.all)
  const listed = numbers.filter((number, rank) => rank < places || spots[number]!.id === chosen)
  const nowhere = counted[spots.length]!
  return (
    <section aria-labelledby="map-list" className="map-list">
      <h2 id="map-list">{mapWords.list}</h2>
      <p className="quiet">{mapWords.listHelp}</p>
      {numbers.length === 0 && nowhere.all === 0 && <p>{mapWords.none}</p>}
      {listed.map((number) => {
        const { id, name, as } = spots[number]!
        return (
          <PlaceBox
            key={id}
            id={`spot-${id}`}
            name={name}
            note={mapWords.as[as]}
            count={counted[number]!}
            isOpen={id === chosen}
            onToggle={(isOpen) => onChoose(isOpen ? id : null)}
            onLook={onLook && (() => onLook(id))}
            at={at}
            since={since}
            until={until}
            zone={zone}
          />
        )
      })}
      {numbers.length > places && (
        <button type="button" onClick={() => setPlaces(places + PLACES_AT_ONCE)}>
          {mapWords.more(numbers.length - places)}
        </button>
      )}
      {nowhere.all > 0 && (
        <PlaceBox
          id="spot-nowhere"
          name={mapWords.nowhere}
          note={mapWords.nowhereHelp}
          count={nowhere}
          isOpen={chosen === 'nowhere'}
          onToggle={(isOpen) => onChoose(isOpen ? 'nowhere' : null)}
          onLook={null}
          at={at}
          since={since}
          until={until}
          zone={zone}
        />
      )}
    </section>
  )
}

interface PlaceBoxProps {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly count: Counted
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly onLook: (() => void) | null
  readonly at: string
  readonly since: string | undefined
  readonly until: string
  readonly zone: string
}

function PlaceBox({ id, name, note, count, isOpen, onToggle, onLook, zone, ...asked }: PlaceBoxProps) {
  const found = FINDINGS.filter((finding) => count.by[finding] > 0)
  return (
    <details
      id={id}
      className="map-place"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) onToggle(currentTarget.open)
      }}
    >
      <summary>
        <strong dir="auto">{name}</strong> <span>{mapWords.count(count.all)}</span>
        <span className="map-findings">
          {found.map((finding: Finding) => (
            <FindingBadge key={finding} finding={finding} count={numberText(count.by[finding])} />
          ))}
        </span>
      </summary>
      <p className="quiet">
        {note}{' '}
        {onLook && (
          <button type="button" aria-label={mapWords.show(name)} onClick={onLook}>
            {mapWords.showShort}
          </button>
        )}
      </p>
      {isOpen && <Incidents spot={id.replace(/^spot-/, '')} zone={zone} {...asked} />}
    </details>
  )
}

interface IncidentsProps extends Pick<PlaceBoxProps, 'at' | 'since' | 'until' | 'zone'> {
  readonly spot: string
}

/** Asked for when the place is opened, and so many at once. */
function Incidents({ spot, at, since, until, zone }: IncidentsProps) {
  const lens = useLens()
  const [most, setMost] = useState(AT_ONCE)
  const told = useQuery(incidentsQuery({ ...lens, at, spot, since, until, limit: most }))
  if (told.error) return <RefusalNote error={told.error} retry={() => told.refetch()} />
  if (!told.data) return <p role="status">{words.loading}</p>
  const { incidents, matched } = told.data
  return (
    <>
      <ul className="map-incidents" aria-busy={told.isPlaceholderData}>
        {incidents.map((incident) => (
          <li key={incident.id}>
            <IncidentCard incident={incident} zone={zone} />
          </li>
        ))}
      </ul>
      {matched > incidents.length && most < MOST_LISTED && (
        <button type="button" onClick={() => setMost(most + AT_ONCE)}>
          {mapWords.more(matched - incidents.length)}
        </button>
      )}
    </>
  )
}
