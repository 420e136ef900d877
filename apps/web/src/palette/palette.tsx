// The palette: type a few letters of a screen, a clause, a document, an account or an instant, and go there.
import type { RecordSummary, SessionAnswer, Status } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { clauseName, partyName, sectionOf } from '../grouping.ts'
import { addressIn, language } from '../language.ts'
import { MENU } from '../menu/index.ts'
import { useView } from '../parts/use-view.ts'
import { deskName } from '../sign-in/names.ts'
import { seatIn, sessionQuery } from '../sign-in/seat.ts'
import { instantOfLocal, longMoment } from '../time-text.ts'
import { documentsQuery } from '../timeline/ask.ts'
import type { Lens } from '../url-state.ts'
import { words } from '../words.ts'
import { clockOf, placesFor, type Place } from './found.ts'
import { screenNames, VERIFY_PAGE } from './screens.ts'
import { paletteWords as text } from './words.ts'

export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const { lens, record, status } = useView()
  const documents = useQuery(documentsQuery(lens)).data?.documents ?? []
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    // Closed by the browser where the element goes; focus returns to where it was.
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const places = [
    ...screens(lens, useQuery(sessionQuery()).data),
    ...clauses(status, lens),
    ...accounts(status),
    ...instants(record, status),
    ...documents.map(({ sha256, doc, outlet }): Place => ({
      key: `document ${sha256} ${doc}`,
      name: doc,
      kind: text.kinds.document,
      also: outlet ?? '',
      to: '/documents/$sha',
      params: { sha: sha256 },
      search: { ...lens },
    })),
  ]
  const typedInstant = instantPlace(typed, status)
  const found = typedInstant ? [typedInstant] : placesFor(typed, places)
  const at = Math.min(chosen, found.length - 1)

  const go = ({ to, params, search }: Place): void => {
    dialog.current?.close()
    if (to === VERIFY_PAGE) return globalThis.location.assign(addressIn(language, to))
    const change = to === '.' ? (before: object) => ({ ...before, ...search }) : (search ?? {})
    void navigate({ to, params, search: change } as never)
  }
  const onKey = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined) setChosen(Math.max(0, Math.min(found.length - 1, at + step)))
    else if (event.key === 'Enter' && found[at]) go(found[at])
    else return
    event.preventDefault()
  }
  return (
    <dialog ref={dialog} className="palette" aria-label={screenNames.palette} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={text.ask}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        {...(found[at] && { 'aria-activedescendant': `palette-${at}` })}
        placeholder={text.ask}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setChosen(0)
        }}
        onKeyDown={onKey}
      />
      <div ref={list} role="listbox" id="palette-list" aria-label={text.results}>
        {found.map((place, index) => (
          <div
            key={place.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => go(place)}
            onPointerMove={() => setChosen(index)}
          >
            <bdi>{place.name}</bdi>
            <span className="quiet palette-kind">{place.kind}</span>
          </div>
        ))}
      </div>
      <p className="quiet" role="status">
        {found.length === 0 ? text.none : text.found(found.length)}
      </p>
    </dialog>
  )
}

function screens(lens: Lens, session: SessionAnswer | undefined): Place[] {
  const seat = seatIn(session)
  const all: readonly (readonly [to: string, name: string, group?: string])[] = [
    ...MENU.flatMap(({ name, screens }) => screens.map(([to, title]) => [to, title, name] as const)),
    ...(seat ? [['/desk', deskName(seat.desk)] as const] : []),
    [VERIFY_PAGE, screenNames[VERIFY_PAGE]],
  ]
  return all.map(([to, name, group = text.kinds.screen]) => ({
    key: to,
    name,
    kind: group,
    also: `${to} ${text.kinds.screen}`,
    to,
    search: { ...lens },
  }))
}

function clauses(status: Status | undefined, lens: Lens): Place[] {
  return (status?.clauses ?? []).map((clause) => ({
    key: `clause ${clause.id}`,
    name: [clauseName(clause), ...clause.parties.map(partyName)].join(words.comma),
    kind: text.kinds.clause,
    also: [clause.id, sectionOf(clause.heading), words.kind[clause.kind]].filter(Boolean).join(' '),
    to: '/clauses/$id',
    params: { id: clause.id },
    search: { ...lens },
  }))
}

function accounts(status: Status | undefined): Place[] {
  return (status?.accounts ?? []).map(({ id, name }) => {
    return { key: `account ${id}`, name, kind: text.kinds.account, also: id, to: '.', search: { account: id } }
  })
}

function instants(record: RecordSummary | undefined, status: Status | undefined): Place[] {
  if (!record || !status) return []
  const { zone } = status.agreement
  return record.moments.map(({ at, label }) => {
    return {
      key: `instant ${at}`,
      name: longMoment(at, zone),
      kind: text.kinds.instant,
      also: label,
      to: '.',
      search: { at },
    }
  })
}

function instantPlace(typed: string, status: Status | undefined): Place | null {
  const clock = clockOf(typed)
  const at = clock && status && instantOfLocal(clock, status.agreement.zone)
  if (!at) return null
  const name = longMoment(at, status.agreement.zone)
  return { key: `instant ${at}`, name, kind: text.kinds.instant, to: '.', search: { at } }
}
