// Each clause as one sentence beside the prose it was written under.
import type { ReadBack } from '@trucekeeper/editing'
import { English } from '../parts/english.tsx'
import { Way, type Jump } from './way.tsx'
import { words } from '../words.ts'
import { editorWords } from './words.ts'

const { sentences: said } = editorWords

export function Sentences({ clauses, jump }: { clauses: readonly ReadBack[]; jump: Jump }) {
  return (
    <>
      <p className="quiet">{said.help}</p>
      {articles(clauses).map(({ heading, prose, clauses }) => (
        <section key={clauses[0]!.start} className="read-back">
          <h3 dir="auto">{heading}</h3>
          <div className="read-back-both">
            {prose ? (
              <blockquote className="words" dir="auto">
                {prose.split(/\n\s*\n/).map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </blockquote>
            ) : (
              <p className="quiet">{said.noProse}</p>
            )}
            <ul>
              {clauses.map(({ id, kind, sentence, start, end }) => (
                <li key={start}>
                  <Way start={start} end={end} jump={jump}>
                    {words.kind[kind] ?? kind} <bdi>{id}</bdi>
                  </Way>
                  <p>
                    <English>{sentence}</English>
                  </p>
                </li>
              ))}
            </ul>
          </div>
        </section>
      ))}
    </>
  )
}

/** Clauses that read the same prose together. */
function articles(clauses: readonly ReadBack[]): { heading: string; prose: string; clauses: ReadBack[] }[] {
  const found: { heading: string; prose: string; clauses: ReadBack[] }[] = []
  for (const clause of clauses) {
    const heading = clause.heading.at(-1) ?? ''
    const last = found.at(-1)
    if (last?.heading === heading && last.prose === clause.prose) last.clauses.push(clause)
    else found.push({ heading, prose: clause.prose, clauses: [clause] })
  }
  return found
}
