import { describe, expect, it } from 'vitest'
import { docx, paragraph, styles } from '../testing/build.ts'
import { codesOf, onlyReport, parsed } from '../testing/parsing.ts'

const SEEN = 'The Parties shall cease all hostilities.'
const HIDDEN = 'Party A complied with every clause.'

describe('a Word document', () => {
  it('gives its paragraphs, tabs and line breaks', async () => {
    const body = `<w:p><w:r><w:t>Article 1.</w:t><w:tab/><w:t>The Parties</w:t><w:br/><w:t>cease &amp; desist.</w:t></w:r></w:p>${paragraph(SEEN)}`
    expect((await onlyReport('a.docx', docx(body))).text).toBe(`Article 1.\tThe Parties\ncease & desist.\n\n${SEEN}\n`)
  })

  it('is read as if its tracked changes were accepted, and says that they are open', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">The line is </w:t></w:r><w:del><w:r><w:delText>10 km</w:delText></w:r></w:del><w:ins><w:r><w:t>2 km</w:t></w:r></w:ins></w:p>`
    const { reports, findings } = await parsed('a.docx', docx(body))
    expect(reports[0]?.text).toBe('The line is 2 km\n')
    expect(findings).toMatchObject([{ code: 'revisions-open', severity: 'warning' }])
  })

  it.each([
    ['marked as hidden', '<w:vanish/>'],
    ['white', '<w:color w:val="FFFFFF"/>'],
    ['nearly white', '<w:color w:val="FCFCFC"/>'],
    ['too small to see', '<w:sz w:val="2"/>'],
    ['in the colour of its ground', '<w:color w:val="FF0000"/><w:shd w:fill="FF0000"/>'],
    ['hidden by its style', '<w:rStyle w:val="Quiet"/>'],
    ['hidden by the style that its style is based on', '<w:rStyle w:val="Quieter"/>'],
  ])('does not read words that are %s', async (_, look) => {
    const sheet = styles(
      '<w:style w:styleId="Quiet"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Quieter"><w:basedOn w:val="Quiet"/></w:style>',
    )
    const { text, hidden } = await onlyReport('a.docx', docx(paragraph(SEEN) + paragraph(HIDDEN, look), [sheet]))
    expect(text).toBe(`${SEEN}\n`)
    expect(hidden.map((each) => each.text)).toEqual([HIDDEN])
  })

  it.each([
    ['white on black', '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'],
    ['white on a highlight', '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>'],
    ['in the automatic colour', '<w:color w:val="auto"/>'],
    ['switched back on', '<w:vanish w:val="0"/>'],
    ['small but legible', '<w:sz w:val="12"/>'],
  ])('reads words that are %s', async (_, look) => {
    expect((await onlyReport('a.docx', docx(paragraph(SEEN, look)))).text).toBe(`${SEEN}\n`)
  })

  it('reads white words in a shaded cell of a table, and no fallback twice', async () => {
    const cell = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="003366"/></w:tcPr>${paragraph('A heading', '<w:color w:val="FFFFFF"/>')}</w:tc></w:tr></w:tbl>`
    const box = `<w:p><mc:AlternateContent><mc:Choice>${paragraph('In a box')}</mc:Choice><mc:Fallback>${paragraph('In a box')}</mc:Fallback></mc:AlternateContent></w:p>`
    expect((await onlyReport('a.docx', docx(cell + box))).text).toBe('A heading\n\nIn a box\n')
  })

  it.each([
    ['fetches an entity', '<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>', 'xml-declares'],
    ['expands entities', `<!DOCTYPE d [<!ENTITY a "${'x'.repeat(10)}"><!ENTITY b "&a;&a;">]>`, 'xml-declares'],
  ])('that %s is refused', async (_, prologue, code) => {
    expect(await codesOf('a.docx', docx(paragraph('&b;'), [], prologue))).toEqual([code])
  })

  it.each([
    ['a tag that is never closed', '<w:p>'],
    ['tags that cross', '<w:p><w:r></w:p></w:r>'],
    ['an entity nobody declared', paragraph('&x;')],
  ])('with %s is refused', async (_, body) => {
    expect(await codesOf('a.docx', docx(body))).toEqual(['file-damaged'])
  })

  it('with hidden words alone is refused', async () => {
    expect(await codesOf('a.docx', docx(paragraph(HIDDEN, '<w:vanish/>')))).toEqual(['text-hidden'])
  })

  it('with a program inside says so and reads its words', async () => {
    const carried = docx(paragraph(SEEN), [{ name: 'word/vbaProject.bin', content: 'x' }])
    expect(await codesOf('a.docx', carried)).toEqual(['active-content'])
  })
})
