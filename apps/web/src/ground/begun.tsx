// Whether a party has begun to pull back, by the words for and against it; how far it went is another question.
import type { MovementFinding } from '@trucekeeper/api'
import { words } from '../words.ts'
import { WordList } from './word-list.tsx'

const text = words.ground

export function Begun({ movement }: { movement: MovementFinding }) {
  const { begun, for: says, against, cannot_confirm } = movement
  const lists = [
    [text.for, says, 'for'],
    [text.against, against, 'against'],
    [text.cannotConfirm, cannot_confirm, 'cannot_confirm'],
  ] as const
  return (
    <div className="panel">
      <h3>{text.begun}</h3>
      <p className="panel-lead">
        <strong>{text.begunAnswer[begun]}</strong>
      </p>
      <dl className="begun-words">
        {lists
          .filter(([, said]) => said.length > 0)
          .map(([title, said, stance]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                <WordList said={said} stance={stance} />
              </dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
