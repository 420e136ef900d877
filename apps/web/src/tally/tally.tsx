// The screen of the tally: which periods, which of them, and a table for each party beside the period before.
import type { LensAnswer, TallyAnswer, TallyPeriods } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId } from 'react'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useSight } from '../parts/use-view.ts'
import { longMoment } from '../time-text.ts'
import { tallyQuery } from '../timeline/ask.ts'
import { words } from '../words.ts'
import { tallyCsv } from './csv.ts'
import { Parties } from './parties.tsx'
import { KINDS, tallySearchOf, type By } from './search.ts'
import './tally.css'
import { tallyWords as text } from './words.ts'

export function TallyScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  const tally = useQuery({ ...tallyQuery(lens), enabled: sight !== undefined })
  useEffect(() => {
    document.title = `${text.title} · ${words.product}`
  }, [])

  const failed = error ?? tally.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), tally.refetch()])} />
  if (!sight || !record) return <Loading />
  return (
    <div className="tally-screen" aria-busy={busy || tally.isPlaceholderData || !tally.data}>
      <h1>{text.title}</h1>
      <p className="quiet tally-help">{text.help}</p>
      {/* Whose word counts is what the columns tell. */}
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      {!tally.data ? (
        <Loading />
      ) : tally.data.term.rows.length === 0 ? (
        <section className="panel">
          <h2>{text.none}</h2>
          <p>{text.noneHelp}</p>
        </section>
      ) : (
        <Chosen tally={tally.data} sight={sight} />
      )}
    </div>
  )
}

function Chosen({ tally, sight }: { tally: TallyAnswer; sight: LensAnswer }) {
  const { by = 'week', period } = tallySearchOf(useSearch({ strict: false }))
  const kind = tally[by]
  const asked = kind.periods.findIndex(({ from, to }) => period !== undefined && from <= period && period <= to)
  const index = asked === -1 ? kind.periods.length - 1 : asked
  return (
    <>
      <Choice tally={tally} by={by} index={index} />
      <Parties of={kind} index={index} sight={sight} />
      <p className="quiet tally-help">{text.bulkHelp}</p>
      <p>
        <button type="button" onClick={() => download(kind, `${sight.agreement.id}-tally-${by}.csv`)}>
          {text.download}
        </button>
      </p>
    </>
  )
}

function Choice({ tally, by, index }: { tally: TallyAnswer; by: By; index: number }) {
  const navigate = useNavigate()
  const [kind, which] = [useId(), useId()]
  const { periods } = tally[by]
  const choose = (change: { by?: By; period?: string | undefined }) =>
    void navigate({ to: '.', search: (search) => ({ ...search, ...change }), resetScroll: false, replace: true })
  const step = (to: number) => choose({ period: periods[to]!.from })
  return (
    <div className="tally-choice">
      <div className="field">
        <label htmlFor={kind}>{text.by}</label>
        <select
          id={kind}
          value={by}
          onChange={({ target }) => choose({ by: target.value as By, period: periods[index]?.to })}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {text.kinds[one]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={which}>{text.period}</label>
        <span className="field-row">
          <select id={which} value={index} onChange={({ target }) => step(Number(target.value))}>
            {periods.map((period, at) => (
              <option key={period.from} value={at}>
                {periodText(period, tally.zone)}
              </option>
            ))}
          </select>
          <button type="button" disabled={index <= 0} onClick={() => step(index - 1)}>
            {text.earlier}
          </button>
          <button type="button" disabled={index >= periods.length - 1} onClick={() => step(index + 1)}>
            {text.later}
          </button>
        </span>
      </div>
    </div>
  )
}

function periodText({ from, to }: TallyPeriods['periods'][number], zone: string): string {
  return from === to ? longMoment(from, zone) : text.week(longMoment(from, zone), longMoment(to, zone))
}

function download(kind: TallyPeriods, name: string): void {
  const address = URL.createObjectURL(new Blob([tallyCsv(kind)], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
