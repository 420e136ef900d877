// A verdict as shape and word: colour never carries it alone.
import type { Verdict } from '@trucekeeper/api'
import { words } from '../words.ts'

type Shown = Verdict | 'none'

// Four outlines that differ in silhouette, so that they are told apart small, printed grey or by any eye.
const SHAPES: Record<Shown, React.ReactNode> = {
  met: (
    <>
      <circle className="shape" cx="8" cy="8" r="7" />
      <path className="stroke" d="M4.6 8.4 7 10.8l4.5-5.2" />
    </>
  ),
  breached: (
    <>
      <path className="shape" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
      <path className="stroke" d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4" />
    </>
  ),
  contested: (
    <>
      <rect className="shape" x="1" y="1" width="14" height="14" rx="1.5" />
      <path className="stroke" d="M4.4 6.3h7.2M4.4 9.7h7.2M10 3.8l-4 8.4" />
    </>
  ),
  unknown: (
    <>
      <circle className="shape dashed" cx="8" cy="8" r="6.8" />
      <path className="stroke" d="M6 6.4A2 2 0 1 1 8 8.5v.9m0 2.2v.1" />
    </>
  ),
  none: <path className="stroke" d="M5 8h6" />,
}

export function Mark({ verdict }: { verdict: Verdict | null }) {
  return (
    <svg className={`mark mark-${verdict ?? 'none'}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[verdict ?? 'none']}
    </svg>
  )
}

/** Shape and word. `strong` for the account that decides. */
export function VerdictBadge({ verdict, strong = false }: { verdict: Verdict | null; strong?: boolean }) {
  const shown = verdict ?? 'none'
  return (
    <span className={`verdict verdict-${shown}${strong ? ' verdict-strong' : ''}`}>
      <Mark verdict={verdict} />
      <span>{words.verdict[shown]}</span>
    </span>
  )
}

export function VerdictLegend() {
  const shown: Shown[] = ['breached', 'contested', 'unknown', 'met', 'none']
  return (
    <dl className="legend">
      {shown.map((verdict) => (
        <div key={verdict}>
          <dt>
            <VerdictBadge verdict={verdict === 'none' ? null : verdict} />
          </dt>
          <dd>{words.verdictMeaning[verdict]}</dd>
        </div>
      ))}
    </dl>
  )
}
