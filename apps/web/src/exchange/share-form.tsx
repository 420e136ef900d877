// The form for telling others something with its caveats; what one was told oneself is passed on within those.
import { useState } from 'react'
import { Line, OneOf, SomeOf, When, Words } from '../minuting/fields.tsx'
import { MinuteForm } from '../minuting/index.ts'
import { instantOfLocal, localOf } from '../time-text.ts'
import type { FormProps } from './go-on.tsx'
import type { Share } from './queries.ts'
import { choicesOf, nextOf } from './request-forms.tsx'
import { exchangeWords as text } from './words.ts'

type PlaceKind = 'none' | 'governorate' | 'district' | 'cell'

const codesOf = (list: Readonly<Record<string, string>>) =>
  Object.entries(list).map(([value, name]) => ({ value, name }))

/** `from`: what is passed on; null for what is one's own. */
export function ShareForm(props: FormProps & { readonly from: Share | null }) {
  const { names, zone, speakers, from } = props
  const tellers = from ? speakers.filter((id) => from.to.some(({ member }) => member === id)) : speakers
  const [of, setOf] = useState(tellers[0] ?? '')
  const others = Object.keys(names).filter((id) => id !== of)
  const [to, setTo] = useState<readonly string[]>([])
  const [matter, setMatter] = useState<string>(from?.matter ?? 'incident')
  const [said, setSaid] = useState(from?.text ?? '')
  const [kind, setKind] = useState<PlaceKind>('none')
  const [place, setPlace] = useState('')
  const [time, setTime] = useState('')
  const [passTo, setPassTo] = useState<readonly string[]>([])
  const [until, setUntil] = useState(from?.caveats.until ? localOf(from.caveats.until, zone) : '')
  const [finest, setFinest] = useState<string>(from?.caveats.place ?? 'district')
  const [closest, setClosest] = useState<string>(from?.caveats.time ?? 'day')
  const members = to.filter((id) => id !== of)
  const minute = {
    does: 'share',
    of,
    to: members.map((member) => ({ member, number: nextOf(props, of, member) })),
    matter,
    text: said,
    place: kind === 'none' ? null : { [kind]: place.trim() },
    time: time.trim() === '' ? null : time.trim(),
    claims: [],
    caveats: {
      pass_to: passTo.filter((id) => id !== of),
      until: until === '' ? null : instantOfLocal(until, zone),
      place: finest,
      time: closest,
    },
    passes_on: from?.id ?? null,
  }
  return (
    <MinuteForm zone={zone} minute={members.length === 0 || said.trim() === '' ? null : minute}>
      <OneOf label={text.inWhoseName} value={of} onChange={setOf} choices={choicesOf(tellers, names)} />
      <SomeOf label={text.tellWhom} value={to} onChange={setTo} choices={choicesOf(others, names)} />
      <OneOf label={text.matter} value={matter} onChange={setMatter} choices={codesOf(text.matters)} />
      <Words label={text.saying} value={said} onChange={setSaid} help={text.noPoints} />
      <OneOf
        label={text.place}
        value={kind}
        onChange={(value) => setKind(value as PlaceKind)}
        choices={codesOf({
          none: text.noPlace,
          governorate: text.places.governorate,
          district: text.places.district,
          cell: text.cell,
        })}
      />
      {kind !== 'none' && <Line label={text.placeName} value={place} onChange={setPlace} />}
      <Line label={text.time} value={time} onChange={setTime} help={text.timeHelp} required={false} />
      <SomeOf label={text.passTo} value={passTo} onChange={setPassTo} choices={choicesOf(others, names)} />
      <When label={text.untilWhen} zone={zone} value={until} onChange={setUntil} />
      <OneOf label={text.finestPlace} value={finest} onChange={setFinest} choices={codesOf(text.places)} />
      <OneOf label={text.finestTime} value={closest} onChange={setClosest} choices={codesOf(text.times)} />
    </MinuteForm>
  )
}
