// The screen on the pull-back: per party and depth what is found and by whose word, who waits, and distance through time.
import type { DepthFinding, GroundTold, Status } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { groundQuery } from '../api.ts'
import { partyName } from '../grouping.ts'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { TablesAbsent, TablesRefused } from '../parts/tables-state.tsx'
import { useView } from '../parts/use-view.ts'
import { longMoment, zoneName } from '../time-text.ts'
import { words } from '../words.ts'
import { Bands } from './bands.tsx'
import { Begun } from './begun.tsx'
import { Depths } from './depths.tsx'
import { Pairs } from './pairs.tsx'

const FOLDER = 'ground'
const FINDINGS: readonly DepthFinding['finding'][] = ['not_kept', 'contested', 'cannot_tell', 'not_observed', 'kept']

export function GroundScreen() {
  const { lens, record, status, error, busy, retry } = useView()
  const asked = { at: status?.at, known_at: status?.known_at ?? undefined, account: lens.account }
  const ground = useQuery({ ...groundQuery(asked), enabled: status !== undefined })
  useEffect(() => {
    document.title = `${words.ground.title} · ${words.product}`
  }, [])

  const failed = error ?? ground.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), ground.refetch()])} />
  const answer = ground.data
  if (!status || !record || !answer) return <Loading />
  return (
    <div className="ground" aria-busy={busy || ground.isPlaceholderData}>
      <h1>{words.ground.title}</h1>
      {answer.tables === 'read' && <Summary told={answer} status={status} />}
      {answer.tables === 'read' && <LensBar lens={lens} status={status} record={record} />}
      {answer.tables === 'absent' && (
        <TablesAbsent folder={FOLDER}>
          {words.ground.absent.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </TablesAbsent>
      )}
      {answer.tables === 'refused' && (
        <TablesRefused folder={FOLDER} flaws={answer.flaws} command={words.ground.command} />
      )}
      {answer.tables === 'read' && <Told told={answer} zone={status.agreement.zone} />}
    </div>
  )
}

function Told({ told, zone }: { told: GroundTold; zone: string }) {
  const parties = [...new Set(told.depths.map(({ depth }) => depth.party))]
  return (
    <>
      {words.ground.findingHelp.map((text) => (
        <p key={text} className="quiet">
          {text}
        </p>
      ))}
      <p className="quiet">{words.tables.madeUpHelp}</p>
      {parties.map((party) => (
        <section key={party} aria-labelledby={`party-${party}`}>
          <h2 id={`party-${party}`}>{words.ground.depths(partyName(party))}</h2>
          <Depths depths={told.depths.filter(({ depth }) => depth.party === party)} told={told} />
          {told.movements
            .filter((movement) => movement.party === party)
            .map((movement) => (
              <Begun key={party} movement={movement} />
            ))}
        </section>
      ))}
      <Pairs pairs={told.pairs} zone={zone} />
      <Bands told={told} zone={zone} />
    </>
  )
}

function Summary({ told, status }: { told: GroundTold; status: Status }) {
  const { zone } = status.agreement
  const name = status.accounts.find(({ id }) => id === told.account)?.name ?? told.account
  const counts = FINDINGS.map(
    (finding) => [finding, told.depths.filter((one) => one.finding === finding).length] as const,
  )
  const parts = counts
    .filter(([, n]) => n > 0)
    .map(([finding, n]) => words.ground.count(n, words.ground.finding[finding]!))
  return (
    <div className="summary" aria-live="polite">
      <p>
        <span className="summary-when">{words.ground.asOf(longMoment(told.at, zone), zoneName(zone), name)}:</span>{' '}
        {words.ground.summary(parts.join(words.comma))}
      </p>
    </div>
  )
}
