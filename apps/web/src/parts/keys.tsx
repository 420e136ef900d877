// Single-key shortcuts: their help, their switch, and moving between clauses.
import { useEffect, useRef, useState } from 'react'
import { words } from '../words.ts'

const SETTING = 'single-key-shortcuts'
const { keys } = words

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, dialog') !== null
}

/** Moves to the next or the previous link marked `data-clause`, from wherever the reader is. */
function stepClause(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-clause]')]
  const here = links.indexOf(document.activeElement as HTMLElement)
  const next = here === -1 ? (step === 1 ? 0 : links.length - 1) : here + step
  links[next]?.focus()
}

export function KeysHelp() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [enabled, setEnabled] = useState(() => localStorage.getItem(SETTING) !== 'off')

  useEffect(() => {
    // Speech input types letters, so a reader must be able to switch them off (WCAG 2.1.4).
    if (!enabled) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (event.key === '?') dialog.current?.showModal()
      else if (event.key === 'j') stepClause(1)
      else if (event.key === 'k') stepClause(-1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [enabled])

  const change = (on: boolean) => {
    localStorage.setItem(SETTING, on ? 'on' : 'off')
    setEnabled(on)
  }

  return (
    <>
      <button type="button" className="keys-button" onClick={() => dialog.current?.showModal()}>
        <kbd aria-hidden="true">?</kbd>
        <span>{keys.open}</span>
      </button>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{keys.title}</h2>
        <dl>
          {[
            ['j', keys.next],
            ['k', keys.previous],
            ['Enter', keys.enter],
            ['?', keys.help],
            ['Tab', keys.tab],
          ].map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input type="checkbox" checked={enabled} onChange={(event) => change(event.target.checked)} /> {keys.enabled}
        </label>
        <button type="button" onClick={() => dialog.current?.close()}>
          {keys.close}
        </button>
      </dialog>
    </>
  )
}
