import { describe, expect, it } from 'vitest'
import { codesOf, onlyReport } from '../testing/parsing.ts'

const HEAD =
  'From: An Agency <desk@agency.invalid>\r\nTo: desk@example.invalid\r\nSubject: =?utf-8?q?Truce_kept?=\r\nDate: Fri, 16 Sep 2016 15:30:00 +0300\r\nMIME-Version: 1.0\r\n'
const SAID = 'The army said on Friday that it had complied.'

describe('an e-mail', () => {
  it('gives its subject and its plain text, and proposes sender and date', async () => {
    expect(
      await onlyReport('a.eml', `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${SAID}\r\nSecond line.\r\n`),
    ).toEqual({
      name: 'a.eml',
      media_type: 'message/rfc822',
      text: `Truce kept\n\n${SAID}\nSecond line.\n`,
      published: '2016-09-16T15:30:00+03:00',
      outlet: 'An Agency',
      title: 'Truce kept',
      hidden: [],
    })
  })

  it('gives its visible HTML where it has no plain text', async () => {
    const report = await onlyReport(
      'a.eml',
      `${HEAD}Content-Type: text/html\r\n\r\n<p>${SAID}</p><p style="display:none">x y z</p><img src="http://127.0.0.1:9/">\r\n`,
    )
    expect(report.text).toBe(`Truce kept\n\n${SAID}\n`)
    expect(report.hidden).toEqual([{ text: 'x y z', how: 'not displayed' }])
  })

  it('names what is attached and does not read it', async () => {
    const parts = `--b\r\nContent-Type: text/plain\r\n\r\n${SAID}\r\n--b\r\nContent-Type: application/pdf; name="r.pdf"\r\nContent-Disposition: attachment; filename="r.pdf"\r\n\r\n%PDF-1.7\r\n--b--\r\n`
    const source = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`
    expect(await codesOf('a.eml', source)).toEqual(['attachments-unread'])
    expect((await onlyReport('a.eml', source)).text).toBe(`Truce kept\n\n${SAID}\n`)
  })

  it('is known by its headers where its name says nothing', async () => {
    expect((await onlyReport('message', `${HEAD}\r\n${SAID}\r\n`)).media_type).toBe('message/rfc822')
  })

  it('with parts inside parts without end is refused', async () => {
    const nested = Array.from(
      { length: 60 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    )
    expect(await codesOf('a.eml', HEAD + nested.join(''))).toEqual(['file-damaged'])
  })
})
