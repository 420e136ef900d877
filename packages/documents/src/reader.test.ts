import { describe, expect, it } from 'vitest'
import { parsedFrom } from './answer.ts'
import { LIMITS } from './limits.ts'
import { openDocumentReader, readDocument } from './reader.ts'
import { bytesOf, docx, paragraph, pdf, words } from './testing/build.ts'

const PAGE = bytesOf('<html><body><p>The army said on Friday that it had complied with the truce.</p></body></html>')
const SAID = 'The army said on Friday that it had complied with the truce.\n'

describe('a reader', () => {
  it('reads files of many kinds, one after another, in the order in which they were handed over', async () => {
    const reader = openDocumentReader()
    const read = await Promise.all([
      reader.read('a.html', PAGE),
      reader.read('b.docx', docx(paragraph('So they say.'))),
      reader.read('c.pdf', pdf({ pages: [words('The truce holds.', 20, 200)] })),
    ])
    reader.close()
    expect(read.map(({ reports }) => reports[0]?.text)).toEqual([SAID, 'So they say.\n', 'The truce holds.\n'])
  })

  it('goes on after a file that is refused', async () => {
    const reader = openDocumentReader()
    const bad = await reader.read('a.docx', docx('<w:p>'))
    const good = await reader.read('a.html', PAGE)
    reader.close()
    expect(bad).toMatchObject({ reports: [], diagnostics: [{ code: 'file-damaged', severity: 'error' }] })
    expect(good.reports[0]?.text).toBe(SAID)
  })

  it('ends what takes too long, says so, and goes on', async () => {
    // Reading begins with starting a worker, which takes longer than this.
    const reader = openDocumentReader({ ...LIMITS, milliseconds: 5 })
    expect(await reader.read('a.html', PAGE)).toMatchObject({ reports: [], diagnostics: [{ code: 'file-too-slow' }] })
    expect(await reader.read('a.html', PAGE)).toMatchObject({ diagnostics: [{ code: 'file-too-slow' }] })
    reader.close()
  })

  it.runIf(process.platform === 'linux')('ends what takes too much memory', async () => {
    const reader = openDocumentReader({ ...LIMITS, residentBytes: 2 ** 20 })
    expect(await reader.read('a.html', PAGE)).toMatchObject({ reports: [], diagnostics: [{ code: 'file-too-hungry' }] })
    reader.close()
  })

  it('refuses a file that is too large before anything looks at it', async () => {
    const { diagnostics } = await readDocument('a.html', new Uint8Array(LIMITS.fileBytes + 1))
    expect(diagnostics).toMatchObject([{ code: 'file-too-large' }])
  })

  it('lets no file plant anything for the next', async () => {
    const reader = openDocumentReader()
    const planted =
      '<script type="application/ld+json">{"__proto__":{"datePublished":"2016-01-01"},"constructor":{"prototype":{"datePublished":"2016-01-01"}}}</script>'
    await reader.read('a.html', bytesOf(`<html><head>${planted}</head><body><p>One.</p></body></html>`))
    const { reports } = await reader.read('b.html', PAGE)
    reader.close()
    expect(reports).toMatchObject([{ published: null, text: SAID }])
  })

  it('names the file and what to do in every refusal', async () => {
    const { diagnostics } = await readDocument('a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))
    expect(diagnostics[0]?.message).toContain('`a.png`')
    expect(diagnostics[0]?.help).not.toBe('')
    expect(diagnostics[0]?.spans[0]?.file).toBe('a.png')
  })
})

describe('the answer of a worker', () => {
  const report = {
    name: 'a',
    media_type: 'text/html',
    text: '',
    published: null,
    outlet: null,
    title: null,
    hidden: [],
  }
  it.each([
    ['nothing', null],
    ['a list', []],
    ['a report without a text', { reports: [{ ...report, text: 1 }], findings: [], peak: 1 }],
    ['hidden words that are none', { reports: [{ ...report, hidden: ['x'] }], findings: [], peak: 1 }],
    [
      'a finding of no known weight',
      { reports: [], findings: [{ code: '', message: '', help: '', severity: 'grave' }], peak: 1 },
    ],
  ])('that is %s is not believed', (_, answer) => expect(parsedFrom(answer)).toBeNull())

  it('that is whole is taken', () => {
    const answer = { reports: [report], findings: [], peak: 1 }
    expect(parsedFrom(answer)).toEqual(answer)
  })
})
