// Each required depth of a party: what is found, why, whose words are for and against it, who cannot say and who is silent.
import type { DepthFinding, GroundTold, GroundWord, Verdict } from '@trucekeeper/api'
import { partyName, spoken } from '../grouping.ts'
import { namesText, rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { English } from '../parts/english.tsx'
import { Mark } from '../parts/verdict.tsx'
import { words } from '../words.ts'
import { WordList } from './word-list.tsx'

const text = words.ground

/** A depth that cannot be told and one that nobody observed are unknown alike; their words tell them apart. */
const MARKS: Readonly<Record<DepthFinding['finding'], Verdict>> = {
  kept: 'met',
  not_kept: 'breached',
  contested: 'contested',
  cannot_tell: 'unknown',
  not_observed: 'unknown',
}

function columnsOf(lines: GroundTold['lines']): Column<DepthFinding>[] {
  const lineName = (id: string) => lines.find((line) => line.id === id)?.name ?? id
  const wordsOf = (title: string, of: (depth: DepthFinding) => readonly GroundWord[], stance: WordStance) => ({
    title,
    cell: (depth: DepthFinding) => <WordList said={of(depth)} stance={stance} />,
  })
  return [
    {
      title: text.depth,
      cell: ({ depth }) => (
        <>
          {text.metres(numberText(depth.depth_m), text.side[depth.side]!, lineName(depth.line))}
          <span className="clause-id">{text.reading(ofText(depth), depth.reading)}</span>
        </>
      ),
    },
    { title: text.found, cell: ({ finding }) => <FindingBadge finding={finding} /> },
    { title: text.why, cell: ({ why }) => <English>{why}</English> },
    wordsOf(text.for, (one) => one.kept_by_word_of, 'for'),
    wordsOf(text.against, (one) => one.not_kept_by_word_of, 'against'),
    wordsOf(text.cannotConfirm, (one) => one.cannot_confirm, 'cannot_confirm'),
    {
      title: text.silent,
      cell: ({ silent }) => (silent.length > 0 ? namesText(silent.map(partyName)) : <Nobody />),
    },
  ]
}

/** In the words of the text; a reading of a table has none, and names classes. */
function ofText({ of, weapons }: DepthFinding['depth']): string {
  return of === weapons.join(', ') ? rowText(weapons.map((one) => text.weapon[one] ?? spoken(one))) : rowText([of])
}

interface DepthsProps {
  readonly depths: readonly DepthFinding[]
  readonly told: GroundTold
}

export function Depths({ depths, told: { lines } }: DepthsProps) {
  const party = depths[0]?.depth.party
  const keyOf = ({ depth }: DepthFinding) => depth.id
  return <DataTable labelledBy={`party-${party}`} columns={columnsOf(lines)} rows={depths} keyOf={keyOf} />
}

type WordStance = 'for' | 'against' | 'cannot_confirm'

function Nobody() {
  return <span className="quiet">{text.nobody}</span>
}

function FindingBadge({ finding }: Pick<DepthFinding, 'finding'>) {
  const mark = MARKS[finding]
  return (
    <span className={`verdict verdict-${mark} verdict-strong`}>
      <Mark verdict={mark} />
      <span>{text.finding[finding]}</span>
    </span>
  )
}
