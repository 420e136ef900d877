// How well the rules read: precision, recall and the accuracy of each field against gold claims.
// node packages/reading/bench/score.ts DIR_OF_SEEDS
import { printScore, scoreSeeds } from './scoring.ts'

const [, , folder] = process.argv
if (folder === undefined) {
  console.error('name the folder that holds the reports and gold-claims.json')
  process.exit(2)
}
printScore(scoreSeeds(folder), process.argv.includes('--all'))
