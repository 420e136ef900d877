// What is asked for an instant: another name, or which of the fixes here to make.
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Ticked } from './ticked.tsx'
import type { Dialog, Writing } from './use-writing.ts'
import { editorWords } from './words.ts'

const { rename: said } = editorWords

type RenameProps = Extract<Dialog, { kind: 'rename' }> & { readonly writing: Writing }

export function RenameDialog({ source, offset, name, places, writing: { ask, apply, closeDialog } }: RenameProps) {
  const [to, setTo] = useState(name)
  const [refused, setRefused] = useState<{ refused: string; help: string } | null>(null)
  const field = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await ask({ name: 'rename', source, offset, to })
    if ('refused' in answer) setRefused(answer)
    else apply({ source, edits: answer.edits }, said.done(name, to, answer.edits.length))
  }
  return (
    <Box title={said.title(name)} onClose={closeDialog}>
      <form onSubmit={(event) => void submit(event)}>
        <p className="quiet">{said.places(places)}</p>
        <div className="field">
          <label htmlFor={field}>{said.to}</label>
          <input
            id={field}
            value={to}
            spellCheck={false}
            autoComplete="off"
            onFocus={(event) => event.target.select()}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
        {refused && (
          <p role="alert">
            <Ticked text={refused.refused} />.{' '}
            <span className="quiet">
              <Ticked text={refused.help} />
            </span>
          </p>
        )}
        <p className="agreement-buttons">
          <button type="submit">{said.apply}</button>
          <button type="button" onClick={closeDialog}>
            {said.cancel}
          </button>
        </p>
      </form>
    </Box>
  )
}

type FixesProps = Extract<Dialog, { kind: 'fixes' }> & { readonly writing: Writing }

export function FixesDialog({ source, fixes, writing: { apply, closeDialog } }: FixesProps) {
  return (
    <Box title={editorWords.fixesHere} onClose={closeDialog}>
      <ul className="agreement-fixes">
        {fixes.map(({ title, edits }) => (
          <li key={title}>
            <button type="button" onClick={() => apply({ source, edits }, editorWords.findings.fixed(title))}>
              <Ticked text={title} />
            </button>
          </li>
        ))}
      </ul>
      <p className="agreement-buttons">
        <button type="button" onClick={closeDialog}>
          {said.cancel}
        </button>
      </p>
    </Box>
  )
}

function Box({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal()
  }, [])
  return (
    <dialog ref={box} className="keys" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  )
}
