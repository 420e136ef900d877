// The items of an RSS or Atom feed, each a report of its own with its own date.
import { parseFeed } from 'feedsmith'
import { xmlText } from '../markup/xml.ts'
import { publishedFrom } from '../published.ts'
import { Refused, type Parsed, type Report, type Source } from '../report.ts'
import { textOfHtml } from './html.ts'

interface Item {
  readonly title: string | undefined
  readonly html: string | undefined
  readonly published: string | undefined
}

export function parseFeedFile({ name, bytes, limits }: Source): Parsed {
  const { outlet, media_type, items } = itemsOf(name, xmlText(name, bytes), limits.reports)
  if (items.length > limits.reports)
    throw new Refused(
      'archive-too-many',
      `\`${name}\` holds ${items.length} items, and ${limits.reports} are read at once`,
      'split it',
    )
  const reports = items.flatMap(({ title, html, published }, index): Report[] => {
    const itemName = `${name}#${index + 1}`
    const headline = title === undefined ? null : textOfHtml(itemName, title, limits.depth).text || null
    const { text, hidden } = textOfHtml(itemName, html ?? '', limits.depth)
    if (text === '' && headline === null) return []
    const words = [headline, text].filter((part) => part !== null && part !== '').join('\n\n')
    return [
      {
        name: itemName,
        media_type,
        text: `${words}\n`,
        published: publishedFrom(published),
        outlet,
        title: headline,
        hidden,
      },
    ]
  })
  return { reports, findings: [] }
}

function itemsOf(
  name: string,
  xml: string,
  most: number,
): { outlet: string | null; media_type: string; items: readonly Item[] } {
  const { format, feed } = feedOf(name, xml, most)
  if (format === 'atom')
    return {
      outlet: wordsOf(feed.title) ?? null,
      media_type: 'application/atom+xml',
      items: (feed.entries ?? []).map((entry) => ({
        title: wordsOf(entry.title),
        html: wordsOf(entry.content) ?? wordsOf(entry.summary),
        published: entry.published ?? entry.updated,
      })),
    }
  if (format === 'json')
    throw new Refused('report-format-unread', `\`${name}\` is a JSON feed`, 'hand over its RSS or Atom form')
  const items = (feed.items ?? []).map((item) => ({
    title: wordsOf(item.title),
    html: wordsOf(item.content?.encoded) ?? wordsOf(item.description),
    published: ('pubDate' in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0],
  }))
  return { outlet: wordsOf(feed.title) ?? null, media_type: 'application/rss+xml', items }
}

function feedOf(name: string, xml: string, most: number) {
  try {
    return parseFeed(xml, { maxItems: most + 1 })
  } catch {
    throw new Refused(
      'file-damaged',
      `\`${name}\` is no RSS or Atom feed that can be read`,
      'ask for it again, or hand over its text as a `.txt` file',
    )
  }
}

/** Text constructs are a string, or a string with its type. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (typeof value === 'object' && value !== null && 'value' in value) return wordsOf(value.value)
  return undefined
}
