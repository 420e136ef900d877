// The article of a web page: its title and its paragraphs, without navigation, adverts, comments and captions.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { decodeMarkup } from '../markup/charset.ts'
import { publishedFrom } from '../published.ts'
import { Refused, type Hidden, type Parsed, type Source } from '../report.ts'
import { blocksOf, withoutHidden } from './blocks.ts'

const FURNITURE =
  'nav, aside, form, footer, [role=navigation], [role=complementary], [role=search], [aria-hidden=true], figcaption, .share, .comments, #comments, .advertisement'
const DATES = [
  'meta[property="article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[property="og:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="date"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="dc.date"]',
  'meta[name="DC.date.issued"]',
  '[itemprop="datePublished"][datetime]',
  'time[pubdate]',
  'article time[datetime]',
]
const OUTLETS = [
  'meta[property="og:site_name"]',
  'meta[name="application-name"]',
  'meta[name="publisher"]',
  'meta[name="dc.publisher"]',
]

export function parseHtml({ name, bytes, limits }: Source): Parsed {
  const page = decodeMarkup(bytes)
  const { document } = pageOf(name, page, limits.depth)
  const linked = linkedData(document)
  const hidden = withoutHidden(document)
  const published = publishedFrom(linked.published) ?? firstOf(document, DATES, publishedFrom)
  const outlet = firstOf(document, OUTLETS, (text) => text) ?? linked.outlet
  const headline = headlineOf(document)
  for (const element of document.querySelectorAll(FURNITURE)) element.remove()
  const whole = () => blocksOf(document.body ?? document.documentElement)
  const article = new Readability(document.cloneNode(true) as Document, { charThreshold: 200 }).parse()
  const title = headline ?? ((article?.title ?? document.title).trim() || null)
  const body = article?.content
    ? blocksOf(pageOf(name, article.content, limits.depth).document.documentElement)
    : whole()
  if (body === '') return { reports: [], findings: [] }
  const text = `${title !== null && !body.startsWith(title) ? `${title}\n\n` : ''}${body}\n`
  return { reports: [{ name, media_type: 'text/html', text, published, outlet, title, hidden }], findings: [] }
}

/** The words of a piece of HTML that is no page: the body of a message, an item of a feed. */
export function textOfHtml(name: string, html: string, depth: number): { text: string; hidden: readonly Hidden[] } {
  const { document } = pageOf(name, html, depth)
  const hidden = withoutHidden(document)
  return { text: blocksOf(document.documentElement), hidden }
}

/** Parses no deeper than the limit: what builds and walks the tree calls itself for every level. */
function pageOf(name: string, html: string, most: number): { document: Document } {
  let depth = 0
  for (const [, closing, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)[^<>]*(?<!\/)>/gi)) {
    if (NEVER_CLOSED.has(tag!.toLowerCase())) continue
    depth = Math.max(0, depth + (closing === '/' ? -1 : 1))
    if (depth > most)
      throw new Refused(
        'markup-too-deep',
        `\`${name}\` nests more than ${most} elements`,
        'hand over its text as a `.txt` file',
      )
  }
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html>${html}</html>`) as unknown as {
    document: Document
  }
  complete(document)
  return { document }
}

/** They need not be closed, so they say nothing of the depth. */
const NEVER_CLOSED = new Set(
  'area base br col embed hr img input link meta source track wbr p li td tr th dd dt option'.split(' '),
)
const IN_HEAD = new Set(['META', 'TITLE', 'LINK', 'BASE', 'STYLE', 'SCRIPT'])

/** HTML may leave `head` and `body` out, and the parser does not put them in. */
function complete(document: Document): void {
  const root = document.documentElement
  const part = (name: string) => [...root.children].find((child) => child.nodeName === name)
  const head = part('HEAD') ?? document.createElement('head')
  const body = part('BODY') ?? document.createElement('body')
  for (const child of Array.from(root.childNodes))
    if (child !== head && child !== body) (IN_HEAD.has(child.nodeName) ? head : body).appendChild(child)
  root.appendChild(head)
  root.appendChild(body)
}

/** The one headline on the page; the title of its window often has the outlet behind it. */
function headlineOf(document: Document): string | null {
  const headlines = document.querySelectorAll('h1')
  const only = headlines.length === 1 ? headlines[0]!.textContent : null
  const named = document.querySelector('meta[property="og:title"]')?.getAttribute('content')
  return (only ?? named ?? '').replace(/\s+/g, ' ').trim() || null
}

function firstOf(
  document: Document,
  selectors: readonly string[],
  taken: (text: string) => string | null,
): string | null {
  for (const selector of selectors) {
    const element = document.querySelector(selector)
    const text = element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? element?.textContent
    const found = text ? taken(text.trim()) : null
    if (found) return found
  }
  return null
}

/** What the page says of itself for search engines. */
function linkedData(document: Document): { published: string | null; outlet: string | null } {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const item of itemsOf(script.textContent ?? '')) {
      if (typeof item.datePublished !== 'string') continue
      const publisher =
        typeof item.publisher === 'object' && item.publisher !== null && 'name' in item.publisher
          ? item.publisher.name
          : item.publisher
      return { published: item.datePublished, outlet: typeof publisher === 'string' ? publisher : null }
    }
  }
  return { published: null, outlet: null }
}

function itemsOf(json: string): Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(json)
    const graph = typeof value === 'object' && value !== null && '@graph' in value ? value['@graph'] : value
    return (Array.isArray(graph) ? graph : [graph]).filter((item) => typeof item === 'object' && item !== null)
  } catch {
    return []
  }
}
