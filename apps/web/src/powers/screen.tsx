// The screen of powers and gates: acts tried and done, gates with what they lack, every power with what came of it.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useView } from '../parts/use-view.ts'
import { longMoment, zoneName } from '../time-text.ts'
import { words } from '../words.ts'
import { ActForm } from './act-form.tsx'
import { Gate } from './gate.tsx'
import { PowerPanel } from './power.tsx'
import { gatesQuery, powersQuery } from './queries.ts'
import { powersTitle } from './title.ts'
import { powerWords as said } from './words.ts'
import './powers.css'

export function PowersScreen() {
  const { lens, record, status, error, busy, retry } = useView()
  const asked = { ...lens, at: status?.at ?? lens.at }
  const powers = useQuery({ ...powersQuery(asked), enabled: status !== undefined })
  const gates = useQuery({ ...gatesQuery(asked), enabled: status !== undefined })
  useEffect(() => {
    document.title = `${powersTitle} · ${words.product}`
  }, [])
  const failed = error ?? powers.error ?? gates.error
  if (failed)
    return <RefusalNote error={failed} retry={() => Promise.all([retry(), powers.refetch(), gates.refetch()])} />
  if (!status || !record || !powers.data || !gates.data) return <Loading />
  const { names, zone } = powers.data
  const nameOf = (id: string) => names[id] ?? id
  return (
    <div className="powers-screen" aria-busy={busy || powers.isPlaceholderData || gates.isPlaceholderData}>
      <h1>{powersTitle}</h1>
      <p>{words.today.asOf(longMoment(status.at, zone), zoneName(zone))}</p>
      <p className="quiet powers-help">{said.help}</p>
      <LensBar lens={lens} status={status} record={record} whose={<></>} />
      {powers.data.powers.length > 0 && (
        <section className="panel" aria-labelledby="use-power">
          <h2 id="use-power">{said.doOne}</h2>
          <ActForm powers={powers.data.powers} names={names} zone={zone} at={status.at} />
        </section>
      )}
      <section aria-labelledby="gates">
        <h2 id="gates">{said.gates}</h2>
        {gates.data.gates.length === 0 && <p className="quiet">{said.noGates}</p>}
        {gates.data.gates.map((gate) => (
          <Gate key={gate.id} gate={gate} status={status} nameOf={nameOf} />
        ))}
      </section>
      <section aria-labelledby="all-powers">
        <h2 id="all-powers">{said.powers}</h2>
        {powers.data.powers.length === 0 && <p className="quiet">{said.noPowers}</p>}
        <div className="powers-all">
          {powers.data.powers.map((power) => (
            <PowerPanel
              key={power.id}
              power={power}
              zone={zone}
              nameOf={nameOf}
              clauseNames={powers.data.clause_names}
            />
          ))}
        </div>
      </section>
    </div>
  )
}
