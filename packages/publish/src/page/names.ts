// What the clauses of a report are called where they are read and not looked up: by their headings, told apart.
import type { DailyReport } from '../model/index.ts'
import { namesOf } from './say.ts'

interface Headed {
  readonly id: string
  readonly heading: string
  readonly parties?: readonly string[]
}

/** `1.2 No attacks` of a heading with all that it stands under. */
export function shortHeading({ heading }: Pick<Headed, 'heading'>): string {
  return heading.split(' › ').at(-1) ?? ''
}

/** Where several share a heading, by whom it binds as well, and where that is the same too, by the id. */
export function clauseNames(report: DailyReport): Readonly<Record<string, string>> {
  const all: readonly Headed[] = [...report.clauses, ...report.terms, ...report.powers, ...report.gates]
  const ways: readonly ((one: Headed) => string)[] = [
    shortHeading,
    (one) => [shortHeading(one), namesOf(one.parties ?? [], report)].filter(Boolean).join(' – '),
    (one) => `${shortHeading(one)} (${one.id})`,
  ]
  const tables = ways.map((way) => Map.groupBy(all, way))
  const nameOf = (one: Headed) => {
    const found = ways.findIndex((way, index) => tables[index]!.get(way(one))?.length === 1)
    return ways.at(found)!(one)
  }
  return Object.fromEntries(all.map((one) => [one.id, nameOf(one)]))
}
