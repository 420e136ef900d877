// Above the text: whose it is, where it is kept, and what can be done with it as a whole; below it, its keys.
import type { AgreementText } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Writing } from './use-writing.ts'
import { words } from '../words.ts'
import { editorWords } from './words.ts'

const KEYS = [
  ['Ctrl Space', 'complete'],
  ['F8', 'nextFinding'],
  ['Ctrl .', 'fix'],
  ['F12', 'definition'],
  ['Ctrl U', 'back'],
  ['F2', 'rename'],
  ['Ctrl F', 'search'],
  ['Ctrl Z', 'undo'],
  ['Escape, Tab', 'leave'],
] as const

export function Head({ agreement: { file }, writing }: { agreement: AgreementText; writing: Writing }) {
  const { text, isEdited, isKept, reset } = writing
  return (
    <header className="agreement-head">
      <div>
        <h1>{editorWords.title}</h1>
        <p className="quiet">
          <bdi>{file}</bdi>
          {words.comma}
          <strong>{isEdited ? editorWords.edited : editorWords.unedited}</strong>.{' '}
          {isKept ? editorWords.stays : editorWords.lost}
        </p>
      </div>
      <p className="agreement-buttons">
        <button type="button" onClick={() => download(file, text)}>
          {editorWords.download(file)}
        </button>
        {isEdited && isKept && (
          <Link className="button" to="/back-test" search={{ text: 'mine' }}>
            {editorWords.backTest}
          </Link>
        )}
        <button type="button" title={editorWords.resetHelp} disabled={!isEdited} onClick={reset}>
          {editorWords.reset}
        </button>
      </p>
    </header>
  )
}

export function KeysOfText() {
  return (
    <div className="agreement-keys quiet">
      <p>
        <kbd>Escape</kbd>
        {editorWords.leaveThen}
        <kbd>Tab</kbd>
        {editorWords.leaves}
      </p>
      <details>
        <summary>{editorWords.keysTitle}</summary>
        <dl>
          {KEYS.map(([key, does]) => (
            <Fragment key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{editorWords.keys[does]}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
    </div>
  )
}

function download(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = file
  link.click()
  URL.revokeObjectURL(address)
}
