// truce language-server: what editors start to have agreements read while they are written.
import { serveLanguage } from '@trucekeeper/language-server'
import type { Command } from 'commander'

export function addLanguageServer(program: Command): void {
  program
    .command('language-server')
    .description('the Language Server Protocol over standard input and output, for editors')
    // Editors add it to the command by themselves.
    .option('--stdio', 'speak over standard input and output, which is all it does')
    .addHelpText('after', '\nIt is started by an editor; docs/editor.md tells how.')
    .action(() => serveLanguage(process.stdin, process.stdout))
}
