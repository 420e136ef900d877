// Scenarios: given a record, when asked at an hour, then these answers; written in YAML by people who know the field.
import type { ScenarioFolder } from './world.ts'
import { worldOf } from './world.ts'
import type { Scenario } from './scenarios.ts'

export { altered } from './altered.ts'
export { KINDS } from './kinds/index.ts'
export { referenceOfScenarios } from './reference.ts'
export { scenariosIn, type Scenario } from './scenarios.ts'
export { openFolder, worldOf, type ScenarioFolder } from './world.ts'

/** What differs between the answers and what a scenario expects, a sentence each, with the line that expects it. */
export async function differencesIn(scenario: Scenario, folder: ScenarioFolder): Promise<string[]> {
  const world = await worldOf(scenario, folder)
  const told: string[] = []
  for (const { kind, line, expected } of scenario.then)
    for (const sentence of await kind.differences(world, expected)) told.push(`${scenario.file}:${line}: ${sentence}`)
  return told
}
