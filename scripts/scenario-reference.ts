// Writes the words of scenarios into their manual, from the forms that the tests hold scenarios against.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { referenceOfScenarios } from '../test/support/scenario/index.ts'

const MANUAL = fileURLToPath(new URL('../docs/scenarios.md', import.meta.url))
const [BEGIN, END] = ['<!-- words -->', '<!-- /words -->']

const manual = readFileSync(MANUAL, 'utf8')
const before = manual.slice(0, manual.indexOf(BEGIN) + BEGIN.length)
const after = manual.slice(manual.indexOf(END))
writeFileSync(MANUAL, `${before}\n\n${referenceOfScenarios()}\n\n${after}`)
