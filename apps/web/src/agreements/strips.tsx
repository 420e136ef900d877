// Zones that lie along a line: how long, as measured and as the text says, how deep, and how large.
import type { AgreementOverview, ZoneOverview } from '@trucekeeper/api'
import { numberText } from '../number-text.ts'
import type { Column } from '../parts/data-table.tsx'
import { SectionTable } from './section-table.tsx'
import { Titled } from './titled.tsx'
import { agreementsWords as text } from './words.ts'

/** Kilometres to a tenth, and whole square kilometres. */
const km = (metres: number) => text.km(numberText(Math.round(metres / 100) / 10))
const km2 = (squares: number) => text.about(text.km2(numberText(Math.round(squares / 1e6))))

interface StripRow {
  readonly agreement: AgreementOverview
  readonly id: string
  readonly name: string
  readonly strip: NonNullable<ZoneOverview['strip']>
}

const COLUMNS: Column<StripRow>[] = [
  { title: text.zone, cell: ({ name }) => <Titled>{name}</Titled> },
  { title: text.agreement, cell: ({ agreement }) => <Titled>{agreement.title}</Titled> },
  { title: text.length, cell: ({ strip }) => km(strip.length_m) },
  {
    title: text.saidLength,
    cell: ({ strip: { said_m, said_about } }) =>
      said_m === null ? '' : said_about ? text.about(km(said_m)) : km(said_m),
  },
  { title: text.depth, cell: ({ strip }) => `${km(strip.depth_m)}, ${text.side[strip.side]}` },
  { title: text.area, cell: ({ strip }) => km2(strip.area_m2) },
]

export function Strips({ agreements }: { readonly agreements: readonly AgreementOverview[] }) {
  const rows = agreements.flatMap((agreement) =>
    agreement.zones.flatMap(({ id, name, strip }) => (strip ? [{ agreement, id, name, strip }] : [])),
  )
  return (
    <SectionTable
      id="strips"
      title={text.strips}
      help={text.stripsHelp}
      columns={COLUMNS}
      rows={rows}
      keyOf={({ agreement, id }) => `${agreement.id} ${id}`}
    />
  )
}
