// Scenarios: what is malformed is refused with its line, the manual has every word, and each of the fourteen rows can fail.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  altered,
  differencesIn,
  KINDS,
  openFolder,
  referenceOfScenarios,
  scenariosIn,
  type Scenario,
  type ScenarioFolder,
  worldOf,
} from './support/scenario/index.ts'

const ROOT = new URL('..', import.meta.url).pathname
const ALEPPO = join(ROOT, 'examples/aleppo-2016')
const FOLDER = join(ALEPPO, 'scenarios')
const ROWS = readdirSync(FOLDER).filter((name) => /^s\d\d-/.test(name))

const scenariosOf = (file: string) => scenariosIn(readFileSync(join(FOLDER, file), 'utf8'), file)

const WHOLE = `scenario: a name
when:
  at: 2016-09-16T23:00+03:00
then:
  - term: truce
    standing: in_force
`

describe('a file of scenarios', () => {
  it.each([
    ['a word that there is not', WHOLE.replace('- term:', '- therm:'), 5, 'did you mean `term`?'],
    ['a field that means nothing there', WHOLE.replace('standing', 'standig'), 6, 'did you mean `standing`?'],
    ['a time without an offset', WHOLE.replace('+03:00', ''), 3, 'is no time with an offset'],
    [
      'a verdict that is none',
      WHOLE.replace('term: truce\n    standing: in_force', 'clause: x\n    verdict: guilty'),
      6,
      'met, breached',
    ],
    ['nothing to expect', `${WHOLE.slice(0, WHOLE.indexOf('then:'))}then: []\n`, 4, 'cannot fail'],
    ['no hour', WHOLE.replace('  at: 2016-09-16T23:00+03:00\n', '  known_at: 2016-09-16T23:00+03:00\n'), 3, 'at'],
    ['a part that means nothing', `${WHOLE}and: more\n`, 7, 'here fits: scenario, given, when, then'],
    ['the same key twice', `${WHOLE}scenario: again\n`, 7, 'unique'],
  ])('with %s is refused with its line and what fits', (_, text, line, fits) => {
    const reading = () => scenariosIn(text, 'a.yaml')
    expect(reading).toThrow(`a.yaml:${line}:`)
    expect(reading).toThrow(fits)
  })

  it('counts lines on through all its scenarios', () => {
    expect(() => scenariosIn(`${WHOLE}---\n${WHOLE.replace('- term:', '- therm:')}`, 'a.yaml')).toThrow('a.yaml:12:')
  })

  it('says where something is that nothing is called', async () => {
    const folder = await openFolder(ALEPPO)
    const [scenario] = scenariosIn(WHOLE.replace('truce', 'peace'), 'a.yaml')
    expect(await differencesIn(scenario!, folder)).toEqual(['a.yaml:5: there is no term `peace`; there is `truce`'])
  })
})

describe('the manual of scenarios', () => {
  it('has every word and field, as `node scripts/scenario-reference.ts` writes them', () => {
    expect(readFileSync(join(ROOT, 'docs/scenario-words.md'), 'utf8')).toBe(referenceOfScenarios())
  })

  it('describes every word once', () => {
    const names = KINDS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('the fourteen rows of what reports describe', () => {
  it('have a file each', () => {
    const numbers = ROWS.map((name) => Number(name.slice(1, 3)))
    expect(numbers).toEqual(Array.from({ length: 14 }, (_, at) => at + 1))
  })

  it('and the scenarios beside them ask with every word that there is', () => {
    const asked = new Set(
      readdirSync(FOLDER).flatMap((file) => scenariosOf(file).flatMap(({ then }) => then.map(({ kind }) => kind.name))),
    )
    expect(KINDS.map(({ name }) => name).filter((name) => !asked.has(name))).toEqual([])
  })

  /** One thing that was given otherwise, and a scenario that has to notice. */
  const FLIPS: readonly (readonly [file: string, scenario: string, given: Partial<Scenario['given']>])[] = [
    ['s01', 'both Sides add 48 hours', { without: ['09'] }],
    ['s02', '144 is alleged', { without: ['13'] }],
    ['s03', 'two findings stand', { 'without minutes': ['case-finding'] }],
    ['s04', 'each weapon class', { 'without rows': ['g03'] }],
    ['s05', '250,000 and 300,000', { 'without rows': ['access/figures.csv:5'] }],
    ['s06', 'a seal broken at the second', { 'without rows': ['access/seals.csv:13'] }],
    ['s07', 'reset by both', { acts: [] }],
    ['s08', 'shared with caveats', { 'without minutes': ['share'] }],
    ['s09', 'suspension is threatened', { without: ['22'] }],
    ['s10', 'leaked by nobody named', { 'without minutes': ['leak'] }],
    ['s11', 'hospitals, water and electricity', { without: ['25'] }],
    ['s12', 'could not be confirmed', { without: ['23'] }],
    ['s13', '8,000 residents', { without: ['02'] }],
    ['s14', 'in the mouths of those', { without: ['14'] }],
  ]

  let folder: ScenarioFolder
  beforeAll(async () => {
    folder = await openFolder(ALEPPO)
  }, 180_000)

  it.each(FLIPS)('%s fails where “%s” is given otherwise', async (row, name, given) => {
    const file = ROWS.find((one) => one.startsWith(row))
    const scenario = file === undefined ? undefined : scenariosOf(file).find((one) => one.scenario.includes(name))
    expect(scenario, `${row} has no scenario “${name}”`).toBeDefined()
    expect(await differencesIn(scenario!, folder)).toEqual([])
    const flipped = { ...scenario!, given: { ...scenario!.given, ...given } }
    expect(await differencesIn(flipped, folder)).not.toEqual([])
  })

  it.each(readdirSync(FOLDER))('%s notices whatever it expects that is said otherwise', async (file) => {
    const unnoticed: string[] = []
    for (const scenario of scenariosOf(file)) {
      const world = await worldOf(scenario, folder)
      for (const { kind, line, expected } of scenario.then)
        for (const { field, ways } of altered(kind, expected as Record<string, unknown>)) {
          const found = await Promise.all(ways.map((one) => kind.differences(world, one)))
          if (found.every((sentences) => sentences.length === 0)) unnoticed.push(`${file}:${line}: ${field}`)
        }
    }
    expect(unnoticed).toEqual([])
  })
})
