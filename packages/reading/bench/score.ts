// How well the rules read: precision, recall and the accuracy of each field against gold claims.
// node packages/reading/bench/score.ts [DIR_OF_SEEDS] [--all]
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { printScore, scoreSeeds } from './scoring.ts'

const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
const folder = given ?? join(import.meta.dirname, '../../../../shared/seeds')
if (existsSync(join(folder, 'gold-claims.json'))) printScore(scoreSeeds(folder), process.argv.includes('--all'))
else if (given === undefined) {
  console.log('nothing to score: ../shared/seeds, with three reports and their gold claims, is not at hand')
} else {
  console.error(`\`${given}\` holds no gold-claims.json; name the folder that holds it beside its reports`)
  process.exitCode = 2
}
