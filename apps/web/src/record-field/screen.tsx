// Recording in the field: a short form, and below it what waits, what was not taken, and what was sent.
import { useEffect, useState } from 'react'
import { ForWhom, type Audience } from '../release/index.ts'
import { words } from '../words.ts'
import { FieldForm } from './form.tsx'
import { minuteOf, offeredOf, type Fields } from './form-record.ts'
import { labelsOf } from './labels.ts'
import { keepPage } from './offline.ts'
import { Records } from './records.tsx'
import { recordTitle } from './title.ts'
import { useQueue } from './use-queue.ts'
import { recordFieldWords as said } from './words.ts'
import './record-field.css'

export function RecordFieldScreen() {
  const view = useQueue()
  const [isReady, setReady] = useState<boolean | null>(null)
  const [audience, setAudience] = useState<Audience>('desk')
  // Counted, so that the same record taken back twice begins the form twice.
  const [again, setAgain] = useState<{ readonly fields: Fields | null; readonly times: number }>({
    fields: null,
    times: 0,
  })
  const isLinked = useLink(view.last)

  useEffect(() => {
    document.title = `${recordTitle} · ${words.product}`
    void keepPage().then(setReady)
  }, [])

  const { queued } = view
  async function record(fields: Fields): Promise<void> {
    if (queued === null) return
    const made = { id: crypto.randomUUID(), at: minuteOf(new Date()) }
    const offered = offeredOf(fields, labelsOf(fields), made)
    const body = JSON.stringify(audience === 'desks' ? { ...offered, for: audience } : offered)
    await queued.queue.add({ key: made.id, made_at: made.at, fields, body })
    view.send()
  }

  return (
    <div className="field-screen">
      <h1>{recordTitle}</h1>
      <p>{said.intro}</p>
      {view.isUnkept && <p role="alert">{said.unkept}</p>}
      <p className="field-link quiet" role="status">
        <span className={isLinked ? 'link-there' : 'link-gone'}>
          {view.last === 'signed-out' ? said.signedOut : isLinked ? said.link : said.noLink}
        </span>{' '}
        {isReady !== null && <span>{isReady ? said.offline.ready : said.offline.not}</span>}
      </p>
      {queued && <ForWhom value={audience} onChange={setAudience} />}
      {queued && <FieldForm key={again.times} from={again.fields} onRecord={record} />}
      {queued && (
        <Records view={view} queued={queued} onAgain={(fields) => setAgain({ fields, times: again.times + 1 })} />
      )}
    </div>
  )
}

/** The browser knows of its own link only; that to the server is known from what was sent last. */
function useLink(last: string | null): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return isOnline && last !== 'no-link'
}
