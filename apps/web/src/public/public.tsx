// The public view: the answer, the clauses that are released, what they rest on, and how anybody can check it.
import type { ReleasedAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { apart } from '../list-text.ts'
import { clauseName, countVerdicts, isQuestionOfEvidence, partyName } from '../grouping.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { Ticked } from '../parts/ticked.tsx'
import { useLens } from '../parts/use-view.ts'
import { VerdictBadge, VerdictLegend } from '../parts/verdict.tsx'
import { localOf, longMoment, zoneName } from '../time-text.ts'
import { releasedQuery } from '../timeline/ask.ts'
import { words } from '../words.ts'
import { publicWords as text } from './words.ts'

type Clause = ReleasedAnswer['clauses'][number]

export function PublicScreen() {
  const lens = useLens()
  const { data: told, error, refetch, isPlaceholderData } = useQuery(releasedQuery(lens))
  useEffect(() => {
    document.title = `${text.title} · ${words.product}`
  }, [])

  if (error) return <RefusalNote error={error} retry={refetch} />
  if (!told) return <Loading />
  const { zone, title } = told.agreement
  const judged = told.clauses.filter(({ kind }) => isQuestionOfEvidence(kind))
  return (
    <div className="public" aria-busy={isPlaceholderData}>
      <h1 dir="auto">{title}</h1>
      <Answer clauses={judged} />
      <p>
        {words.today.asOf(longMoment(told.at, zone), zoneName(zone))}
        {words.comma}
        {text.record(told.size)}
      </p>
      <p className="quiet public-help">{text.help}</p>
      {/* Whose word counts is not asked: each clause is told by the account that decides it. */}
      <LensBar lens={lens} status={told} record={{ moments: momentsOf(told) }} whose={<></>} />
      <Check logKey={told.log_key} />
      <section aria-labelledby="public-clauses">
        <h2 id="public-clauses">{text.clauses}</h2>
        <details className="legend-box">
          <summary>{words.today.legend}</summary>
          <VerdictLegend />
        </details>
        <ul className="public-clauses">
          {judged.map((clause) => (
            <ClauseItem key={clause.id} clause={clause} />
          ))}
        </ul>
      </section>
      <Versions told={told} />
      <Withheld told={told} />
      <Documents told={told} />
    </div>
  )
}

/** What a version with parts left out is held against. */
function Versions({ told: { versions, log_key } }: { told: ReleasedAnswer }) {
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="public-versions">
      <h2 id="public-versions">{text.versions}</h2>
      <p className="quiet public-help">
        <Ticked text={text.versionsHelp} />
      </p>
      <ul>
        {versions.map(({ version, lang, root, index }) => (
          <li key={`${version} ${lang}`}>
            <bdi dir="ltr">
              {version} ({lang})
            </bdi>{' '}
            <code className="public-root">{root}</code>{' '}
            {log_key !== null && <Receipt index={index}>{text.receipt(index, apart(version))}</Receipt>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What of the agreement is confidential, as far as that may be known. */
function Withheld({ told: { withheld, agreement } }: { told: ReleasedAnswer }) {
  if (withheld.length === 0) return null
  return (
    <section aria-labelledby="public-withheld">
      <h2 id="public-withheld">{text.withheld(withheld.length)}</h2>
      <p className="quiet">{text.withheldHelp}</p>
      <ul>
        {withheld.map(({ until }, index) => (
          <li key={index}>{until === null ? text.noTime : `${text.opens} ${longMoment(until, agreement.zone)}`}</li>
        ))}
      </ul>
    </section>
  )
}

const MOST_MOMENTS = 12

/** The last word of each of the last days on which something released was published. */
function momentsOf({ documents, agreement }: ReleasedAnswer): { at: string; label: string }[] {
  const last = new Map<string, string>()
  for (const { published } of documents.toSorted((a, b) => Date.parse(a.published) - Date.parse(b.published)))
    last.set(localOf(published, agreement.zone).slice(0, 10), published)
  return [...last].map(([label, at]) => ({ at, label })).slice(-MOST_MOMENTS)
}

function Answer({ clauses }: { clauses: readonly Clause[] }) {
  const counted = clauses.map((clause) => ({ decided_by: 'it', verdicts: { it: { verdict: clause.verdict } } }))
  const { breached, contested, unknown, met } = countVerdicts(counted as unknown as Parameters<typeof countVerdicts>[0])
  const said = [
    breached > 0 && words.today.breached(breached),
    contested > 0 && words.today.contested(contested),
    unknown > 0 && words.today.unknown(unknown),
    met > 0 && words.today.met(met),
  ].filter(Boolean)
  return <p className="public-answer">{said.length > 0 ? said.join(words.semicolon) : words.today.silent}</p>
}

function Check({ logKey }: { logKey: string | null }) {
  return (
    <section className="panel public-key" aria-labelledby="public-check">
      <h2 id="public-check">{text.check}</h2>
      {logKey === null ? (
        <p>
          <Ticked text={text.noLog} />
        </p>
      ) : (
        <>
          <p>{text.checkHelp}</p>
          <p>
            {text.key}: <code>{logKey}</code>
          </p>
          <p>
            <a className="button" href="/verify.html" download="verify.html">
              {text.verify}
            </a>
          </p>
        </>
      )}
      <p>
        <button type="button" className="button" onClick={() => window.print()}>
          {text.print}
        </button>
      </p>
    </section>
  )
}

function ClauseItem({ clause }: { clause: Clause }) {
  const { parties, title, id, sentence, released, verdict, standing, account, receipts } = clause
  return (
    <li>
      <h3>
        {clauseName({ id, parties: [...parties], title })}
        {parties.length > 0 && `${words.comma}${parties.map(partyName).join(words.comma)}`}
      </h3>
      <blockquote className="words" dir="auto">
        {sentence}
      </blockquote>
      {released ? (
        <p>
          <VerdictBadge verdict={verdict} strong /> {standing && words.standing[standing]}{' '}
          <span className="quiet">{text.decidedBy(account)}</span>
        </p>
      ) : (
        <p className="quiet">{text.held}</p>
      )}
      {receipts.length > 0 && (
        <ul className="public-receipts" aria-label={text.receipts}>
          {receipts.map(({ index, outlet }) => (
            <li key={index}>
              <Receipt index={index}>{text.receipt(index, outlet)}</Receipt>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Receipt({ index, children }: { index: number; children: string }) {
  return (
    <a href={`/api/released/receipts/${index}`} download={`entry-${index}.tlog-proof`}>
      {children}
    </a>
  )
}

type Document = ReleasedAnswer['documents'][number]

const columnsIn = (zone: string, hasLog: boolean): Column<Document>[] => [
  { title: text.document, cell: ({ doc }) => <bdi>{doc}</bdi> },
  { title: text.outlet, cell: ({ outlet }) => <bdi>{outlet}</bdi> },
  { title: text.published, cell: ({ published }) => longMoment(published, zone) },
  {
    title: text.proof,
    cell: ({ index, outlet }) => (hasLog ? <Receipt index={index}>{text.receipt(index, outlet)}</Receipt> : words.none),
  },
]

function Documents({ told: { documents, agreement, log_key } }: { told: ReleasedAnswer }) {
  return (
    <section aria-labelledby="public-documents">
      <h2 id="public-documents">{text.documents(documents.length)}</h2>
      {documents.length === 0 ? (
        <p>{text.noDocuments}</p>
      ) : (
        <DataTable
          labelledBy="public-documents"
          columns={columnsIn(agreement.zone, log_key !== null)}
          rows={documents}
          keyOf={({ index }) => `${index}`}
        />
      )}
    </section>
  )
}
