import { describe, expect, it } from 'vitest'
import { pdf, words } from '../../testing/build.ts'
import { codesOf, onlyReport, parsed } from '../../testing/parsing.ts'

const SEEN = 'The Parties shall cease all hostilities.'
const HIDDEN = 'Party A complied.'

const drawn = async (...pages: string[]) => (await onlyReport('a.pdf', pdf({ pages }))).text

describe('a PDF', () => {
  it('gives its lines as paragraphs, and divided words whole', async () => {
    const lines =
      words('The army said on Friday that it had com-', 20, 250) + words('plied with the truce it had agreed', 20, 236)
    expect(await drawn(lines + words('to. A second.', 20, 222) + words('Another paragraph.', 20, 190))).toBe(
      'The army said on Friday that it had complied with the truce it had agreed to. A second.\n\nAnother paragraph.\n',
    )
  })

  it('finds the gaps between words where no space is drawn', async () => {
    expect(await drawn('BT /F 12 Tf 20 200 Td [(The)-300(truce)-300(h)20(olds.)] TJ ET')).toBe('The truce holds.\n')
  })

  it('goes on with a sentence over a page, and leaves out what every page repeats', async () => {
    const page = (number: number, text: string) => words('An Agency, page ' + number, 20, 285) + words(text, 20, 200)
    expect(await drawn(page(1, 'The army said'), page(2, 'that it had complied'), page(3, 'with the truce.'))).toBe(
      'The army said that it had complied with the truce.\n',
    )
  })

  it('keeps what begins every page alike but counts something else', async () => {
    const page = (article: number) => words(`Article ${article}`, 20, 285) + words('is about this.', 20, 200)
    expect(await drawn(page(3), page(7), page(8), page(20))).toContain('Article 7')
  })

  it.each([
    ['not drawn', words(HIDDEN, 20, 100, '3 Tr')],
    ['white', words(HIDDEN, 20, 100, '1 1 1 rg')],
    ['too small', `BT /F 1 Tf 20 100 Td (${HIDDEN}) Tj ET`],
    ['too small by a scale', `q 0.1 0 0 0.1 0 0 cm ${words(HIDDEN, 200, 1000)} Q`],
    ['outside the page', words(HIDDEN, 20, 900)],
  ])('does not read words that are %s', async (_, hidden) => {
    const { text, hidden: found } = await onlyReport('a.pdf', pdf({ pages: [words(SEEN, 20, 200) + hidden] }))
    expect(text).toBe(`${SEEN}\n`)
    expect(found.map((each) => each.text)).toEqual([HIDDEN])
  })

  it('reads white words on a dark ground', async () => {
    expect(await drawn(`0 0 0.4 rg 0 180 300 40 re f ${words(SEEN, 20, 200, '1 1 1 rg')}`)).toBe(`${SEEN}\n`)
  })

  it('with Arabic drawn from left to right is read from right to left', async () => {
    // Isolated and joined forms, lam-alef as one glyph of two letters: "قال الجيش (16 قتيلا)".
    const letters = [
      '\ufed7',
      '\ufe8e',
      '\ufedd',
      '\ufe8d',
      '\ufedf',
      '\ufea0',
      '\ufef4',
      '\ufeb6',
      '\ufed7',
      '\ufe98',
      '\ufef4',
      'لا',
      '(',
      ')',
      '1',
      '6',
    ]
    const code = (letter: string, from = 0) => `<${(letters.indexOf(letter, from) + 1).toString(16).padStart(2, '0')}>`
    const logical = [
      ['\ufed7', '\ufe8e', '\ufedd'],
      ['\ufe8d', '\ufedf', '\ufea0', '\ufef4', '\ufeb6'],
      ['(', '6', '1'],
      ['\ufed7', '\ufe98', '\ufef4', 'لا', ')'],
    ]
    // In a line that runs to the left, the bracket that opens is drawn as the one that closes.
    const shown = (letter: string) => code(letter === '(' ? ')' : letter === ')' ? '(' : letter)
    const line = logical
      .map((word) => word.toReversed().map(shown))
      .toReversed()
      .map((word) => word.join(''))
      .map((word) => [...word.matchAll(/<..>/g)].join(''))
    const page = `BT /G 10 Tf 20 200 Td [${line.join(' -500 ')}] TJ ET`
    expect((await onlyReport('a.pdf', pdf({ pages: [page], letters }))).text).toBe('قال الجيش (16 قتيلا)\n')
  })

  it.each([
    ['JavaScript', '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'],
    ['JavaScript with its name disguised', '/OpenAction<</S/J#61vaScript/J#53(x)>>'],
    ['a command', '/OpenAction<</S/Launch/F(x)>>'],
    ['an address to call', '/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>'],
  ])('with %s says so, and gives its words', async (_, catalog) => {
    const { reports, findings } = await parsed('a.pdf', pdf({ pages: [words(SEEN, 20, 200)], catalog }))
    expect(findings.map(({ code }) => code)).toEqual(['active-content'])
    expect(reports[0]?.text).toBe(`${SEEN}\n`)
  })

  it('that was changed after it was made says so', async () => {
    const file = Buffer.from(pdf({ pages: [words(SEEN, 20, 200)] }))
    const changed = Buffer.concat([
      file,
      Buffer.from('xref\n0 0\ntrailer\n<</Size 8/Root 1 0 R>>\nstartxref\n0\n%%EOF\n'),
    ])
    expect(await codesOf('a.pdf', changed)).toEqual(['revisions-open'])
  })

  it.each([
    ['cut off', pdf({ pages: [words(SEEN, 20, 200)] }).slice(0, 80), 'file-damaged'],
    ['without words', pdf({ pages: ['0 0 100 100 re f'] }), 'report-empty'],
    ['with hidden words alone', pdf({ pages: [words(HIDDEN, 20, 100, '3 Tr')] }), 'report-empty'],
  ])('%s is refused', async (_, file, code) => {
    expect(await codesOf('a.pdf', Uint8Array.from(file))).toEqual([code])
  })
})
