// Above the text: whose it is, where it is kept, and what can be done with it as a whole; below it, its keys.
import type { AgreementText } from '@trucekeeper/api'
import { Fragment } from 'react'
import type { Writing } from './use-writing.ts'
import { editorWords } from './words.ts'

export function Head({ agreement: { file }, writing }: { agreement: AgreementText; writing: Writing }) {
  const { text, isEdited, isKept, reset } = writing
  return (
    <header className="agreement-head">
      <div>
        <h1>{editorWords.title}</h1>
        <p className="quiet">
          {file}, <strong>{isEdited ? editorWords.edited : editorWords.unedited}</strong>.{' '}
          {isKept ? editorWords.stays : editorWords.lost}
        </p>
      </div>
      <p className="agreement-buttons">
        <button type="button" onClick={() => download(file, text)}>
          {editorWords.download(file)}
        </button>
        <button type="button" title={editorWords.resetHelp} disabled={!isEdited} onClick={reset}>
          {editorWords.reset}
        </button>
      </p>
    </header>
  )
}

export function KeysOfText() {
  const [first, second] = editorWords.leave
  return (
    <div className="agreement-keys quiet">
      <p>
        <kbd>{first}</kbd>
        {editorWords.leaveThen}
        <kbd>{second}</kbd>
        {editorWords.leaves}
      </p>
      <details>
        <summary>{editorWords.keysTitle}</summary>
        <dl>
          {editorWords.keys.map(([key, does]) => (
            <Fragment key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
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
