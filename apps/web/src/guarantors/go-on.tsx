// Minutes of guarantors: what one undertakes in words of its own, that it pressed its party, what came of it, a call.
import type { UndertakingsAnswer } from '@trucekeeper/api'
import { useState } from 'react'
import { Line, OneOf, SomeOf, When, Words, type Choice } from '../minuting/fields.tsx'
import { Chooser, GoOn, MinuteForm, useActChoices, useClaimChoices, useDocumentChoices } from '../minuting/index.ts'
import { instantOfLocal } from '../time-text.ts'
import { guarantorWords as said } from './words.ts'

type Kind = keyof typeof said.kinds

interface Props {
  readonly told: UndertakingsAnswer
  readonly zone: string
}

export function GuarantorsGoOn({ told, zone }: Props) {
  return (
    <GoOn title={said.goOn} names={told.names} what={said.what} kinds={said.kinds}>
      {(kind, speakers) => (
        <Form
          key={`${kind} ${Object.keys(told.written).length}`}
          kind={kind}
          told={told}
          zone={zone}
          speakers={speakers}
        />
      )}
    </GoOn>
  )
}

const OUTCOMES = ['kept', 'partly', 'not_kept', 'not_known'] as const
const CHANNELS = ['phone', 'meeting', 'hotline'] as const

function Form({ kind, told, zone, speakers }: Props & { readonly kind: Kind; readonly speakers: readonly string[] }) {
  const { guarantors, undertakings, names } = told
  const guaranteeing = guarantors.map(({ id }) => id).filter((id) => speakers.includes(id))
  const [of, setOf] = useState(guaranteeing[0] ?? speakers[0] ?? '')
  const [party, setParty] = useState('')
  const [text, setText] = useState('')
  const [notice, setNotice] = useState('')
  const [due, setDue] = useState('')
  const [chosen, setChosen] = useState('')
  const [claims, setClaims] = useState<readonly string[]>([])
  const [acts, setActs] = useState<readonly string[]>([])
  const claimChoices = useClaimChoices(zone)
  const actChoices = useActChoices(zone, names)
  const documentChoices = useDocumentChoices(zone)
  const [channel, setChannel] = useState<string>('phone')
  const [outcome, setOutcome] = useState<string>('kept')
  const [between, setBetween] = useState<readonly string[]>(guarantors.map(({ id }) => id))
  const [docs, setDocs] = useState<Readonly<Record<string, string>>>({})
  const named = (ids: readonly string[]): Choice[] => ids.map((id) => ({ value: id, name: names[id] ?? id }))
  const mine = kind === 'pressed' ? undertakings.filter((one) => one.of === of && one.for !== null) : undertakings
  const about = mine.find(({ id }) => id === chosen) ?? mine[0]
  const answered = guarantors.find(({ id }) => id === of)?.answers_for ?? []
  const read_outs = between.flatMap((id) => (docs[id]?.trim() ? [{ of: id, doc: docs[id].trim() }] : []))
  const restsOn = { claims, ...(acts.length > 0 && { acts }) }
  const bodies: Readonly<Record<Kind, Readonly<Record<string, unknown>> | null>> = {
    undertaking: {
      does: kind,
      of,
      for: party === '' ? null : party,
      to_do: text,
      clause: null,
      due: due === '' ? null : instantOfLocal(due, zone),
    },
    pressed: about ? { does: kind, of, undertaking: about.id, party: about.for, channel } : null,
    outcome: about ? { does: kind, of, undertaking: about.id, outcome, reason: text, ...restsOn } : null,
    call: between.length > 1 ? { does: kind, channel, between, read_outs } : null,
  }
  return (
    <MinuteForm zone={zone} minute={bodies[kind]} notice={kind === 'undertaking' ? notice : null}>
      {kind === 'call' ? (
        <>
          <SomeOf label={said.whoWasOn} value={between} onChange={setBetween} choices={named(Object.keys(names))} />
          {between.map((id) => (
            <Chooser
              key={id}
              label={said.readOutDoc(names[id] ?? id)}
              value={docs[id] ? [docs[id]] : []}
              onChange={([doc = '']) => setDocs({ ...docs, [id]: doc })}
              {...documentChoices}
              isOne
            />
          ))}
        </>
      ) : (
        <OneOf label={said.inWhoseName} value={of} onChange={setOf} choices={named(speakers)} />
      )}
      {(kind === 'pressed' || kind === 'outcome') && (
        <OneOf
          label={said.which}
          value={about?.id ?? ''}
          onChange={setChosen}
          choices={mine.map((one) => ({ value: one.id, name: `${names[one.of] ?? one.of}: ${one.to_do}` }))}
        />
      )}
      {(kind === 'pressed' || kind === 'call') && (
        <OneOf
          label={said.channel}
          value={channel}
          onChange={setChannel}
          choices={CHANNELS.map((value) => ({ value, name: said.channels[value] }))}
        />
      )}
      {kind === 'undertaking' && (
        <>
          <OneOf
            label={said.from}
            value={party}
            onChange={setParty}
            choices={[{ value: '', name: said.itselfOnly }, ...named(answered)]}
          />
          <Line label={said.toDo} value={text} onChange={setText} />
          <Words label={said.notice} value={notice} onChange={setNotice} />
          <When label={said.dueWhen} zone={zone} value={due} onChange={setDue} />
        </>
      )}
      {kind === 'outcome' && (
        <>
          <OneOf
            label={said.outcome}
            value={outcome}
            onChange={setOutcome}
            choices={OUTCOMES.map((value) => ({ value, name: said.states[value] }))}
          />
          <Words label={said.because} value={text} onChange={setText} />
          <Chooser label={said.onClaims} value={claims} onChange={setClaims} {...claimChoices} />
          <Chooser label={said.onActs} value={acts} onChange={setActs} {...actChoices} />
        </>
      )}
    </MinuteForm>
  )
}
