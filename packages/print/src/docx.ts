// A page as DOCX, from right to left where it is read so, with receipts as bookmarks that figures lead to.
import { apart, columnShares, type Block, type Line, type Page } from '@trucekeeper/publish'
import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx'

/** In half points: so small, the clauses of a day still stand on its first sheet, in wider fonts too where ours are not there. */
const IN_TABLES = 15

/** In twentieths of a point, as all of DOCX; the sheet is A4. */
const MARGIN = 850
const TEXT_WIDTH = 11_906 - 2 * MARGIN

export async function docxOf(page: Page): Promise<Uint8Array> {
  const rightToLeft = page.direction === 'rtl'
  const document = new Document({
    title: page.title,
    styles: { default: { document: { run: { font: rightToLeft ? 'Noto Sans Arabic' : 'Noto Sans', size: 18 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 750, bottom: 850, left: MARGIN, right: MARGIN } } },
        footers: { default: footerOf(page.foot, rightToLeft) },
        children: page.blocks.flatMap((block) => partsOf(block, rightToLeft)),
      },
    ],
  })
  return Packer.toBuffer(document)
}

function footerOf({ text, code, of }: Page['foot'], rightToLeft: boolean): Footer {
  const said = (words: string) => new TextRun({ text: words, size: 15, ...(rightToLeft && { rightToLeft }) })
  const number = (which: (typeof PageNumber)['CURRENT' | 'TOTAL_PAGES']) => new TextRun({ children: [which], size: 15 })
  const pages = [number(PageNumber.CURRENT), said(` ${of} `), number(PageNumber.TOTAL_PAGES)]
  return new Footer({
    children: [
      new Paragraph({
        bidirectional: rightToLeft,
        children: [
          said(`${text} `),
          new TextRun({ text: rightToLeft ? `\u2066${code}\u2069` : code, size: 15 }),
          said(' · '),
          ...pages,
        ],
      }),
    ],
  })
}

function partsOf(block: Block, bidirectional: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      const run = new TextRun({ text: block.text, bold: true, rightToLeft: bidirectional })
      return [
        new Paragraph({ heading, bidirectional, keepNext: true, spacing: { before: 160, after: 60 }, children: [run] }),
      ]
    }
    case 'paragraph':
      return [new Paragraph({ bidirectional, spacing: { after: 100 }, children: runsOf(block.line, bidirectional) })]
    case 'list':
      return block.items.map(({ id, line }) => {
        const runs = runsOf(line, bidirectional, block.small ? { size: 14 } : {})
        return new Paragraph({
          bidirectional,
          bullet: { level: 0 },
          children: id === undefined ? runs : [new Bookmark({ id, children: runs })],
        })
      })
    case 'table':
      return [
        new Table({
          visuallyRightToLeft: bidirectional,
          width: { size: TEXT_WIDTH, type: WidthType.DXA },
          columnWidths: widthsOf(block),
          layout: TableLayoutType.FIXED,
          rows: [
            new TableRow({
              tableHeader: true,
              children: block.head.map((line) => cellOf(line, bidirectional, { bold: true })),
            }),
            ...block.rows.map(
              (cells) => new TableRow({ cantSplit: true, children: cells.map((line) => cellOf(line, bidirectional)) }),
            ),
          ],
        }),
        new Paragraph({ bidirectional, children: [new TextRun({ text: '', size: IN_TABLES })] }),
      ]
  }
}

function widthsOf(table: Extract<Block, { kind: 'table' }>): number[] {
  const shares = columnShares(table)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.round((share / whole) * TEXT_WIDTH))
}

interface Look {
  readonly bold?: true
  /** In half points. */
  readonly size?: number
}

function cellOf(line: Line, bidirectional: boolean, look: Look = {}): TableCell {
  const alignment = AlignmentType.START
  return new TableCell({
    children: [
      new Paragraph({ bidirectional, alignment, children: runsOf(line, bidirectional, { size: IN_TABLES, ...look }) }),
    ],
  })
}

/** Words in the language of the record run from left to right also on a page that does not. */
function runsOf(line: Line, rightToLeft: boolean, look: Look = {}): ParagraphChild[] {
  return line.map(({ text, to, href, strong, foreign }) => {
    const run = new TextRun({
      text: !foreign ? text : rightToLeft ? `\u2066${apart(text)}\u2069` : apart(text),
      ...look,
      ...(strong && { bold: true }),
      ...(rightToLeft && !foreign && { rightToLeft }),
      ...((to ?? href) !== undefined && { style: 'Hyperlink' }),
    })
    if (href !== undefined) return new ExternalHyperlink({ link: href, children: [run] })
    return to === undefined ? run : new InternalHyperlink({ anchor: to, children: [run] })
  })
}
