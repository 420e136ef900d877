// A page as one HTML file without script or anything loaded from elsewhere, made to be printed as well.
import type { Block, Line, Page } from './blocks.ts'
import { STYLE } from './style.ts'
import { columnShares } from './widths.ts'

export function htmlOf({ title, language, direction, blocks, foot }: Page): string {
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}${footOf(foot)}</style>
</head>
<body>
<main>
${blocks.map(blockText).join('\n')}
</main>
</body>
</html>
`
}

/** The page alone, to be shown within another: its links lead nowhere, as several such pages may stand together. */
export function articleOf({ language, direction, blocks }: Page): string {
  const apart = (line: Line) => line.map(({ to: _to, ...run }) => run)
  const parts = blocks.map((block): Block => {
    if (block.kind === 'heading') return block
    if (block.kind === 'paragraph') return { ...block, line: apart(block.line) }
    if (block.kind === 'list') return { ...block, items: block.items.map(({ line }) => ({ line: apart(line) })) }
    return { ...block, head: block.head.map(apart), rows: block.rows.map((cells) => cells.map(apart)) }
  })
  return `<div lang="${language}" dir="${direction}">\n${parts.map(blockText).join('\n')}\n</div>`
}

/** What stands at the foot of each sheet; a string of CSS ends at nothing but its quotation mark. */
function footOf({ text, code, of }: Page['foot']): string {
  const said = (words: string) => `"${words.replaceAll(/["\\<\n]/g, ' ')}"`
  return `@media print { @page {
  @bottom-left { content: ${said(`\u2066${code}\u2069`)}; font-size: 8pt; }
  @bottom-center { content: ${said(text)}; font-size: 8pt; }
  @bottom-right { content: counter(page) ${said(` ${of} `)} counter(pages); font-size: 8pt; } } }`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${lineText(block.line)}</p>`
    case 'list':
      return `<ul${block.small ? ' class="small"' : ''}>\n${block.items.map(({ id, line }) => `<li${id === undefined ? '' : ` id="${escaped(id)}"`}>${lineText(line)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return `<table>\n${columnsText(block)}\n<thead><tr>${block.head.map((cell) => `<th scope="col">${lineText(cell)}</th>`).join('')}</tr></thead>\n<tbody>\n${block.rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${lineText(cell)}</td>`).join('')}</tr>`)
        .join('\n')}\n</tbody>\n</table>`
  }
}

function columnsText(table: Extract<Block, { kind: 'table' }>): string {
  const shares = columnShares(table)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return `<colgroup>${shares.map((share) => `<col style="width:${((100 * share) / whole).toFixed(1)}%">`).join('')}</colgroup>`
}

/** A time is not parted. */
const TIME = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}\S*)?( \S+)?$/

function lineText(line: Line): string {
  return line
    .map(({ text, to, href, strong, foreign }) => {
      const said = escaped(text)
      const isolated = foreign ? `<bdi${TIME.test(text) ? ' class="time"' : ''}>${said}</bdi>` : said
      const marked = strong ? `<strong>${isolated}</strong>` : isolated
      const address = href ?? (to === undefined ? null : `#${to}`)
      return address === null ? marked : `<a href="${escaped(address)}">${marked}</a>`
    })
    .join('')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (one) => ENTITIES[one]!)
}
