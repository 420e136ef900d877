// A page as DOCX, from right to left where it is read so, with receipts as bookmarks that figures lead to.
import type { Block, Line, Page } from '@trucekeeper/publish'
import {
  AlignmentType,
  Bookmark,
  Document,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx'

export async function docxOf(page: Page): Promise<Uint8Array> {
  const rightToLeft = page.direction === 'rtl'
  const document = new Document({
    title: page.title,
    styles: { default: { document: { run: { font: rightToLeft ? 'Noto Sans Arabic' : 'Noto Sans', size: 18 } } } },
    sections: [{ children: page.blocks.flatMap((block) => partsOf(block, rightToLeft)) }],
  })
  return Packer.toBuffer(document)
}

function partsOf(block: Block, bidirectional: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      const run = new TextRun({ text: block.text, bold: true, rightToLeft: bidirectional })
      return [new Paragraph({ heading, bidirectional, keepNext: true, children: [run] })]
    }
    case 'paragraph':
      return [new Paragraph({ bidirectional, spacing: { after: 100 }, children: runsOf(block.line, bidirectional) })]
    case 'list':
      return block.items.map(({ id, line }) => {
        const runs = runsOf(line, bidirectional)
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
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            new TableRow({ tableHeader: true, children: block.head.map((line) => cellOf(line, bidirectional)) }),
            ...block.rows.map(
              (cells) => new TableRow({ cantSplit: true, children: cells.map((line) => cellOf(line, bidirectional)) }),
            ),
          ],
        }),
        new Paragraph({ bidirectional, children: [] }),
      ]
  }
}

function cellOf(line: Line, bidirectional: boolean): TableCell {
  const alignment = AlignmentType.START
  return new TableCell({
    children: [new Paragraph({ bidirectional, alignment, children: runsOf(line, bidirectional) })],
  })
}

/** Words in the language of the record run from left to right also on a page that does not. */
function runsOf(line: Line, rightToLeft: boolean): ParagraphChild[] {
  return line.map(({ text, to, strong, foreign }) => {
    const run = new TextRun({
      text,
      ...(strong && { bold: true }),
      ...(rightToLeft && !foreign && { rightToLeft }),
      ...(to !== undefined && { style: 'Hyperlink' }),
    })
    return to === undefined ? run : new InternalHyperlink({ anchor: to, children: [run] })
  })
}
