// The two times and the account: which instant is shown, from which knowledge, by whose word.
import type { RecordSummary, Status } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import { instantOfLocal, isoOf, localOf, shortMoment, yourMoment, zoneName } from '../time-text.ts'
import type { Lens } from '../url-state.ts'
import { words } from '../words.ts'
import { AgreementSwitch } from './agreement-switch.tsx'
import { nearestOf } from './near-moments.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import { useSetLens } from './use-view.ts'

/** A status, or as much of it as somebody sees who sees no more. */
type Looked = Pick<Status, 'at' | 'known_at'> &
  Partial<Pick<Status, 'accounts'>> & { readonly agreement: { readonly zone: string } }

interface LensBarProps {
  readonly lens: Lens
  readonly status: Looked
  readonly record: Pick<RecordSummary, 'moments'>
  /** Whose word counts, where that is not asked by the accounts of the agreement. */
  readonly whose?: ReactNode
}

const sameInstant = (a: string | undefined, b: string | undefined) => a && b && Date.parse(a) === Date.parse(b)

export function LensBar({ lens, status, record, whose }: LensBarProps) {
  const { zone } = status.agreement
  const setLens = useSetLens()
  const now = () => setLens({ at: isoOf(Date.now(), zone) })
  const yours = yourMoment(status.at, zone)
  const isNarrow = useIsNarrow()
  return (
    <section className="lens" aria-label={words.lens.title}>
      <details key={String(isNarrow)} open={!isNarrow}>
        <summary>
          <Shown lens={lens} status={status} />
        </summary>
        <div className="lens-parts">
          <div className="lens-fields">
            <MomentField
              key={`at ${status.at}`}
              label={words.lens.at}
              value={status.at}
              zone={zone}
              onChoose={(at) => setLens({ at })}
            />
            <MomentField
              key={`known ${status.known_at}`}
              label={words.lens.knownAt}
              value={status.known_at}
              zone={zone}
              onChoose={(known_at) => setLens({ known_at })}
            />
            {whose ?? <Account lens={lens} accounts={status.accounts ?? []} />}
            {status.accounts && <AgreementSwitch lens={lens} />}
          </div>
          {yours && <p className="quiet">{yours}</p>}
          <ul className="moments" aria-label={words.lens.moments}>
            <li className="moments-name" aria-hidden="true">
              {words.lens.moments}
            </li>
            {nearestOf(record.moments, status.at).map(({ at, label }) => (
              <li key={at}>
                <Link
                  to="."
                  search={(search) => ({ ...search, at })}
                  resetScroll={false}
                  aria-current={sameInstant(at, status.at) ? 'true' : undefined}
                >
                  {shortMoment(label, zone)}
                </Link>
              </li>
            ))}
            <li>
              <button type="button" onClick={now}>
                {words.lens.now}
              </button>
            </li>
          </ul>
          <ul className="moments" aria-label={words.lens.knowledge}>
            <li className="moments-name" aria-hidden="true">
              {words.lens.knowledge}
            </li>
            <li>
              <Link
                to="."
                search={(search) => ({ ...search, known_at: undefined })}
                resetScroll={false}
                activeOptions={{ explicitUndefined: true }}
                aria-current={lens.known_at === undefined ? 'true' : undefined}
              >
                {words.lens.everything}
              </Link>
            </li>
            <li>
              <Link
                to="."
                search={(search) => ({ ...search, at: status.at, known_at: status.at })}
                resetScroll={false}
                aria-current={sameInstant(lens.known_at, status.at) ? 'true' : undefined}
              >
                {words.lens.thenOnly}
              </Link>
            </li>
          </ul>
        </div>
      </details>
    </section>
  )
}

/** What the parts say, in a line: all that a narrow screen shows until somebody asks for them. */
function Shown({ lens, status: { at, known_at, accounts, agreement } }: Pick<LensBarProps, 'lens' | 'status'>) {
  const account = accounts?.find(({ id }) => id === lens.account)?.name
  const moment = (iso: string) => <bdi>{shortMoment(iso, agreement.zone)}</bdi>
  return (
    <>
      <strong>
        {words.lens.at} {moment(at)}
      </strong>
      {lens.known_at !== undefined && known_at && (
        <>
          {' · '}
          {words.lens.knownAt} {moment(known_at)}
        </>
      )}
      {account !== undefined && (
        <>
          {' · '}
          <bdi>{account}</bdi>
        </>
      )}
    </>
  )
}

function Account({ lens, accounts }: { readonly lens: Lens; readonly accounts: Status['accounts'] }) {
  const setLens = useSetLens()
  const account = useId()
  return (
    <div className="field">
      <label htmlFor={account}>{words.lens.account}</label>
      <select
        id={account}
        value={lens.account ?? ''}
        onChange={(event) => setLens({ account: event.target.value || undefined })}
      >
        <option value="">{words.lens.asDecided}</option>
        {accounts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

interface MomentFieldProps {
  readonly label: string
  readonly value: string | null
  readonly zone: string
  readonly onChoose: (iso: string) => void
}

/** Takes effect on Enter or with its button: a half-typed date would ask for the year 20. */
function MomentField({ label, value, zone, onChoose }: MomentFieldProps) {
  const id = useId()
  const shown = value === null ? '' : localOf(value, zone)
  const [local, setLocal] = useState(shown)
  const iso = instantOfLocal(local, zone)
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault()
        if (iso) onChoose(iso)
      }}
    >
      <label htmlFor={id}>
        {label} <span className="quiet">{words.lens.zone(zoneName(zone))}</span>
      </label>
      <span className="field-row">
        <input id={id} type="datetime-local" value={local} onChange={(event) => setLocal(event.target.value)} />
        <button type="submit" disabled={!iso || local === shown} aria-label={`${words.lens.show}: ${label}`}>
          {words.lens.show}
        </button>
      </span>
    </form>
  )
}
