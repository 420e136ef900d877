// Saying that a listed person may be meant, and that they are or are not: a minute each, with a reason in words.
import type { TravelTold } from '@trucekeeper/api'
import type { SanctionsList, ToldMatch } from '@trucekeeper/watch'
import { useState } from 'react'
import { Line, OneOf, Words } from '../minuting/fields.tsx'
import { MinuteForm, type Speakers } from '../minuting/index.ts'
import { watchWords as said } from './words.ts'

interface Props {
  readonly claim: string
  readonly names: Readonly<Record<string, string>>
  readonly zone: string
  readonly speakers: Speakers
}

interface NoteProps extends Props {
  /** What the list proposes; null where a person says it. */
  readonly match: ToldMatch | null
  readonly list: SanctionsList | null
}

export function NoteForm({ claim, names, zone, speakers, match, list }: NoteProps) {
  const [of, setOf] = useState(speakers.ids[0] ?? '')
  const [reason, setReason] = useState('')
  const [number, setNumber] = useState('')
  const [date, setDate] = useState('')
  const reference = match?.reference ?? number.trim()
  const listDate = list?.generated ?? date.trim()
  const isWhole = [of, reason.trim(), reference, listDate].every((one) => one !== '')
  const minute = {
    does: 'listing',
    state: 'possible',
    of,
    claims: [claim],
    reference,
    list_date: listDate,
    grounds: match?.reasons ?? [],
    reason,
  }
  return (
    <MinuteForm zone={zone} minute={isWhole ? minute : null} onEntered={() => setReason('')}>
      {match === null && <Line label={said.reference} value={number} onChange={setNumber} />}
      {list === null && <Line label={said.listDate} value={date} onChange={setDate} />}
      <Name of={of} onChange={setOf} names={names} speakers={speakers} />
      <Words label={said.reason} value={reason} onChange={setReason} />
    </MinuteForm>
  )
}

const FOUND = ['confirmed', 'refuted'] as const

interface DecideProps extends Props {
  readonly listing: TravelTold['listings'][number]
}

export function DecideForm({ claim, names, zone, speakers, listing }: DecideProps) {
  const { reference, state, list_date, words: steps } = listing
  const proposedBy = steps.findLast((one) => one.state === 'possible')?.of
  const [of, setOf] = useState(speakers.ids.find((id) => id !== proposedBy) ?? speakers.ids[0] ?? '')
  const [found, setFound] = useState<string>(state === 'confirmed' ? 'refuted' : 'confirmed')
  const [reason, setReason] = useState('')
  const minute = { does: 'listing', state: found, of, claims: [claim], reference, list_date, grounds: [], reason }
  return (
    <MinuteForm zone={zone} minute={of !== '' && reason.trim() !== '' ? minute : null}>
      <OneOf
        label={said.found}
        value={found}
        onChange={setFound}
        choices={FOUND.filter((one) => one !== state).map((value) => ({ value, name: said.state[value] }))}
      />
      <Name of={of} onChange={setOf} names={names} speakers={speakers} />
      <Words label={said.reason} value={reason} onChange={setReason} />
    </MinuteForm>
  )
}

interface NameProps extends Pick<Props, 'names' | 'speakers'> {
  readonly of: string
  readonly onChange: (of: string) => void
}

function Name({ of, onChange, names, speakers }: NameProps) {
  const choices = speakers.ids.map((value) => ({ value, name: names[value] ?? value }))
  return <OneOf label={said.of} value={of} onChange={onChange} choices={choices} />
}
