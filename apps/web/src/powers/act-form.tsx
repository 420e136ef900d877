// Using a power: tried first, and done once it has been seen what it would do.
import { useId, useState } from 'react'
import { RefusedByClause, useSpeakers } from '../minuting/index.ts'
import { minutingWords } from '../minuting/words.ts'
import { useSetLens } from '../parts/use-view.ts'
import { ForWhom, type Audience } from '../release/for-whom.tsx'
import { instantOfLocal, localOf, zoneName } from '../time-text.ts'
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
  const id = useId()
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
      <div className="field">
        <label htmlFor={`${id}-power`}>{said.power}</label>
        <select id={`${id}-power`} value={power.id} onChange={({ target }) => setChosen(target.value)}>
          {powers.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title ?? spoken(one.id)} ({one.id})
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-stage`}>{said.stage}</label>
        <select
          id={`${id}-stage`}
          value={stage}
          aria-describedby={`${id}-stage-help`}
          onChange={({ target }) => setStage(target.value as Stage)}
        >
          {STAGES.map((one) => (
            <option key={one} value={one}>
              {words.power.stage[one]}
            </option>
          ))}
        </select>
        <span id={`${id}-stage-help`} className="quiet">
          {said.stageHelp[stage]}
        </span>
      </div>
      <fieldset>
        <legend>{said.who}</legend>
        {may.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={by.includes(one)}
              onChange={({ target }) => setBy(target.checked ? [...by, one] : by.filter((other) => other !== one))}
            />{' '}
            <bdi>{names[one] ?? one}</bdi>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-when`}>
          {said.when} <span className="quiet">{words.lens.zone(zoneName(zone))}</span>
        </label>
        <input
          id={`${id}-when`}
          type="datetime-local"
          value={when}
          aria-describedby={`${id}-now`}
          onChange={({ target }) => setWhen(target.value)}
        />
        <span id={`${id}-now`} className="quiet">
          {minutingWords.whenHelp}
        </span>
      </div>
      {power.effect === 'extend' && (
        <Line id={`${id}-length`} label={said.length} help={said.lengthHelp} value={length} onChange={setLength} />
      )}
      {power.effect === 'designate' && (
        <div className="field">
          <label htmlFor={`${id}-sets`}>{said.sets}</label>
          <input
            id={`${id}-sets`}
            type="datetime-local"
            value={sets}
            onChange={({ target }) => setSets(target.value)}
          />
        </div>
      )}
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
          <div className="field">
            <label htmlFor={`${id}-notice`}>{said.words}</label>
            <textarea
              id={`${id}-notice`}
              dir="auto"
              value={notice}
              aria-describedby={`${id}-notice-help`}
              onChange={({ target }) => setNotice(target.value)}
            />
            <span id={`${id}-notice-help`} className="quiet">
              {said.wordsHelp}
            </span>
          </div>
          <details>
            <summary>{said.fromReport}</summary>
            <Line id={`${id}-doc`} label={said.doc} value={doc} onChange={setDoc} />
            <Line id={`${id}-quote`} label={said.quote} value={quote} onChange={setQuote} />
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

interface LineProps {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Line({ id, label, help, value, onChange }: LineProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        autoComplete="off"
        aria-describedby={help && `${id}-help`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {help && (
        <span id={`${id}-help`} className="quiet">
          {help}
        </span>
      )}
    </div>
  )
}
