// truce watch: whether somebody in a report may be on a list of sanctions, and by which words.
import { possibleMatches, readList } from '@trucekeeper/watch'
import type { Command } from 'commander'
import { bytesAt } from '../arguments.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

export function addWatch(program: Command, io: Terminal): void {
  program
    .command('watch')
    .description('whether a reported name may be that of a person on the UN consolidated list, and why')
    .argument('<list>', 'the XML of the consolidated list, or - for standard input')
    .argument('<name>', 'the name as the report gives it, in Arabic, Cyrillic or Latin letters')
    .option('--reference <number>', 'the reference number, where the report gives one')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
A match is possible and no more. Exit codes: 0 somebody may be meant, 1 nobody on the list, 2 used wrongly.

Example:
  truce watch consolidated.xml "Мухаммед Заркуни"`,
    )
    .action(async (path: string, name: string, { reference, json }: { reference?: string; json?: true }) => {
      const read = readList(new TextDecoder().decode(await bytesAt(path)))
      if (!read.ok) throw new Stop(read.message, read.help)
      const matches = possibleMatches(read.list, { name, reference: reference ?? null })
      if (json) printJson(io, { list_generated: read.list.generated, matches })
      else
        for (const { reference, by, listed, reasons, list_generated } of matches) {
          io.print(`possible: ${reference}, by ${by}${listed ? ` \`${listed.name}\`` : ''}, list of ${list_generated}`)
          for (const reason of reasons) io.print(`  ${reason}`)
        }
      if (matches.length === 0) throw new Stop('nobody on the list by this name or number', '', NO)
    })
}
