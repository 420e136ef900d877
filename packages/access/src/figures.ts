// Figures as number cards: every source's own value with its definition and date, side by side and never merged.
import type { FigureRow } from './records/index.ts'
import { knownRows, type Question } from './said.ts'

export interface Figure {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly qualifier: string | null
  readonly definition: string | null
  readonly source: string
  readonly asOf: number
  readonly quote: string | null
  readonly row: string
}

export interface NumberCard {
  readonly what: string
  readonly about: string
  readonly unit: string
  /** From the least to the most that anybody gives. Not an estimate: nobody need have said either of everything. */
  readonly spread: { readonly low: number; readonly high: number }
  /** Several sources give figures that exclude each other, or count by other definitions. */
  readonly differ: boolean
  readonly figures: readonly Figure[]
}

/** One card for each thing that is counted, with everybody's figures in the order of their dates. */
export function numberCards(rows: readonly FigureRow[], question: Question): NumberCard[] {
  const known = knownRows(rows, question).filter(({ asOf }) => asOf <= question.at)
  return [...Map.groupBy(known, ({ what, about, unit }) => JSON.stringify([what, about, unit]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const figures = own
        .toSorted((a, b) => a.asOf - b.asOf || (a.name < b.name ? -1 : 1))
        .map(({ value, low, high, qualifier, definition, source, asOf, quote, name }) => ({
          value,
          low,
          high,
          qualifier,
          definition,
          source,
          asOf,
          quote,
          row: name,
        }))
      const lows = figures.map(({ value, low, high }) => low ?? value ?? high!)
      const highs = figures.map(({ value, low, high }) => high ?? value ?? low!)
      const definitions = new Set(figures.map(({ definition }) => definition))
      return {
        what: own[0]!.what,
        about: own[0]!.about,
        unit: own[0]!.unit,
        spread: { low: Math.min(...lows), high: Math.max(...highs) },
        differ: excludeEachOther(figures) || definitions.size > 1,
        figures,
      }
    })
}

/** "More than 250,000" excludes no larger number, and 18 excludes 20. */
function excludeEachOther(figures: readonly Figure[]): boolean {
  const least = figures.map(({ value, low }) => low ?? value ?? 0)
  const most = figures.map(({ value, high }) => high ?? value ?? Infinity)
  return Math.max(...least) > Math.min(...most)
}
