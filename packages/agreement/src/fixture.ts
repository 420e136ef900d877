// A small agreement for tests to change one thing in, and the words that a diagnostic underlines.
import { parsePlaces } from '@trucekeeper/geo'
import { printText, type Diagnostic } from '@trucekeeper/diagnostics'
import { parseAgreement, resolveAgreement, type PlaceFiles } from './index.ts'

const feature = (id: string, geometry: object) => ({ id, properties: { name: `The ${id}`, tolerance_m: 50 }, geometry })
const valley = [
  [10, 46],
  [10.2, 46],
  [10.2, 46.2],
  [10, 46.2],
  [10, 46],
]
const features = [
  feature('valley', { type: 'Polygon', coordinates: [valley] }),
  feature('road', { type: 'LineString', coordinates: valley.slice(0, 2) }),
]

export const PLACES: PlaceFiles = new Map([
  ['places.geojson', parsePlaces(JSON.stringify({ type: 'FeatureCollection', features })).places],
])

/** Who is who, without a heading. */
export const HEAD = `\`\`\`truce
agreement peace
  title        The peace of the valley
  clock        Europe/Berlin
  decided-by   all-reported

party hill
  name         Hill people
  side         syria_gov

party lake
  name         Lake people
\`\`\`
`

/** The small agreement with more clauses under a heading of their own. */
export function withClauses(clauses: string): string {
  return `${HEAD}\n## 1. More\n\n\`\`\`truce\n${clauses}\n\`\`\`\n`
}

/** All that is said of a text, read and linked. */
export function saidOf(source: string, places: PlaceFiles = PLACES): readonly Diagnostic[] {
  const { text, diagnostics } = parseAgreement(source, 'a.md')
  return [...diagnostics, ...resolveAgreement(text, places).diagnostics]
}

/** The code of each diagnostic with the words above its marks as people see them printed. */
export function underlined(source: string): [string, string][] {
  return saidOf(source).map((diagnostic) => {
    const [line, marks] = printText(diagnostic, () => source)
      .split('\n')
      .slice(3, 5) as [string, string]
    return [diagnostic.code, [...line].filter((_, column) => marks[column] === '^').join('')]
  })
}
