// Forms for a request for information, and for the answer to one or the reason why there is none.
import { useState } from 'react'
import { OneOf, When, Words, type Choice } from '../minuting/fields.tsx'
import { MinuteForm } from '../minuting/index.ts'
import { instantOfLocal } from '../time-text.ts'
import type { FormProps } from './go-on.tsx'
import { exchangeWords as text } from './words.ts'

export const choicesOf = (ids: readonly string[], names: Readonly<Record<string, string>>): Choice[] =>
  ids.map((value) => ({ value, name: names[value] ?? value }))

/** The number of what one tells another next. */
export function nextOf({ told: { rows } }: Pick<FormProps, 'told'>, of: string, to: string): number {
  return rows.find((row) => row.of === of && row.to === to)?.next ?? 1
}

export function AskForm(props: FormProps) {
  const { names, zone, speakers } = props
  const [of, setOf] = useState(speakers[0] ?? '')
  const others = Object.keys(names).filter((id) => id !== of)
  const [to, setTo] = useState(others[0] ?? '')
  const [about, setAbout] = useState('')
  const [due, setDue] = useState('')
  const asked = others.includes(to) ? to : (others[0] ?? '')
  const minute = {
    does: 'ask-information',
    of,
    to: asked,
    about,
    due: due === '' ? null : instantOfLocal(due, zone),
    number: nextOf(props, of, asked),
  }
  return (
    <MinuteForm zone={zone} minute={about.trim() === '' ? null : minute}>
      <OneOf label={text.inWhoseName} value={of} onChange={setOf} choices={choicesOf(speakers, names)} />
      <OneOf label={text.ofWhom} value={asked} onChange={setTo} choices={choicesOf(others, names)} />
      <Words label={text.about} value={about} onChange={setAbout} />
      <When label={text.dueWhen} zone={zone} value={due} onChange={setDue} />
    </MinuteForm>
  )
}

export function AnswerForm({ told, names, zone, speakers }: FormProps) {
  const open = told.requests.filter(({ to, answer }) => answer === null && speakers.includes(to))
  const [chosen, setChosen] = useState('')
  const [how, setHow] = useState<'answer' | 'refusal'>('answer')
  const [said, setSaid] = useState('')
  const request = open.find(({ id }) => id === chosen) ?? open[0]
  if (!request) return <p className="quiet">{text.nothingToAnswer}</p>
  const minute = {
    does: 'answer-information',
    request: request.id,
    of: request.to,
    answer: how === 'answer' ? said : null,
    refused_because: how === 'refusal' ? said : null,
  }
  return (
    <MinuteForm zone={zone} minute={said.trim() === '' ? null : minute}>
      <OneOf
        label={text.which}
        value={request.id}
        onChange={setChosen}
        choices={open.map(({ id, of, to, about }) => ({
          value: id,
          name: `${text.asks(names[of] ?? of, names[to] ?? to)}: ${about}`,
        }))}
      />
      <OneOf
        label={text.how}
        value={how}
        onChange={(value) => setHow(value as typeof how)}
        choices={[
          { value: 'answer', name: text.states.answered },
          { value: 'refusal', name: text.states.refused },
        ]}
      />
      <Words label={how === 'answer' ? text.answerText : text.because} value={said} onChange={setSaid} />
    </MinuteForm>
  )
}
