import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { docx, paragraph, pdf, words, zip, type Packed } from '../testing/build.ts'
import { codesOf, parsed } from '../testing/parsing.ts'

const text = (name: string, content = 'The truce holds.\n'): Packed => ({ name, content })

describe('an archive', () => {
  it('gives the reports of its files, named after both', async () => {
    const { reports } = await parsed(
      'r.zip',
      zip(
        [
          text('day/'),
          text('day/a.txt'),
          { name: 'b.docx', content: docx(paragraph('So they say.')) },
          text('__MACOSX/a.txt'),
        ].map((file) => (file.name === 'day/' ? { ...file, content: '' } : file)),
      ),
    )
    expect(reports.map(({ name, text: said, media_type }) => [name, said, media_type.split('/')[0]])).toEqual([
      ['r.zip#day/a.txt', 'The truce holds.\n', 'text'],
      ['r.zip#b.docx', 'So they say.\n', 'application'],
    ])
  })

  it('leaves out a file that cannot be read, says so, and reads the others', async () => {
    const { reports, findings } = await parsed(
      'r.zip',
      zip([text('a.gif', 'GIF89a'), text('b.pdf', '%PDF-1.7 broken'), text('c.txt')]),
    )
    expect(reports.map(({ name }) => name)).toEqual(['r.zip#c.txt'])
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })

  it.each([
    ['climbs out', [text('../a.txt')], 'archive-unsafe-name'],
    ['climbs out the other way', [text('..\\a.txt')], 'archive-unsafe-name'],
    ['begins at the root', [text('/etc/a.txt')], 'archive-unsafe-name'],
    ['names a drive', [text('C:/a.txt')], 'archive-unsafe-name'],
    ['has a name that ends early', [text('a.txt\0.pdf')], 'archive-unsafe-name'],
    ['has a name that turns around', [text('a\u202etxt.exe')], 'archive-unsafe-name'],
    ['has one name twice', [text('a.txt'), text('a.txt')], 'archive-ambiguous'],
    ['has one name in two cases', [text('a.txt'), text('A.txt')], 'archive-ambiguous'],
    ['names a file differently inside', [{ ...text('a.html'), localName: 'a.text' }], 'archive-ambiguous'],
    ['lies about a size', [{ ...text('a.txt'), size: 4 }], 'archive-damaged'],
    ['grows a thousandfold', [text('a.txt', ' '.repeat(4_000_000))], 'archive-bomb'],
    ['holds too many files', Array.from({ length: 1_001 }, (_, at) => text(`${at}.txt`)), 'archive-too-many'],
    ['holds an archive', [{ name: 'b.zip', content: zip([text('a.txt')]) }], 'archive-nested'],
  ])('that %s gives nothing', async (_, files, code) => {
    const { reports, findings } = await parsed('r.zip', zip(files))
    expect(reports).toEqual([])
    expect(findings.map((found) => found.code)).toContain(code)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
  })

  it.each([
    ['behind another', Buffer.concat([zip([text('a.txt')]), zip([text('b.txt')])]), 'archive-ambiguous'],
    [
      'with a file nobody lists',
      Buffer.concat([Buffer.from('PK\x03\x04hidden'), zip([text('b.txt')])]),
      'archive-ambiguous',
    ],
    ['that is cut off', zip([text('a.txt')]).slice(0, 60), 'archive-damaged'],
    ['without a directory', Buffer.from('PK\x05\x06'), 'archive-damaged'],
  ])('%s is refused', async (_, bytes, code) => expect(await codesOf('r.zip', Uint8Array.from(bytes))).toEqual([code]))
})

describe('a gzip file', () => {
  it('is read as what is in it', async () => {
    const { reports } = await parsed('a.pdf.gz', gzipSync(pdf({ pages: [words('The truce holds.', 20, 200)] })))
    expect(reports).toMatchObject([{ name: 'a.pdf.gz', media_type: 'application/pdf', text: 'The truce holds.\n' }])
  })

  it.each([
    ['in another', gzipSync(gzipSync('x')), 'archive-nested'],
    ['around an archive', gzipSync(zip([text('a.txt')])), 'archive-nested'],
    ['that grows a thousandfold', gzipSync(' '.repeat(4_000_000)), 'archive-bomb'],
    ['that is cut off', gzipSync('The truce holds.').subarray(0, 12), 'archive-damaged'],
  ])('%s is refused', async (_, bytes, code) => expect(await codesOf('a.gz', Uint8Array.from(bytes))).toEqual([code]))
})
