// What can be chosen in the forms of the minutes, from what whoever asks may see: claims and happenings, acts, documents.
import type { Clusters, EntriesAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { about } from '../api.ts'
import { clustersQuery } from '../inbox/asking.ts'
import { rowText } from '../list-text.ts'
import { useLens } from '../parts/use-view.ts'
import { powersQuery } from '../powers/queries.ts'
import { longMoment } from '../time-text.ts'
import { documentsQuery } from '../timeline/ask.ts'
import { words } from '../words.ts'
import type { Choosable } from './chooser.tsx'
import { chooserWords as said } from './chooser-words.ts'

export interface Choices {
  readonly choices: readonly Choosable[] | undefined
  readonly onCome: () => void
}

const smallPrint = (parts: readonly (string | null)[]) => rowText(parts.flatMap((part) => part ?? []))

/** Each claim by its words, and everything told of one happening by its kind, places and day. `isAsked`: fetched at once. */
export function useClaimChoices(zone: string, isAsked = false): Choices {
  const [asked, setAsked] = useState(isAsked)
  const { data } = useQuery({ ...clustersQuery(), enabled: asked })
  const isEmpty = data !== undefined && Object.keys(data.claims).length === 0
  const lines = useQuery({ ...about<EntriesAnswer>('/api/entries?limit=1000'), enabled: isEmpty }).data
  const choices = useMemo(
    () => (isEmpty ? lines && unentered(lines, zone) : data && [...happenings(data, zone), ...claims(data, zone)]),
    [data, lines, isEmpty, zone],
  )
  return { choices, onCome: () => setAsked(true) }
}

/** Of a folder into which nothing has been written yet only the words are told; all of it follows with the first minute. */
function unentered({ entries }: EntriesAnswer, zone: string): Choosable[] {
  return entries.flatMap(({ type, id, summary, received_at }) => {
    const when = longMoment(received_at, zone)
    return type === 'claim'
      ? [{ gives: [id], name: summary, kind: said.kinds.claim, about: when, also: `${received_at} ${when} ${id}` }]
      : []
  })
}

function claims({ claims: all }: Clusters, zone: string): Choosable[] {
  return Object.values(all).map(({ id, quote, speaker, outlet, kind, places, date, published, doc }) => ({
    gives: [id],
    name: quote,
    kind: said.kinds.claim,
    about: smallPrint([speaker ?? outlet, ...places, longMoment(date ?? published, zone)]),
    also: [
      speaker,
      outlet,
      words.claim.kind[kind] ?? kind,
      ...places,
      date,
      longMoment(date ?? published, zone),
      doc,
      id,
    ]
      .filter((part) => part !== null)
      .join(' '),
  }))
}

function happenings({ matters, claims: all }: Clusters, zone: string): Choosable[] {
  return matters
    .filter((matter) => matter.claims.length > 1)
    .map((matter) => {
      const told = matter.claims.flatMap((id) => all[id] ?? [])
      const places = [...new Set(told.flatMap((claim) => claim.places))]
      const days = [...new Set(told.flatMap(({ date }) => date ?? []))].toSorted()
      const [day] = days
      return {
        gives: matter.claims,
        name: [words.claim.kind[matter.kind] ?? matter.kind, ...places.slice(0, 3)].join(words.comma),
        kind: said.kinds.happening,
        about: smallPrint([day === undefined ? null : longMoment(day, zone), said.together(matter.claims.length)]),
        also: [matter.kind, ...places, ...days, ...days.map((each) => longMoment(each, zone))].join(' '),
      }
    })
}

/** Acts by the power that they use. */
export function useActChoices(zone: string, names: Readonly<Record<string, string>>): Choices {
  const [asked, setAsked] = useState(false)
  const { data } = useQuery({ ...powersQuery(useLens()), enabled: asked })
  const choices = useMemo(
    () =>
      data?.powers.flatMap(({ id, title, notices }) =>
        notices.map(({ act, at, by, stage, quote }): Choosable => {
          const when = longMoment(at, zone)
          return {
            gives: [act],
            name: [title ?? id, words.power.stage[stage] ?? stage].join(words.comma),
            kind: said.kinds.act,
            about: smallPrint([...by.map((each) => names[each] ?? each), when]),
            also: [id, ...by, ...by.map((each) => names[each] ?? ''), at, when, quote, act].join(' '),
          }
        }),
      ),
    [data, names, zone],
  )
  return { choices, onCome: () => setAsked(true) }
}

export function useDocumentChoices(zone: string): Choices {
  const [asked, setAsked] = useState(false)
  const { data } = useQuery({ ...documentsQuery(useLens()), enabled: asked })
  const choices = useMemo(
    () =>
      data?.documents.map(({ doc, outlet, published }): Choosable => {
        const when = longMoment(published, zone)
        return {
          gives: [doc],
          name: doc,
          kind: said.kinds.document,
          about: smallPrint([outlet, when]),
          also: [outlet, published, when].filter((part) => part !== null).join(' '),
        }
      }),
    [data, zone],
  )
  return { choices, onCome: () => setAsked(true) }
}
