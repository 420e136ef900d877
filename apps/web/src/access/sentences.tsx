// What follows from the record, in sentences, each with the words it was worked out from.
import type { AccessTold } from '@trucekeeper/api'
import { English } from '../parts/english.tsx'
import { EXAMPLE, MadeUp } from '../parts/made-up.tsx'
import { RowQuote } from '../parts/passage.tsx'
import { words } from '../words.ts'

type Sentence = AccessTold['sentences'][number]

const MOST_ROWS = 6

export function Sentences({ told: { sentences, passages } }: { told: AccessTold }) {
  const groups = Map.groupBy(sentences, ({ about }) => about)
  return (
    <section className="sentences" aria-labelledby="sentences">
      <h2 id="sentences">{words.access.sentences.title}</h2>
      {sentences.length === 0 && <p className="quiet">{words.access.sentences.none}</p>}
      <div className="sentence-groups">
        {[...groups].map(([about, own]) => (
          <div key={about}>
            <h3>{words.access.sentences.about[about]}</h3>
            <ul>
              {own.map((sentence) => (
                <li key={sentence.text}>
                  <p>
                    <English>{sentence.text}</English>{' '}
                    <MadeUp sources={sentence.evidence.map(({ source }) => source)} />
                  </p>
                  <Evidence evidence={sentence.evidence} passages={passages} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function Evidence({ evidence, passages }: Pick<Sentence, 'evidence'> & Pick<AccessTold, 'passages'>) {
  const quoted = evidence.filter(({ quote }) => quote !== null)
  const silent = evidence.filter(({ source }) => source === EXAMPLE).map(({ row }) => row)
  const shown = silent.slice(0, MOST_ROWS).join(', ')
  const rows = silent.length > MOST_ROWS ? `${shown}, …` : shown
  if (quoted.length === 0) return silent.length > 0 ? <p className="quiet">{words.tables.rows(rows)}</p> : null
  return (
    <details>
      <summary>{words.tables.words(quoted.length)}</summary>
      {quoted.map(({ row, quote, source, doc }) => (
        <RowQuote key={row} quote={quote!} by={source} doc={doc} passage={passages[row] ?? null} />
      ))}
      {silent.length > 0 && <p className="quiet">{words.tables.rows(rows)}</p>}
    </details>
  )
}
