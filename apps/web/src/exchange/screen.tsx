// The screen of the exchange: requests with their clocks, what was shared with caveats, and the log with its proofs.
import type { ExchangeAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { numberText } from '../number-text.ts'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useSight } from '../parts/use-view.ts'
import { longMoment, zoneName } from '../time-text.ts'
import { words } from '../words.ts'
import { AgainstCaveats } from './against.tsx'
import { Given } from './given.tsx'
import { ExchangeGoOn } from './go-on.tsx'
import { Log } from './log.tsx'
import { exchangeQuery } from './queries.ts'
import { Requests } from './requests.tsx'
import { Shares } from './shares.tsx'
import { exchangeWords as text } from './words.ts'
import './exchange.css'

export function ExchangeScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  const found = useQuery({ ...exchangeQuery(lens), enabled: lens.at !== undefined })
  useEffect(() => {
    document.title = `${text.title} · ${words.product}`
  }, [])
  const failed = error ?? found.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), found.refetch()])} />
  if (!sight || !record || !found.data) return <Loading />
  const { zone } = sight.agreement
  const told = found.data
  return (
    <div className="exchange" aria-busy={busy || found.isPlaceholderData}>
      <h1>{text.title}</h1>
      <p>{words.today.asOf(longMoment(sight.at, zone), zoneName(zone))}</p>
      <p className="quiet exchange-help">{text.help}</p>
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      <Standing told={told} />
      <Requests told={told} zone={zone} />
      <Shares told={told} zone={zone} />
      <Given told={told} zone={zone} />
      <AgainstCaveats told={told} zone={zone} />
      <Log told={told} zone={zone} />
      <ExchangeGoOn told={told} zone={zone} />
    </div>
  )
}

/** What there is to do, in one sentence. */
function Standing({ told: { requests, shares } }: { readonly told: ExchangeAnswer }) {
  const count = (state: string) => requests.filter((one) => one.state === state).length
  const running = shares.filter(({ state }) => state === 'stands').length
  return (
    <p className="exchange-standing">
      {text.standing(numberText(count('open')), numberText(count('late')), numberText(running))}
    </p>
  )
}
