// Whose word it is: each speaker once, with the exact words where a row quotes somebody.
import type { GroundWord } from '@trucekeeper/api'
import { partyName } from '../grouping.ts'
import { MadeUp } from '../parts/made-up.tsx'
import { RowQuote } from '../parts/passage.tsx'
import { words } from '../words.ts'

interface WordListProps {
  readonly said: readonly GroundWord[]
  readonly stance: 'for' | 'against' | 'cannot_confirm'
}

export function WordList({ said, stance }: WordListProps) {
  if (said.length === 0) return <span className="quiet">{words.ground.nobody}</span>
  return (
    <ul className="word-list">
      {said.map(({ id, observer, source, quote, doc, passage }) => {
        const by = partyName(observer)
        return (
          <li key={id}>
            {quote === null ? (
              <>
                {words.ground.row(by, id)} <MadeUp sources={[source]} />
              </>
            ) : (
              <RowQuote quote={quote} by={by} doc={doc} passage={passage} stance={stance} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
