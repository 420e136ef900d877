// Calls and meetings with what each made public of them: every sentence with whether the others say it, deny it, or are silent.
import type { CallsAnswer } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { namesText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'
import { guarantorWords as said } from './words.ts'
import { WrittenBy } from './written-by.tsx'

type Call = CallsAnswer['calls'][number]
type ReadOut = Call['read_outs'][number]

interface Props {
  readonly told: CallsAnswer
  readonly zone: string
}

export function Calls({ told, zone }: Props) {
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{said.calls}</h2>
      <p className="quiet guarantors-help">{said.callsHelp}</p>
      {told.calls.length === 0 && <p className="quiet">{said.noCalls}</p>}
      <div className="guarantor-calls">
        {told.calls.toReversed().map((call) => (
          <One key={call.id} call={call} told={told} zone={zone} />
        ))}
      </div>
    </section>
  )
}

function One({ call, told, zone }: Props & { readonly call: Call }) {
  const { names, written } = told
  return (
    <article className="panel" aria-labelledby={call.id}>
      <h3 id={call.id}>
        {said.callOf(said.channels[call.channel], namesText(call.between.map((id) => names[id] ?? id)))}
      </h3>
      <p className="quiet">
        <Moment iso={call.at} zone={zone} /> <WrittenBy written={written[call.id]} />
      </p>
      {call.read_outs.length === 0 && <p className="quiet">{said.noReadOut}</p>}
      <div className="guarantor-columns">
        {call.read_outs.map((one) => (
          <Side key={`${one.of} ${one.doc}`} one={one} told={told} />
        ))}
      </div>
    </article>
  )
}

function Side({ one, told: { names, documents } }: { readonly one: ReadOut; readonly told: CallsAnswer }) {
  const lens = useLens()
  const { of, doc, sentences } = one
  const sha = documents[doc] ?? doc
  return (
    <section>
      <h4>{said.readOut(names[of] ?? of)}</h4>
      {sentences === null && <p className="quiet">{said.unread}</p>}
      <ul className="guarantor-sentences">
        {(sentences ?? []).map(({ quote, start, end, others }) => (
          <li key={`${start} ${end}`}>
            <blockquote dir="auto">{words.quoted(quote)}</blockquote>
            <p className="quiet">
              <Link to="/documents/$sha" params={{ sha }} search={{ ...lens, start, end }}>
                {words.quote.seeShort}
                <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
              </Link>
            </p>
            {others.map((other) => (
              <p key={other.of} className={`relation relation-${other.relation}`}>
                <strong>{said.relation(names[other.of] ?? other.of, said.relations[other.relation])}</strong>
                {other.quote !== null && (
                  <>
                    {' '}
                    <span className="words" dir="auto">
                      {words.quoted(other.quote)}
                    </span>
                    <span className="quiet cell-more">
                      <English>{other.why}</English>
                    </span>
                  </>
                )}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
