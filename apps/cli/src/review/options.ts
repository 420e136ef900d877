// The words of truce read that ask for a model or for a person, and what they ask for together.
import { Option, type Command } from 'commander'
import { instant } from '../arguments.ts'
import type { ModelWords } from '../model/endpoint.ts'
import { Stop } from '../terminal.ts'
import type { ReviewRequest } from './session.ts'

export interface ReaderWords extends ModelWords {
  readonly reader: 'rules' | 'model'
  readonly review?: true
  readonly ledger?: string
  readonly as?: string
  readonly received?: number
  readonly again?: true
}

export function withReaderOptions(command: Command): Command {
  return command
    .addOption(new Option('--reader <reader>', 'which reader').choices(['rules', 'model']).default('rules'))
    .option('--model-url <url>', 'where the model is; by default TRUCE_MODEL_URL (its key: TRUCE_MODEL_KEY)')
    .option('--model-name <name>', 'which model; by default TRUCE_MODEL_NAME')
    .option('--review', 'decide on each new claim, here and now')
    .option('--ledger <dir>', 'the folder in whose record decisions are entered')
    .option('--as <name>', 'who decides')
    .option('--received <time>', 'when decisions come in; by default when they are made', instant)
    .option('--again', 'also decide on claims that stand in the record already')
}

/** The review that is asked for; null for none. */
export function reviewAsked(
  words: ReaderWords & { json?: true; watch?: string },
  files: readonly string[],
): ReviewRequest | null {
  const { review, ledger, as, received, again, json } = words
  if (words.watch !== undefined && (review || words.reader === 'model'))
    throw new Stop('a folder is watched by the rules alone', 'leave out --watch, and name the files to be read')
  if (!review) {
    const alone = (['ledger', 'as', 'received', 'again'] as const).find((name) => words[name] !== undefined)
    if (alone !== undefined) throw new Stop(`\`--${alone}\` belongs to a review`, 'add --review')
    return null
  }
  if (ledger === undefined || as === undefined || as.trim() === '')
    throw new Stop('a review needs a record and a name', 'add --ledger with a folder, and --as with who decides')
  if (files.includes('-'))
    throw new Stop('standard input cannot hold both a report and the answers', 'name a file for the report')
  return {
    dir: ledger,
    by: as,
    again: again === true,
    json: json === true,
    ...(received !== undefined && { received }),
  }
}
