// Writes the words of scenarios down, from the forms that the tests hold scenarios against.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { referenceOfScenarios } from '../test/support/scenario/index.ts'

writeFileSync(fileURLToPath(new URL('../docs/scenario-words.md', import.meta.url)), referenceOfScenarios())
