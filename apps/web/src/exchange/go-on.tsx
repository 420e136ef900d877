// Writing into the exchange: asking, answering, telling, and passing on what one was told.
import type { ExchangeAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OneOf } from '../minuting/fields.tsx'
import { GoOn } from '../minuting/index.ts'
import { AnswerForm, AskForm } from './request-forms.tsx'
import { exchangeQuery, namesIn } from './queries.ts'
import { ShareForm } from './share-form.tsx'
import { exchangeWords as text } from './words.ts'

export function ExchangeGoOn({ told, zone }: { readonly told: ExchangeAnswer; readonly zone: string }) {
  const names = namesIn(told)
  // What is written is written now, whatever instant is looked at: numbers go on from the last there is.
  const [now] = useState(() => new Date().toISOString().replace(/\.\d+Z$/, '+00:00'))
  const latest = useQuery(exchangeQuery({ at: now })).data ?? told
  const key = `${latest.log.length}`
  return (
    <GoOn title={text.goOn} names={names} what={text.what} kinds={text.kinds}>
      {(kind, speakers) => {
        const of = { told: latest, names, zone, speakers }
        return (
          <>
            {kind === 'ask' && <AskForm key={key} {...of} />}
            {kind === 'answer' && <AnswerForm key={key} {...of} />}
            {kind === 'share' && <ShareForm key={key} {...of} from={null} />}
            {kind === 'pass' && <PassOn key={key} {...of} />}
          </>
        )
      }}
    </GoOn>
  )
}

export interface FormProps {
  readonly told: ExchangeAnswer
  readonly names: Readonly<Record<string, string>>
  readonly zone: string
  readonly speakers: readonly string[]
}

/** Which of what those one speaks for were told. */
function PassOn(of: FormProps) {
  const { told, names, speakers } = of
  const passable = told.shares.filter(({ to }) => to.some(({ member }) => speakers.includes(member)))
  const [chosen, setChosen] = useState('')
  const share = passable.find(({ id }) => id === chosen) ?? passable[0]
  if (!share) return <p className="quiet">{text.nothingToPass}</p>
  return (
    <>
      <div className="minuting">
        <OneOf
          label={text.which}
          value={share.id}
          onChange={setChosen}
          choices={passable.map((one) => ({ value: one.id, name: `${names[one.of] ?? one.of}: ${one.text}` }))}
        />
      </div>
      <ShareForm key={share.id} {...of} from={share} />
    </>
  )
}
