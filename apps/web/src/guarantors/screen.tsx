// The screen of guarantors: what each undertook and what came of it, what waits to be confirmed, calls, the hotline.
import type { UndertakingsAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { namesText } from '../list-text.ts'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useSight } from '../parts/use-view.ts'
import { OutOfOrder } from '../cases/out-of-order.tsx'
import { longMoment, zoneName } from '../time-text.ts'
import { words } from '../words.ts'
import { Calls } from './calls.tsx'
import { GuarantorsGoOn } from './go-on.tsx'
import { Hotline } from './hotline.tsx'
import { Proposed } from './proposed.tsx'
import { callsQuery, hotlineQuery, undertakingsQuery } from './queries.ts'
import { Undertakings } from './undertakings.tsx'
import { guarantorWords as said } from './words.ts'
import './guarantors.css'

export function GuarantorsScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  const enabled = lens.at !== undefined
  const undertakings = useQuery({ ...undertakingsQuery(lens), enabled })
  const calls = useQuery({ ...callsQuery(lens), enabled })
  const hotline = useQuery({ ...hotlineQuery(lens), enabled })
  useEffect(() => {
    document.title = `${said.title} · ${words.product}`
  }, [])
  const asked = [undertakings, calls, hotline]
  const failed = error ?? asked.find((one) => one.error)?.error
  if (failed)
    return <RefusalNote error={failed} retry={() => Promise.all([retry(), ...asked.map((one) => one.refetch())])} />
  if (!sight || !record || !undertakings.data || !calls.data || !hotline.data) return <Loading />
  const { zone } = sight.agreement
  return (
    <div className="guarantors" aria-busy={busy || asked.some((one) => one.isPlaceholderData)}>
      <h1>{said.title}</h1>
      <p>{words.today.asOf(longMoment(sight.at, zone), zoneName(zone))}</p>
      <p className="quiet guarantors-help">{said.help}</p>
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      <Each told={undertakings.data} zone={zone} />
      <Proposed told={undertakings.data} zone={zone} />
      <OutOfOrder told={undertakings.data.out_of_order} zone={zone} />
      <Calls told={calls.data} zone={zone} />
      <Hotline told={hotline.data} zone={zone} />
      <GuarantorsGoOn told={undertakings.data} zone={zone} />
    </div>
  )
}

function Each({ told, zone }: { readonly told: UndertakingsAnswer; readonly zone: string }) {
  const { guarantors, undertakings, names } = told
  const others = undertakings.filter(({ of }) => !guarantors.some(({ id }) => id === of))
  return (
    <>
      {guarantors.map(({ id, answers_for }) => (
        <section key={id} aria-labelledby={`guarantor-${id}`}>
          <h2 id={`guarantor-${id}`}>{names[id] ?? id}</h2>
          <p className="quiet">
            {answers_for.length === 0
              ? said.answersForNobody
              : said.answersFor(namesText(answers_for.map((one) => names[one] ?? one)))}
          </p>
          <Undertakings
            labelledBy={`guarantor-${id}`}
            rows={undertakings.filter(({ of }) => of === id)}
            told={told}
            zone={zone}
          />
        </section>
      ))}
      {others.length > 0 && (
        <section aria-labelledby="guarantor-others">
          <h2 id="guarantor-others">{said.others}</h2>
          <Undertakings labelledBy="guarantor-others" rows={others} told={told} zone={zone} />
        </section>
      )}
    </>
  )
}
