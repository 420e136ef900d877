// Using a power: tried first, and done once it has been seen what it would do.
import { useState } from 'react'
import { Line, OneOf, SomeOf, When, Words } from '../minuting/fields.tsx'
import { RefusedByClause, useSpeakers } from '../minuting/index.ts'
import { minutingWords } from '../minuting/words.ts'
import { useSetLens } from '../parts/use-view.ts'
import { ForWhom, type Audience } from '../release/for-whom.tsx'
import { instantOfLocal, localOf } from '../time-text.ts'
import { words } from '../words.ts'
import { spoken } from '../grouping.ts'
import { Effect } from './effect.tsx'
import type { PowerTold } from './power.tsx'
import { useAct, useTrial } from './queries.ts'
import { powerWords as said } from './words.ts'

const STAGES = ['proposed', 'accepted', 'exercised', 'threatened', 'prepared', 'lifted', 'demanded'] as const
type Stage = (typeof STAGES)[number]

interface Props {
  readonly powers: readonly PowerTold[]
  readonly names: Readonly<Record<string, string>>
  readonly zone: string
  /** The instant that is looked at. */
  readonly at: string
}

export function ActForm({ powers, names, zone, at: seen }: Props) {
  const setLens = useSetLens()
  const { mayWrite } = useSpeakers(names)
  const [trial, doing] = [useTrial(), useAct()]
  const [tried, setTried] = useState<string | null>(null)
  const [chosen, setChosen] = useState(powers[0]!.id)
  const [stage, setStage] = useState<Stage>('exercised')
  const [by, setBy] = useState<readonly string[]>([])
  const [when, setWhen] = useState(localOf(seen, zone))
  const [length, setLength] = useState('')
  const [sets, setSets] = useState('')
  const [notice, setNotice] = useState('')
  const [doc, setDoc] = useState('')
  const [quote, setQuote] = useState('')
  const [audience, setAudience] = useState<Audience>('desks')
  const power = powers.find((one) => one.id === chosen) ?? powers[0]!
  const may = stage === 'demanded' ? Object.keys(names) : power.holders
  const makers = may.filter((one) => by.includes(one))
  const at = when === '' ? undefined : instantOfLocal(when, zone)
  const moment = sets === '' ? undefined : instantOfLocal(sets, zone)
  const act = {
    power: power.id,
    stage,
    by: makers,
    ...(at && { at }),
    ...(power.effect === 'extend' && length.trim() !== '' && { length: length.trim() }),
    ...(power.effect === 'designate' && moment && { sets: moment }),
  }
  const key = JSON.stringify(act)
  const hasWords = notice.trim() !== '' || (doc.trim() !== '' && quote.trim() !== '')
  const isSound = makers.length > 0 && at !== null && moment !== null

  async function enter(): Promise<void> {
    const inWords = notice.trim() === '' ? { words: { doc: doc.trim(), quote } } : { notice }
    const done = await doing.mutateAsync({ act, ...inWords, for: audience }).catch(() => null)
    if (done === null) return
    setTried(null)
    trial.reset()
    for (const clear of [setNotice, setDoc, setQuote]) clear('')
    // Whoever looks at an earlier instant would not see what they did.
    if (at && Date.parse(at) > Date.parse(seen)) setLens({ at })
  }
  function tryIt(): void {
    doing.reset()
    setTried(key)
    trial.mutate({ act })
  }

  return (
    <form
      className="minuting act-form"
      onSubmit={(event) => {
        event.preventDefault()
        tryIt()
      }}
    >
      <p className="quiet">{said.tryHelp}</p>
      <OneOf
        label={said.power}
        value={power.id}
        onChange={setChosen}
        choices={powers.map((one) => ({ value: one.id, name: `${one.title ?? spoken(one.id)} (${one.id})` }))}
      />
      <OneOf
        label={said.stage}
        help={said.stageHelp[stage]}
        value={stage}
        onChange={(value) => setStage(value as Stage)}
        choices={STAGES.map((value) => ({ value, name: words.power.stage[value] }))}
      />
      <SomeOf
        label={said.who}
        value={by}
        onChange={setBy}
        choices={may.map((value) => ({ value, name: names[value] ?? value }))}
      />
      <When label={said.when} help={minutingWords.whenHelp} zone={zone} value={when} onChange={setWhen} />
      {power.effect === 'extend' && (
        <Line label={said.length} help={said.lengthHelp} value={length} onChange={setLength} required={false} />
      )}
      {power.effect === 'designate' && <When label={said.sets} zone={zone} value={sets} onChange={setSets} />}
      <p>
        <button type="submit" disabled={!isSound || trial.isPending}>
          {said.tries}
        </button>
      </p>
      <div role="status">
        {tried === key && (trial.data ?? trial.error) && <h3>{said.wouldDo}</h3>}
        {tried === key && trial.data && <Effect effect={trial.data.effect} />}
        {tried !== null && tried !== key && <p>{said.changed}</p>}
      </div>
      {tried === key && trial.error && <RefusedByClause error={trial.error} />}
      {tried === key && trial.data && mayWrite && (
        <div className="act-do">
          <Words label={said.words} help={said.wordsHelp} value={notice} onChange={setNotice} required={false} />
          <details>
            <summary>{said.fromReport}</summary>
            <Line label={said.doc} value={doc} onChange={setDoc} required={false} />
            <Line label={said.quote} value={quote} onChange={setQuote} required={false} />
          </details>
          <ForWhom value={audience} onChange={setAudience} />
          <p>
            <button type="button" disabled={!hasWords || doing.isPending} onClick={() => void enter()}>
              {said.does}
            </button>{' '}
            {!hasWords && <span className="quiet">{said.noWords}</span>}
          </p>
        </div>
      )}
      {!mayWrite && <p className="quiet">{minutingWords.nobody}</p>}
      {doing.error && <RefusedByClause error={doing.error} />}
      <div role="status">
        {doing.data && (
          <>
            <p>
              <strong>{said.done}</strong>
            </p>
            <Effect effect={doing.data.effect} />
          </>
        )}
      </div>
    </form>
  )
}
