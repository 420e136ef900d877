// For whom something is written: for one's own desk until it is released, or for every desk at once.
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { seatIn, sessionQuery } from '../sign-in/seat.ts'
import { releaseWords as said } from './words.ts'
import './release.css'

export type Audience = 'desk' | 'desks'

interface Props {
  readonly value: Audience
  readonly onChange: (audience: Audience) => void
}

/** Nothing where nobody signs in: there everybody sees everything. */
export function ForWhom({ value, onChange }: Props) {
  const { data } = useQuery(sessionQuery())
  const name = useId()
  if (seatIn(data) === null) return null
  return (
    <fieldset className="release-whom">
      <legend>{said.whom}</legend>
      {(['desk', 'desks'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />{' '}
          {said.audiences[one]}
        </label>
      ))}
    </fieldset>
  )
}
