// What would come of an act, or came of it: in sentences, or by which clause nothing may.
import type { ActEffect, ActRefusal, Trial } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { namesText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { useLens } from '../parts/use-view.ts'
import { powerWords as said } from './words.ts'

export function Effect({ effect }: { readonly effect: Pick<ActEffect, 'sentences' | 'next_changes'> }) {
  const [first, ...others] = effect.sentences
  return (
    <div className="act-effect">
      <p>
        <English>{first}</English>
      </p>
      <Sentences all={others} />
      {effect.next_changes.length > 0 && (
        <details>
          <summary>{said.next}</summary>
          <Sentences all={effect.next_changes.map(({ clause, what }) => `${clause}: ${what}`)} />
        </details>
      )}
    </div>
  )
}

function Sentences({ all }: { readonly all: readonly string[] }) {
  return (
    <ul>
      {all.map((sentence) => (
        <li key={sentence}>
          <English>{sentence}</English>
        </li>
      ))}
    </ul>
  )
}

export function Refusals({ refusals }: { readonly refusals: readonly ActRefusal[] }) {
  const lens = useLens()
  return (
    <ul className="act-refused">
      {refusals.map(({ clause, heading, why, help }) => (
        <li key={`${clause} ${why}`}>
          <p>
            <strong>{said.refusedBy}</strong>{' '}
            <Link to="/clauses/$id" params={{ id: clause }} search={lens}>
              <bdi>{clause}</bdi>
            </Link>
          </p>
          <p dir="auto">{heading}</p>
          <p>
            <English>{why}</English>
          </p>
          <p className="quiet">
            <English>{help}</English>
          </p>
        </li>
      ))}
    </ul>
  )
}

interface TrialsProps {
  readonly trials: readonly Trial[]
  readonly nameOf: (id: string) => string
}

/** Who would be told the same is told it together. */
export function Trials({ trials, nameOf }: TrialsProps) {
  const groups = [
    ...Map.groupBy(trials, ({ answer }) => (answer.ok ? answer.effect.sentences[0] : refusedAlike(answer))).values(),
  ]
  return (
    <ul className="trials">
      {groups.map((alike) => {
        const { answer } = alike[0]!
        const who = said.ifBy(namesText([...new Set(alike.flatMap(({ by }) => by))].map(nameOf)))
        return (
          <li key={who}>
            {answer.ok ? (
              <details>
                <summary>
                  {said.ifNow} {who}
                </summary>
                <Effect effect={answer.effect} />
              </details>
            ) : (
              <>
                <p>
                  {said.ifNow} {who}:
                </p>
                <Refusals refusals={answer.refusals} />
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const refusedAlike = (answer: { readonly refusals: readonly ActRefusal[] }) => JSON.stringify(answer.refusals)
