// What was recorded on this device: what was not taken first, for it needs a person; then what waits; then what was sent.
import type { ReactNode } from 'react'
import { language } from '../language.ts'
import { plurals } from '../plural.ts'
import type { Fields } from './form-record.ts'
import type { QueuedRecord, QueueState } from './queue.ts'
import type { Queued, QueueView } from './use-queue.ts'
import { recordFieldWords as said } from './words.ts'

const count = plurals(language)

interface Props {
  readonly view: QueueView
  readonly queued: Queued
  readonly onAgain: (fields: Fields) => void
}

export function Records({ view, queued, onAgain }: Props) {
  const { queue, counts } = queued
  const all = counts.waiting + counts.refused + counts.sent
  const takeBack = async (record: QueuedRecord) => {
    onAgain(record.fields)
    await queue.remove(record.seq)
  }
  return (
    <section className="field-records">
      {/* Not told at every record: there may be hundreds. */}
      <p role="status">{all === 0 ? said.nothing : count(counts.waiting, said.waiting)}</p>
      {counts.waiting > 0 && (
        <p>
          <button type="button" disabled={view.isSending} onClick={view.send}>
            {view.isSending ? said.sending : said.sendNow}
          </button>
        </p>
      )}
      <List of="refused" queued={queued}>
        {(record) => (
          <>
            <p className="field-problem">
              {record.problem?.detail} <span className="quiet">[{record.problem?.code}]</span>
            </p>
            <p className="quiet">{record.problem?.help}</p>
            <p>
              <button type="button" onClick={() => void takeBack(record)}>
                {said.again}
              </button>{' '}
              <button type="button" onClick={() => void queue.remove(record.seq)}>
                {said.drop}
              </button>
            </p>
          </>
        )}
      </List>
      <List of="waiting" queued={queued} />
      <List of="sent" queued={queued}>
        {({ answer }) => {
          const entry = answer?.entries.at(-1)
          return entry && <p className="quiet">{said.entry(entry.index, entry.received_at)}</p>
        }}
      </List>
    </section>
  )
}

interface ListProps {
  readonly of: QueueState
  readonly queued: Queued
  readonly children?: (record: QueuedRecord) => ReactNode
}

function List({ of, queued, children }: ListProps) {
  const records = queued[of]
  const rest = queued.counts[of] - records.length
  if (records.length === 0) return null
  return (
    <section className={`panel field-${of}`}>
      <h2>{count(queued.counts[of], said[of])}</h2>
      <ol>
        {records.map((record) => (
          <li key={record.seq}>
            <p>
              <strong>{said.forms[record.fields.form]}</strong> <span dir="auto">{record.fields.place}</span>{' '}
              <time className="quiet" dateTime={record.made_at} dir="ltr">
                {record.made_at}
              </time>
            </p>
            <blockquote dir="auto">{record.fields.words}</blockquote>
            {children?.(record)}
          </li>
        ))}
      </ol>
      {rest > 0 && <p className="quiet">{count(rest, said.more)}</p>}
    </section>
  )
}
