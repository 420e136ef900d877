// What is wrong in a file that was handed over, place by place, those of one kind together.
import type { Flaw } from '@trucekeeper/exchange'
import { countText } from '../show/count.ts'
import { indented } from '../show/wrap.ts'
import type { Terminal } from '../terminal.ts'

const MOST_SHOWN = 20

export function showFlaws({ colours, print, width }: Terminal, file: string, flaws: readonly Flaw[]): void {
  const reasons = [...Map.groupBy(flaws, ({ message }) => message).values()]
  for (const [{ place, message, help }, ...others] of reasons.slice(0, MOST_SHOWN) as [Flaw, ...Flaw[]][]) {
    const more = others.length > 0 ? `, and at ${countText(others.length, 'other place')}` : ''
    print(indented(`${file}:${place}: ${message}${more}`, width, '    ', '  '))
    print(colours.dim(indented(`help: ${help}`, width, '      ', '    ')))
  }
  const unsaid = reasons.slice(MOST_SHOWN).flat().length
  if (unsaid > 0) print(`  and ${unsaid} for other reasons; --json prints them all`)
}
