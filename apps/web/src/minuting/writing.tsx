// Where a screen lets one write into the minutes, whose forms it unfolds; whoever speaks for nobody is told so instead.
import { useState, type ReactNode } from 'react'
import { OneOf } from './fields.tsx'
import { useSpeakers } from './speakers.ts'
import { minutingWords } from './words.ts'

interface WritingProps {
  readonly id: string
  readonly title: string
  /** Everybody whom the agreement names. */
  readonly names: Readonly<Record<string, string>>
  readonly isOpen?: boolean
  /** `speakers`: those of them in whose name the reader may write. */
  readonly children: (speakers: readonly string[]) => ReactNode
}

export function Writing({ id, title, names, isOpen = false, children }: WritingProps) {
  const { ids, mayWrite } = useSpeakers(names)
  return (
    <section className="panel writing" aria-labelledby={id}>
      {mayWrite ? (
        <details open={isOpen}>
          <summary>
            <h2 id={id}>{title}</h2>
          </summary>
          {children(ids)}
        </details>
      ) : (
        <>
          <h2 id={id}>{title}</h2>
          <p className="quiet">{minutingWords.nobody}</p>
        </>
      )}
    </section>
  )
}

interface GoOnProps<Kind extends string> extends Omit<WritingProps, 'id' | 'children'> {
  /** The question which of the kinds it is. */
  readonly what: string
  /** In this order; the first is chosen until another is. */
  readonly kinds: Readonly<Record<Kind, string>>
  readonly help?: string
  readonly onChosen?: () => void
  readonly children: (kind: Kind, speakers: readonly string[]) => ReactNode
}

/** One of several kinds of minute: which is asked first, and its form follows. */
export function GoOn<Kind extends string>(props: GoOnProps<Kind>) {
  const { what, kinds, help, onChosen, children, ...writing } = props
  const known = Object.keys(kinds) as Kind[]
  const [kind, setKind] = useState(known[0]!)
  return (
    <Writing id="go-on" {...writing}>
      {(speakers) => (
        <>
          {help && <p className="quiet">{help}</p>}
          <div className="minuting">
            <OneOf
              label={what}
              value={kind}
              onChange={(value) => {
                setKind(value as Kind)
                onChosen?.()
              }}
              choices={known.map((value) => ({ value, name: kinds[value] }))}
            />
          </div>
          {children(kind, speakers)}
        </>
      )}
    </Writing>
  )
}
