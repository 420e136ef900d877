// A page as source for the typesetter typst, with nothing of the record read as markup.
import type { Block, Line, Page } from './blocks.ts'

/** Ids of receipts are labels; a label that nothing bears would stop the typesetter, so links lead only to what is there. */
export function typstOf({ title, language, direction, blocks, foot }: Page): string {
  const labels = new Set(
    blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap(({ id }) => id ?? []) : [])),
  )
  return `#set document(title: ${quoted(title)})
#set page(paper: "a4", margin: (x: 15mm, y: 18mm), footer: ${footText(foot)})
#set text(font: ("Noto Sans", "Noto Sans Arabic"), size: 9pt, lang: ${quoted(language)}, dir: ${direction})
#set par(leading: 0.6em)
#show heading: set block(above: 1.4em, below: 0.7em, sticky: true)
#show link: underline
#set table(stroke: (x, y) => (bottom: 0.4pt + gray), inset: (x: 4pt, y: 3pt), align: start + top)
${blocks.map((block) => blockText(block, labels)).join('\n\n')}
`
}

function footText({ text, code, of }: Page['foot']): string {
  const pages = `#text(dir: ltr, counter(page).display("1"))#${quoted(` ${of} `)}#text(dir: ltr, str(counter(page).final().first()))`
  return `context [#set text(size: 7.5pt, fill: luma(90)); #${quoted(text)} #text(dir: ltr, ${quoted(code)}) #h(1fr) ${pages}]`
}

function blockText(block: Block, labels: ReadonlySet<string>): string {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: ${block.level}, ${quoted(block.text)})`
    case 'paragraph':
      return `#par[${lineText(block.line, labels)}]`
    case 'list':
      return `#list(${block.items.map(({ id, line }) => `[${lineText(line, labels)}${id === undefined ? '' : ` #metadata(none) <${id}>`}]`).join(', ')})`
    case 'table':
      return `#table(columns: (${widths(block).join(', ')},), table.header(${block.head.map((cell) => `[#strong[${lineText(cell, labels)}]]`).join(', ')}), ${block.rows
        .flatMap((cells) => cells.map((cell) => `[${lineText(cell, labels)}]`))
        .join(', ')})`
  }
}

/** Columns get paper by what they hold: by the square root, so that a long one does not starve the others. */
function widths({ head, rows }: Extract<Block, { kind: 'table' }>): string[] {
  const lengthOf = (line: Line) => line.reduce((sum, { text }) => sum + text.length, 0)
  return head.map((cell, index) => {
    const longest = Math.max(lengthOf(cell), ...rows.map((cells) => lengthOf(cells[index]!)))
    return `${Math.max(3, Math.min(12, Math.sqrt(longest))).toFixed(2)}fr`
  })
}

function lineText(line: Line, labels: ReadonlySet<string>): string {
  return line
    .map(({ text, to, href, strong, foreign }) => {
      const said = foreign ? `#text(dir: ltr, ${quoted(apart(text))})` : `#text(${quoted(text)})`
      const marked = strong ? `#strong[${said}]` : said
      if (href !== undefined) return `#link(${quoted(href)})[${marked}]`
      return to !== undefined && labels.has(to) ? `#link(<${to}>)[${marked}]` : marked
    })
    .join('')
}

/** Long names may be parted behind their dots and strokes; what runs from left to right keeps its order among what does not. */
function apart(text: string): string {
  return `\u2066${text.replaceAll(/(?<=[a-z])[._-](?=[a-z])/gi, '$&\u200B')}\u2069`
}

/** A string of typst: only the backslash and the quotation mark mean anything in one. */
function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, '\\$&').replaceAll(/[\n\r\t]+/g, ' ')}"`
}
