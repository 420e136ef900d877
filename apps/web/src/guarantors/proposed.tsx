// What somebody said they would do, in their words: an undertaking once somebody confirms it.
import type { UndertakingsAnswer } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { useWrite } from '../inbox/asking.ts'
import { RefusedByClause, useSpeakers } from '../minuting/index.ts'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'
import { guarantorWords as said } from './words.ts'

type Offered = UndertakingsAnswer['proposed'][number]

export function Proposed({ told, zone }: { readonly told: UndertakingsAnswer; readonly zone: string }) {
  const speakers = useSpeakers(told.names)
  return (
    <section aria-labelledby="proposed">
      <h2 id="proposed">{said.proposed}</h2>
      <p className="quiet guarantors-help">{said.proposedHelp}</p>
      {told.proposed.length === 0 && <p className="quiet">{said.noProposed}</p>}
      <ul className="guarantor-proposed">
        {told.proposed.map((one) => (
          <li key={one.id}>
            <One one={one} told={told} zone={zone} mayConfirm={speakers.mayWrite && speakers.ids.includes(one.of)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OneProps {
  readonly one: Offered
  readonly told: UndertakingsAnswer
  readonly zone: string
  readonly mayConfirm: boolean
}

function One({ one, told, zone, mayConfirm }: OneProps) {
  const lens = useLens()
  const write = useWrite()
  const { id: _, ...minute } = one
  const confirm = () => write.mutate({ address: '/api/minutes', body: { minute, for: 'desks' } })
  return (
    <>
      <blockquote dir="auto">{words.quoted(one.quote)}</blockquote>
      <p className="quiet">
        <bdi>{told.names[one.of] ?? one.of}</bdi>
        {words.comma}
        <Moment iso={one.at} zone={zone} />{' '}
        <Link
          to="/documents/$sha"
          params={{ sha: told.documents[one.doc] ?? one.doc }}
          search={{ ...lens, start: one.start, end: one.end }}
        >
          {words.quote.seeShort}
          <span className="unseen">: {words.quoted(one.quote.slice(0, 60))}</span>
        </Link>{' '}
        {mayConfirm && (
          <button type="button" onClick={confirm} disabled={write.isPending}>
            {said.confirm}
            <span className="unseen">: {one.quote.slice(0, 60)}</span>
          </button>
        )}
      </p>
      {write.error && <RefusedByClause error={write.error} />}
    </>
  )
}
