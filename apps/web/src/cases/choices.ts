// Other cases to choose from, by their names and by what they allege.
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Choices } from '../minuting/index.ts'
import { useLens } from '../parts/use-view.ts'
import { casesQuery } from './queries.ts'
import { caseWords as said } from './words.ts'

export function useCaseChoices(except: string): Choices {
  const [asked, setAsked] = useState(false)
  const { data } = useQuery({ ...casesQuery(useLens()), enabled: asked })
  const choices = useMemo(
    () =>
      data?.cases
        .filter((one) => one.case !== except)
        .map((one) => ({
          gives: [one.case],
          name: one.case,
          kind: said.case,
          about: one.summary,
          also: [one.summary, one.clause, data.names[one.accused] ?? one.accused].join(' '),
        })),
    [data, except],
  )
  return { choices, onCome: () => setAsked(true) }
}
