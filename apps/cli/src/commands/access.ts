// truce access: what was asked for, what was approved, how far it came, and where the days went.
import { accessJson } from '@trucekeeper/access'
import type { Command } from 'commander'
import { accessAt, askingOptions, type AccessOptions } from '../access.ts'
import { showAccess, showFunnel } from '../show/access.ts'
import { printJson, type Terminal } from '../terminal.ts'

const EXAMPLES = (name: string) => `
A row whose source is \`example\` is made up for illustration; answers that rest on one say so.

Examples:
  truce access ${name} examples/aleppo-2016 --at 2016-09-16T23:00+03:00
  truce access ${name} examples/aleppo-2016 --known-at 2016-09-15T00:00+03:00 --json`

export function addAccess(program: Command, io: Terminal): void {
  const access = program.command('access').description('access requests: steps, outcomes, the funnel, figures')
  askingOptions(access.command('status').description('every request and consignment, and what follows, in sentences'))
    .addHelpText('after', EXAMPLES('status'))
    .action(async (dir: string, options: AccessOptions) => {
      const answer = await accessAt(io, dir, options)
      const { overview, sentences, zone } = answer
      const { question, requests, parity, indicators, repeated, figures } = overview
      if (options.json)
        printJson(io, accessJson({ question, requests, parity, indicators, repeated, figures, sentences }, zone))
      else showAccess(io, answer)
    })
  askingOptions(access.command('funnel').description('from request to monitored delivery, with the days of each step'))
    .addHelpText('after', EXAMPLES('funnel'))
    .action(async (dir: string, options: AccessOptions) => {
      const answer = await accessAt(io, dir, options)
      const { overview, sentences, zone } = answer
      const { question, funnel, delays, repeated } = overview
      const said = sentences.filter(({ about }) => about === 'approved_share' || about === 'most_days')
      if (options.json) printJson(io, accessJson({ question, funnel, delays, repeated, sentences: said }, zone))
      else showFunnel(io, answer, said)
    })
}
