// What an act would change, or which clauses forbid it, as lines of a terminal.
import type { ActEffect, ActRefusal } from '@trucekeeper/engine'
import type { Terminal } from '../terminal.ts'
import { indented } from './wrap.ts'

export function showRefusals({ print, width, colours }: Terminal, refusals: readonly ActRefusal[]): void {
  for (const { clause, heading, why, help } of refusals) {
    print(`${colours.bold('refused')} by ${clause}${heading === '' ? '' : ` (${heading})`}`)
    print(indented(why, width, '  '))
    print(indented(help, width, '        ', '  help: '))
  }
}

export function showEffect(
  { print, width, colours }: Terminal,
  { heading, sentences, next_changes }: ActEffect,
  entered: string | null,
): void {
  print(colours.dim(heading))
  const [first, ...others] = sentences
  print(indented(first!, width, ''))
  for (const sentence of others) print(indented(sentence, width, '    ', '  - '))
  if (next_changes.length > 0) print('what changes next if nothing more is reported:')
  for (const { clause, what } of next_changes) print(indented(`${clause}: ${what}`, width, '    ', '  - '))
  print(entered === null ? 'a dry run: nothing was entered' : `entered as ${entered}`)
}
