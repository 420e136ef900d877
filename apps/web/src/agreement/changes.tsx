// What was changed against the text of the folder: clause by clause with its weight, and the prose as a redline.
import { namesText } from '../list-text.ts'
import type { Comparison } from './messages.ts'
import { Ticked } from './ticked.tsx'
import { Way, type Jump } from './way.tsx'
import { editorWords } from './words.ts'

const { changes: said } = editorWords

type Article = Comparison['articles'][number]

interface ChangesProps {
  readonly comparison: Comparison
  readonly linked: boolean
  readonly jump: Jump
}

export function Changes({ comparison: { articles }, linked, jump }: ChangesProps) {
  return (
    <>
      <p className="quiet">
        {said.help} {!linked && said.unread}
      </p>
      {articles.length === 0 && <p>{said.none}</p>}
      {articles.map((article, index) => (
        <section key={`${index} ${article.heading.join(' ')}`} className="changed">
          <h3 dir="auto">{article.heading.at(-1) ?? ''}</h3>
          <ul>
            {article.changes.map((change) => (
              <ChangeEntry key={`${change.path} ${change.message}`} change={change} jump={jump} />
            ))}
          </ul>
          {article.redline.some(({ kind }) => kind !== 'same') && <Redline pieces={article.redline} />}
        </section>
      ))}
    </>
  )
}

function ChangeEntry({ change, jump }: { change: Article['changes'][number]; jump: Jump }) {
  const { path, message, severity, gains, loses } = change
  const range = change.new?.range
  return (
    <li>
      <p>
        <span className={`weight weight-${severity}`}>{said.severity[severity]}</span> <Ticked text={message} />
      </p>
      <p className="finding-ways quiet">
        {range ? (
          <Way start={range.start.offset} end={range.end.offset} jump={jump}>
            {path}
          </Way>
        ) : (
          path
        )}
        {gains.length > 0 && <span>{said.gains(namesText(gains))}</span>}
        {loses.length > 0 && <span>{said.loses(namesText(loses))}</span>}
      </p>
    </li>
  )
}

function Redline({ pieces }: { pieces: Article['redline'] }) {
  return (
    <figure className="redline">
      <figcaption className="quiet">{said.prose}</figcaption>
      <p className="words" dir="auto">
        {pieces.map(({ kind, text }, index) => {
          if (kind === 'same') return text
          const Tag = kind === 'deleted' ? 'del' : 'ins'
          return (
            <Tag key={index}>
              <span className="unseen">[{said[kind]}: </span>
              {text}
              <span className="unseen">]</span>
            </Tag>
          )
        })}
      </p>
    </figure>
  )
}
