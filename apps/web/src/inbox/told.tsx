// What became of something that was to be entered: said aloud, with what to do where it was not.
import { Refusal } from '../api.ts'
import { inboxWords as said } from './words.ts'

interface Props {
  readonly error: Error | null
  readonly done?: string | null
  /** Takes it back where it was just done. */
  readonly onUndo?: (() => void) | undefined
}

export function Told({ error, done = null, onUndo }: Props) {
  if (error === null)
    return (
      <p className="inbox-told">
        <span role="status">{done}</span>{' '}
        {done !== null && onUndo && (
          <button type="button" onClick={onUndo}>
            {said.undoNow}
          </button>
        )}
      </p>
    )
  const help = error instanceof Refusal ? error.help : ''
  return (
    <p role="alert" className="inbox-refused">
      <strong>{said.notDone}:</strong> <bdi>{error.message}</bdi> <span className="quiet">{help}</span>
    </p>
  )
}
