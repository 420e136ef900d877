// What the desk writes before it says it: a list, a text that is kept as it is written, and the way to the form.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { Refusal } from '../api.ts'
import { useLens } from '../parts/use-view.ts'
import { Said } from '../sign-in/frame.tsx'
import type { Seat } from '../sign-in/seat.ts'
import { ask, reasonOf, send } from '../sign-in/session.ts'
import { useDoing } from '../sign-in/use-doing.ts'
import { moment } from './clock.ts'
import { draftSaver, type Calls, type Draft, type SaveState } from './draft-saver.ts'
import { draftsWords as said } from './drafts-words.ts'
import { handOver } from './hand-over.ts'
import { draftsQuery, peopleQuery } from './queries.ts'

const ADDRESS = '/api/drafts'
const PAUSE_MS = 700
const TITLE_LETTERS = 80

const calls: Calls = {
  write: (body) => send<Draft>('POST', ADDRESS, { body }),
  change: (id, body, version) => send<Draft>('PUT', `${ADDRESS}/${id}`, { body, version }),
  read: (id) => ask<Draft>(`${ADDRESS}/${id}`),
  codeOf: (error) => (error instanceof Refusal ? error.code : null),
}

/** The first line with something in it. */
const titleOf = (body: string) => (body.trim().split('\n')[0] ?? '').slice(0, TITLE_LETTERS)

export function Drafts({ seat }: { seat: Seat }) {
  const { data } = useQuery(draftsQuery())
  const { data: people } = useQuery(peopleQuery())
  const client = useQueryClient()
  const { reason, start } = useDoing()
  // Counted, so that a new text begins where another was open.
  const [open, setOpen] = useState<{ readonly draft: Draft | null; readonly times: number } | null>(null)
  const [deleted, setDeleted] = useState<string | null>(null)
  const writes = seat.roles.some((role) => role === 'recorder' || role === 'reviewer')
  const drafts = data?.drafts ?? []
  const nameOf = (id: string) => people?.people.find((one) => one.id === id)?.name ?? said.somebody
  const asked = () => client.invalidateQueries({ queryKey: [ADDRESS] })
  const openOne = (draft: Draft | null) => setOpen({ draft, times: (open?.times ?? 0) + 1 })

  const remove = ({ id, body }: Draft) =>
    start(async () => {
      await send('DELETE', `${ADDRESS}/${id}`)
      setDeleted(body)
      setOpen(null)
      await asked()
    })
  const undo = (body: string) =>
    start(async () => {
      await send('POST', ADDRESS, { body })
      setDeleted(null)
      await asked()
    })

  return (
    <section className="panel" aria-labelledby="desk-drafts">
      <h2 id="desk-drafts">{said.title}</h2>
      <p className="quiet">{said.help}</p>
      {data && drafts.length === 0 && !open && <p>{writes ? said.empty : said.emptyToRead}</p>}
      <ul className="desk-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <div>
              <strong>
                <bdi>{titleOf(draft.body)}</bdi>
              </strong>
              <p className="quiet">{said.changed(nameOf(draft.person), moment(draft.changed_at), draft.version)}</p>
            </div>
            {writes && (
              <div className="desk-buttons">
                <button type="button" aria-label={said.openOf(titleOf(draft.body))} onClick={() => openOne(draft)}>
                  {said.open}
                </button>
                <button type="button" aria-label={said.removeOf(titleOf(draft.body))} onClick={() => remove(draft)}>
                  {said.remove}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {deleted !== null && (
          <p className="desk-buttons">
            <span>{said.removed}</span>
            <button type="button" onClick={() => undo(deleted)}>
              {said.undo}
            </button>
          </p>
        )}
      </div>
      <Said reason={reason} />
      {writes && (
        <button type="button" className="desk-confirm" onClick={() => openOne(null)}>
          {said.begin}
        </button>
      )}
      {open && <Editor key={open.times} draft={open.draft} onKept={asked} onClose={() => setOpen(null)} />}
    </section>
  )
}

interface EditorProps {
  readonly draft: Draft | null
  readonly onKept: () => unknown
  readonly onClose: () => void
}

function Editor({ draft, onKept, onClose }: EditorProps) {
  const id = useId()
  const lens = useLens()
  const navigate = useNavigate()
  const [text, setText] = useState(draft?.body ?? '')
  const [state, setState] = useState<SaveState>({ is: 'kept' })
  const [saver] = useState(() => draftSaver(draft, calls, setState))
  const area = useRef<HTMLTextAreaElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const write = (words: string) => {
    setText(words)
    saver.set(words)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => void saver.save().then(onKept), PAUSE_MS)
  }

  useEffect(() => area.current?.focus(), [])
  // Whoever leaves in the middle of a word leaves nothing behind.
  useEffect(
    () => () => {
      clearTimeout(pause.current)
      void saver.save()
    },
    [saver],
  )

  const close = () => void saver.save().then(onKept).finally(onClose)
  const record = () => {
    handOver(text)
    void saver.save().finally(() => navigate({ to: '/record', search: lens }))
  }
  return (
    <div className="desk-draft">
      <div className="field">
        <label htmlFor={id}>{said.text}</label>
        <textarea
          id={id}
          ref={area}
          rows={8}
          dir="auto"
          maxLength={50_000}
          value={text}
          aria-describedby={`${id}-state`}
          onChange={({ target }) => write(target.value)}
        />
      </div>
      <p id={`${id}-state`} className="quiet" role="status">
        {said.state[state.is]}
      </p>
      {state.is === 'refused' && <Said reason={reasonOf(state.error)} />}
      {state.is === 'conflict' && (
        <div className="desk-made" role="group" aria-label={said.state.conflict}>
          <p>{said.theirs(moment(state.theirs.changed_at))}</p>
          <pre className="desk-words" dir="auto" tabIndex={0}>
            {state.theirs.body}
          </pre>
          <div className="desk-buttons">
            <button type="button" onClick={() => void saver.keepMine().then(onKept)}>
              {said.keepMine}
            </button>
            <button type="button" onClick={() => setText(saver.takeTheirs())}>
              {said.takeTheirs}
            </button>
          </div>
        </div>
      )}
      <div className="desk-buttons">
        <button type="button" onClick={record} disabled={text.trim() === ''}>
          {said.record}
        </button>
        <button type="button" onClick={close}>
          {said.close}
        </button>
      </div>
    </div>
  )
}
