// A comparison of two versions of an agreement on the terminal, or as Markdown for a mail or a meeting.
import type { Change, ComparedArticle, Comparison, RedlinePiece, Standing } from '@trucekeeper/agreement'
import type { Terminal } from '../terminal.ts'
import { indented, wrapped } from './wrap.ts'

/** The summary in one line: how many changes of which weight. */
export function summaryOf({ changes, severity }: Comparison): string {
  if (severity === 'none') return 'no change'
  const counted = (['major', 'minor', 'editorial'] as const).flatMap((weight) => {
    const count = changes.filter((change) => change.severity === weight).length
    return count === 0 ? [] : [`${count} ${weight}`]
  })
  return `${changes.length} change${changes.length === 1 ? '' : 's'}: ${counted.join(', ')}`
}

/** Article by article: the prose with its redline, and below it what changed in the clauses. */
export function comparisonText(io: Terminal, comparison: Comparison): string {
  const { colours, width } = io
  const paint = { major: colours.red, minor: colours.yellow, editorial: colours.dim }
  const articles = comparison.articles.map((article) => {
    const lines = [colours.bold(headingOf(article))]
    if (isMarked(article)) lines.push('', ...marked(article.redline, width).map((line) => painted(line, colours)), '')
    for (const change of article.changes) {
      lines.push(
        indented(change.message, width, '             ', `  ${change.severity.padEnd(9)}  `).replace(
          change.severity,
          paint[change.severity],
        ),
      )
      const who = whoLine(change)
      if (who !== '') lines.push(indented(who, width, '             '))
    }
    return lines.join('\n')
  })
  return [...articles, summaryOf(comparison)].join('\n\n')
}

export function comparisonMarkdown(comparison: Comparison): string {
  const articles = comparison.articles.map((article) => {
    const parts = [`## ${headingOf(article)}`]
    if (isMarked(article))
      parts.push(joined(article.redline, { deleted: (text) => `~~${text}~~`, added: (text) => `**${text}**` }))
    const rows = article.changes.map(({ severity, message, gains, loses }) => {
      const cells = [severity, message, gains.join(', '), loses.join(', ')]
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
    })
    return [...parts, ['| weight | change | gains | loses |', '|---|---|---|---|', ...rows].join('\n')].join('\n\n')
  })
  return [...articles, `${summaryOf(comparison)}.`].join('\n\n')
}

/** The form that scripts read: one record a change. */
export function changesJson(changes: readonly Change[]): unknown {
  const place = (standing: Standing | null) =>
    standing && {
      file: standing.file,
      line: standing.range?.start.line ?? null,
      column: standing.range?.start.column ?? null,
      end_line: standing.range?.end.line ?? null,
      end_column: standing.range?.end.column ?? null,
      heading: standing.heading,
    }
  return changes.map((change) => ({ ...change, old: place(change.old), new: place(change.new) }))
}

/** `[-taken out-]` and `{+put in+}`, so that colour says nothing that the words do not. */
function marked(redline: readonly RedlinePiece[], width: number): string[] {
  const text = joined(redline, { deleted: (gone) => `[-${gone}-]`, added: (come) => `{+${come}+}` })
  return wrapped(text, Math.max(20, width - 4)).map((line) => (line === '' ? '' : `    ${line}`))
}

interface Marks {
  readonly deleted: (text: string) => string
  readonly added: (text: string) => string
}

/** Blanks stay outside the marks, and marks end where a paragraph ends. */
function joined(redline: readonly RedlinePiece[], marks: Marks): string {
  const pieces = redline.map(({ kind, text }) => {
    if (kind === 'same') return text
    return text
      .split(/(\n\n)/)
      .map((part) => {
        const words = part.trim()
        return words === '' ? part : `${part.startsWith(' ') ? ' ' : ''}${marks[kind](words)}`
      })
      .join('')
  })
  return pieces
    .join('')
    .replaceAll(/(-\]|~~)(\{\+|\*\*)/g, '$1 $2')
    .trim()
}

/** Only marks that end on their line are coloured; the marks themselves say it all. */
function painted(line: string, { red, green }: Terminal['colours']): string {
  return line.replaceAll(/\[-.*?-\]/g, (gone) => red(gone)).replaceAll(/\{\+.*?\+\}/g, (come) => green(come))
}

function whoLine({ gains, loses }: Change): string {
  const said = (word: string, who: readonly string[]) => (who.length === 0 ? [] : [`${word}: ${who.join(', ')}`])
  return [...said('gains', gains), ...said('loses', loses)].join('; ')
}

function isMarked({ redline }: ComparedArticle): boolean {
  return redline.some(({ kind }) => kind !== 'same')
}

function headingOf({ heading }: ComparedArticle): string {
  return heading.at(-1) ?? 'Before the first heading'
}
