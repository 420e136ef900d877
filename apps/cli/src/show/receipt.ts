// A receipt on the terminal: the verdict, then the tree down to the quoted words.
import type { QuoteRef, Receipt, ReceiptNode } from '@trucekeeper/engine'
import type { Terminal } from '../terminal.ts'
import { countText } from './count.ts'
import { plain, shortInstant, verdictText } from './verdict.ts'
import { indented, unbroken } from './wrap.ts'

const DEEPEST_INDENT = 12

export function showReceipt(io: Terminal, receipt: Receipt): void {
  const { colours, print, width } = io
  print(`${colours.bold(receipt.clause)}  ${colours.dim(receipt.heading)}`)
  if (receipt.sentence) print(indented(unbroken(receipt.sentence), width, '  '))
  print('')
  print(
    `${verdictText(receipt.verdict, colours)}  by the account ${receipt.account}, as of ${shortInstant(receipt.at)}`,
  )
  print(indented(receipt.reason, width, '  '))
  print(
    indented(
      `standing: ${plain(receipt.standing)} (${receipt.standing_reason}); timing: ${plain(receipt.timing)} (${receipt.timing_reason})`,
      width,
      '  ',
    ),
  )
  print('')
  const enough = new Set(receipt.suffices)
  showNode(io, receipt.tree, enough, 0)
  if (enough.size > 0) print(colours.dim(indented(`* ${enoughText(enough.size)}`, width, '  ', '\n')))
  const settled = [
    ...receipt.residual.met.map((what) => `met if ${what}`),
    ...receipt.residual.breached.map((what) => `breached if ${what}`),
  ]
  if (settled.length > 0) print(`\n${colours.bold('What would settle it')}`)
  for (const what of settled) print(indented(what, width, '    ', '  '))
  if (receipt.next_change)
    print(`\n${indented(`if nothing more is reported: ${receipt.next_change.what}`, width, '  ', '')}`)
  for (const { id, words, interprets, readings } of receipt.open_terms) {
    print(`\n${indented(`open term ${id}: “${words}”, for ${interprets.join(' and ')} to interpret`, width, '  ', '')}`)
    for (const { by, says } of readings) print(indented(`${by.join(', ')}: ${says}`, width, '    ', '  '))
  }
  print(
    colours.dim(
      `\nagreement ${receipt.agreement.hash.slice(0, 16)}, record of ${countText(receipt.checkpoint.size, 'entry', 'entries')} ${receipt.checkpoint.digest.slice(0, 16)}, engine ${receipt.engine}`,
    ),
  )
}

function enoughText(count: number): string {
  return count === 1
    ? 'this claim alone would give the same verdict'
    : `these ${count} claims alone would give the same verdict, and no fewer of them`
}

function showNode(
  io: Terminal,
  { op, text, verdict, children, quotes, scope }: ReceiptNode,
  enough: ReadonlySet<string>,
  depth: number,
): void {
  const { colours, print, width } = io
  const indent = ' '.repeat(Math.min(depth * 2, DEEPEST_INDENT))
  print(indented(`${verdictText(verdict, colours)} ${colours.dim(op)} ${text}`, width, `${indent}  `, indent))
  if (scope && scope.decision !== 'covered')
    print(indented(`${plain(scope.decision)}: ${scope.reason}`, width, `${indent}    `))
  for (const quote of quotes) showQuote(io, quote, enough.has(quote.id), `${indent}    `)
  for (const child of children) showNode(io, child, enough, depth + 1)
}

function showQuote({ colours, print, width }: Terminal, quote: QuoteRef, isEnough: boolean, indent: string): void {
  const who = [quote.speaker, quote.side && `(${quote.side})`, quote.via && `through ${quote.via}`]
    .filter(Boolean)
    .join(' ')
  const stance = `${plain(quote.stance)}${isEnough ? '*' : ''}`
  const words = quote.source === 'row' && quote.quote === '' ? MADE_UP : `“${unbroken(quote.quote)}”`
  print(indented(`${colours.dim(stance)} ${words}`, width, `${indent}  `, indent))
  print(colours.dim(indented(`${who ? `${who}; ` : ''}${placeOf(quote)}`, width, `${indent}  `)))
}

const MADE_UP = 'made up for illustration: it quotes nobody'

function placeOf({ source, id, doc, start, end, entry }: QuoteRef): string {
  if (source === 'row') return `${doc}; row ${id}`
  const place = `${doc}:${start}-${end}`
  if (entry) return `${place}; entry ${entry.index}, received ${shortInstant(entry.received_at)}`
  return `${place}; ${source === 'agreement' ? 'the agreement itself' : 'not in the record'}`
}
