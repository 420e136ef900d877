// What was said and done under a power: who, when, in which words, and what of it had no effect or has lapsed.
import type { PowerStatus } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { partyName } from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'
import { noticeMarks } from './marks.ts'

interface Props {
  readonly notices: PowerStatus['notices']
  readonly zone: string
  readonly nameOf?: (id: string) => string
}

export function Notices({ notices, zone, nameOf = partyName }: Props) {
  const lens = useLens()
  return notices.map(({ at, stage, by, act, quote, doc, start, end, without_effect: idle, lapsed }) => (
    <blockquote key={act} dir="auto">
      <p>{words.quoted(quote)}</p>
      <footer className="quiet" dir={words.dir}>
        {words.power.stage[stage] ?? stage} {words.term.by(namesText(by.map(nameOf)))}
        {words.comma}
        <Moment iso={at} zone={zone} form="short" /> ·{' '}
        <Link to="/documents/$sha" params={{ sha: doc }} search={{ ...lens, start, end }}>
          {words.quote.seeShort}
          <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
        </Link>
      </footer>
      {idle !== null && <Mark what={noticeMarks.withoutEffect} why={idle} />}
      {lapsed !== null && <Mark what={noticeMarks.lapsed} why={lapsed} />}
    </blockquote>
  ))
}

function Mark({ what, why }: { readonly what: string; readonly why: string }) {
  return (
    <p className="notice-idle" dir={words.dir}>
      <strong>{what}</strong>
      {': '}
      <English>{why}</English>
    </p>
  )
}
