import { describe, expect, it } from 'vitest'
import { codesOf, parsed } from '../testing/parsing.ts'

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>An Outlet</title>${items}</channel></rss>`

describe('a feed', () => {
  it('in RSS gives one report an item, each with its own date', async () => {
    const { reports } = await parsed(
      'f.xml',
      rss(
        '<item><title>Truce kept</title><description>&lt;p&gt;The army said so.&lt;/p&gt;</description><pubDate>Fri, 16 Sep 2016 12:30:00 GMT</pubDate></item>' +
          '<item><title>Truce broken</title><description>short</description><content:encoded><![CDATA[<p>Rebels said so.</p><p>Twice &amp; more.</p>]]></content:encoded></item>',
      ),
    )
    expect(reports).toEqual([
      {
        name: 'f.xml#1',
        media_type: 'application/rss+xml',
        text: 'Truce kept\n\nThe army said so.\n',
        published: '2016-09-16T12:30:00Z',
        outlet: 'An Outlet',
        title: 'Truce kept',
        hidden: [],
      },
      {
        name: 'f.xml#2',
        media_type: 'application/rss+xml',
        text: 'Truce broken\n\nRebels said so.\n\nTwice & more.\n',
        published: null,
        outlet: 'An Outlet',
        title: 'Truce broken',
        hidden: [],
      },
    ])
  })

  it('in Atom is read alike', async () => {
    const atom =
      '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>An Outlet</title><entry><title>Truce kept</title><published>2016-09-16T15:30:00+03:00</published><updated>2016-09-17T15:30:00+03:00</updated><content type="html">&lt;p&gt;The army said so.&lt;/p&gt;</content></entry></feed>'
    const { reports } = await parsed('f.atom', atom)
    expect(reports).toMatchObject([
      {
        text: 'Truce kept\n\nThe army said so.\n',
        published: '2016-09-16T15:30:00+03:00',
        outlet: 'An Outlet',
        media_type: 'application/atom+xml',
      },
    ])
  })

  it.each([
    ['declares entities', `<!DOCTYPE rss [<!ENTITY a "x">]>${rss('')}`, 'xml-declares'],
    ['has no items', rss(''), 'report-empty'],
    ['breaks off', rss('<item><title>a').slice(0, 60), 'report-format-unread'],
  ])('that %s is refused', async (_, source, code) => {
    const [found] = await codesOf('f.xml', source)
    expect(['report-empty', 'file-damaged', code]).toContain(found)
  })
})
