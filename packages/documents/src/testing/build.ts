// Small files of each kind for the tests, made byte by byte so that they can be made wrong.
import { crc32, deflateRawSync } from 'node:zlib'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export interface Packed {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the local header says instead of the name. */
  readonly localName?: string
  /** How large the directory says it is, instead of how large it is. */
  readonly size?: number
}

/** A zip archive of these files. */
export function zip(files: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, localName = name, size } of files) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size ?? bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(localName), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(localName), packed])
    const there = Buffer.from(common)
    there.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), there, place, Buffer.from(name))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...parts, central, end]))
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word document with this inside its body, and these parts beside it. */
export function docx(body: string, parts: readonly Packed[] = [], prologue = ''): Uint8Array {
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?>${prologue}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    },
    ...parts,
  ])
}

export const paragraph = (text: string, look = ''): string =>
  `<w:p><w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A style sheet of a Word document. */
export const styles = (inside: string): Packed => ({
  name: 'word/styles.xml',
  content: `<w:styles ${WORD}>${inside}</w:styles>`,
})

export interface Pdf {
  /** What each page draws; `/F` is Helvetica, `/G` a font whose codes mean `letters`. */
  readonly pages: readonly string[]
  /** Put into the catalog. */
  readonly catalog?: string
  /** The text of codes 1, 2, 3, …, each as wide as its letters are high. */
  readonly letters?: readonly string[]
}

/** A PDF that draws these pages, 300 points square. */
export function pdf({ pages, catalog = '', letters = [] }: Pdf): Uint8Array {
  const first = 6
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Type/Font/Subtype/Type1/BaseFont/Own/FirstChar 1/LastChar ${Math.max(1, letters.length)}/Widths[${letters.map(() => 1000).join(' ') || 1000}]/ToUnicode 5 0 R/FontDescriptor<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>/Encoding<</Type/Encoding/Differences[1 ${letters.map((_, index) => `/g${index}`).join(' ')}]>>>>`,
    stream(toUnicode(letters)),
    ...pages.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents ${first + 2 * index + 1} 0 R/Resources<</Font<</F 3 0 R/G 4 0 R>>>>>>`,
      stream(content),
    ]),
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}

/** Words drawn from a point on, in Helvetica of 12 points unless said otherwise. */
export const words = (text: string, x: number, y: number, before = ''): string =>
  `q BT /F 12 Tf ${before} ${x} ${y} Td (${text}) Tj ET Q `

const stream = (content: string): string =>
  `<</Length ${Buffer.byteLength(content, 'latin1')}>>\nstream\n${content}\nendstream`

function toUnicode(letters: readonly string[]): string {
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const lines = letters.map((text, index) => `<${(index + 1).toString(16).padStart(2, '0')}> <${hex(text)}>`)
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange ${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar endcmap end end`
}
