// A page as source for the typesetter typst, with nothing of the record read as markup.
import type { Block, Line, Page } from './blocks.ts'
import { apart, columnShares } from './widths.ts'

/** Ids of receipts are labels; a label that nothing bears would stop the typesetter, so links lead only to what is there. */
export function typstOf({ title, language, direction, blocks, foot }: Page): string {
  const labels = new Set(
    blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap(({ id }) => id ?? []) : [])),
  )
  return `#set document(title: ${quoted(title)})
#set page(paper: "a4", margin: (x: 15mm, top: 13mm, bottom: 16mm), footer: ${footText(foot)})
#set text(font: ("Noto Sans", "Noto Sans Arabic"), size: 9pt, lang: ${quoted(language)}, dir: ${direction})
#set par(leading: 0.6em)
#show heading: set block(above: 1.4em, below: 0.7em, sticky: true)
#show link: underline
#show table: set text(size: 8pt)
#set table.cell(breakable: false)
#set table(stroke: (x, y) => (bottom: 0.4pt + gray), inset: (x: 4pt, y: 3pt), align: start + top)
${blocks.map((block) => blockText(block, labels)).join('\n\n')}
`
}

function footText({ text, code, of }: Page['foot']): string {
  const said = `#text(${quoted(`${text} `)})#text(${quoted(isolated(code))})`
  const pages = `#context [#counter(page).display("1")#text(${quoted(` ${of} `)})#counter(page).final().first()]`
  return `[#set text(size: 7.5pt, fill: luma(90)); #grid(columns: (1fr, auto), align: (start, end), [${said}], [${pages}])]`
}

function blockText(block: Block, labels: ReadonlySet<string>): string {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: ${block.level}, ${quoted(block.text)})`
    case 'paragraph':
      return `#par[${lineText(block.line, labels)}]`
    case 'list': {
      const list = `#list(${block.items.map(({ id, line }) => `[${lineText(line, labels)}${id === undefined ? '' : ` #metadata(none) <${id}>`}]`).join(', ')})`
      return block.small ? `#[#set text(size: 7pt); ${list}]` : list
    }
    case 'table':
      return `#table(columns: (${columnShares(block)
        .map((share) => `${share.toFixed(2)}fr`)
        .join(
          ', ',
        )},), table.header(${block.head.map((cell) => `[#strong[${lineText(cell, labels)}]]`).join(', ')}), ${block.rows
        .flatMap((cells) => cells.map((cell) => `[${lineText(cell, labels)}]`))
        .join(', ')})`
  }
}

function lineText(line: Line, labels: ReadonlySet<string>): string {
  return line
    .map(({ text, to, href, strong, foreign }) => {
      const said = `#text(${quoted(foreign ? isolated(apart(text)) : text)})`
      const marked = strong ? `#strong[${said}]` : said
      if (href !== undefined) return `#link(${quoted(href)})[${marked}]`
      return to !== undefined && labels.has(to) ? `#link(<${to}>)[${marked}]` : marked
    })
    .join('')
}

/** What runs from left to right keeps its order among what does not, and leaves what stands beside it alone: an isolate, no embedding. */
function isolated(text: string): string {
  return `\u2066${text}\u2069`
}

/** A string of typst: only the backslash and the quotation mark mean anything in one. */
function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, '\\$&').replaceAll(/[\n\r\t]+/g, ' ')}"`
}
