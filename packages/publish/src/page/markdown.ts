// A page as Markdown (CommonMark with tables), every character of the record escaped.
import type { Block, Line, Page } from './blocks.ts'

/** Ends with a line end. Anchors of receipts are HTML, which is all that Markdown has for them. */
export function markdownOf({ blocks }: Page): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`
    case 'paragraph':
      return lineText(block.line)
    case 'list':
      return block.items
        .map(({ id, line }) => `- ${id === undefined ? '' : `<a id="${id}"></a>`}${lineText(line)}`)
        .join('\n')
    case 'table':
      return [row(block.head), `|${' --- |'.repeat(block.head.length)}`, ...block.rows.map((cells) => row(cells))].join(
        '\n',
      )
  }
}

function row(cells: readonly Line[]): string {
  return `| ${cells.map((line) => lineText(line)).join(' | ')} |`
}

function lineText(line: Line): string {
  return line
    .map(({ text, to, href, strong }) => {
      const said = escaped(text)
      const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(said) ?? []
      const marked = strong && core !== '' ? `${before}**${core}**${after}` : said
      if (href !== undefined) return `[${marked}](<${href.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`
      return to === undefined ? marked : `[${marked}](#${to})`
    })
    .join('')
}

function escaped(text: string): string {
  return text
    .replaceAll(/\s+/gu, (space) => (/^[\u202F\u00A0]+$/u.test(space) ? space : ' '))
    .replaceAll(/[\\`*_[\]<>|#]/g, '\\$&')
}
