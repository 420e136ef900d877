// The screen of agreements: side by side, what needs somebody, numbers, strips, and the scope of each incident under each.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useSight } from '../parts/use-view.ts'
import { longMoment, zoneName } from '../time-text.ts'
import { words } from '../words.ts'
import { Needed } from './needed.tsx'
import { Numbers } from './numbers.tsx'
import { agreementsQuery, scopesQuery } from './queries.ts'
import { Scopes } from './scopes.tsx'
import { SideBySide } from './side-by-side.tsx'
import { Strips } from './strips.tsx'
import { agreementsTitle } from './title.ts'
import { agreementsWords as text } from './words.ts'
import './agreements.css'

export function AgreementsScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  const found = useQuery({ ...agreementsQuery(lens), enabled: lens.at !== undefined })
  const scopes = useQuery({ ...scopesQuery(lens), enabled: lens.at !== undefined })
  useEffect(() => {
    document.title = `${agreementsTitle} · ${words.product}`
  }, [])
  const failed = error ?? found.error ?? scopes.error
  if (failed)
    return <RefusalNote error={failed} retry={() => Promise.all([retry(), found.refetch(), scopes.refetch()])} />
  if (!sight || !record || !found.data || !scopes.data) return <Loading />
  const { agreements } = found.data
  const { zone } = sight.agreement
  return (
    <div className="agreements" aria-busy={busy || found.isPlaceholderData || scopes.isPlaceholderData}>
      <h1>{agreementsTitle}</h1>
      <p>{words.today.asOf(longMoment(sight.at, zone), zoneName(zone))}</p>
      <p className="quiet">{text.help}</p>
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      {agreements.length < 2 && <p>{text.alone}</p>}
      <SideBySide agreements={agreements} />
      <Needed agreements={agreements} />
      <Numbers agreements={agreements} />
      <Strips agreements={agreements} />
      <Scopes incidents={scopes.data.incidents} agreements={agreements} zone={zone} />
    </div>
  )
}
