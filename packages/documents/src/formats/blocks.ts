// The words of HTML as paragraphs: blocks one below the other, without what no reader of the page sees.
import type { Hidden } from '../report.ts'

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL'.split(
    ' ',
  ),
)
const UNREAD = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE SVG MATH CANVAS VIDEO AUDIO OBJECT EMBED IFRAME MAP SELECT TEXTAREA BUTTON INPUT FIGCAPTION'.split(
    ' ',
  ),
)
const ELEMENT = 1
const TEXT = 3

/** Paragraphs with a blank line between them. Hidden words are taken out with `withoutHidden` before. */
export function blocksOf(root: Node): string {
  const paragraphs: string[] = []
  let line = ''
  const close = () => {
    const text = line
      .replace(/[ \t\r\n\f]+/g, ' ')
      .replace(/ *\u2028 */g, '\n')
      .trim()
    if (text !== '') paragraphs.push(text)
    line = ''
  }
  const walk = (node: Node) => {
    if (node.nodeType === TEXT) line += (node.nodeValue ?? '').replaceAll('\u2028', ' ')
    if (node.nodeType !== ELEMENT && node !== root) return
    const tag = node.nodeName.toUpperCase()
    if (UNREAD.has(tag)) return
    if (tag === 'BR') line += '\u2028'
    if (tag === 'TD' || tag === 'TH') line += ' '
    const block = BLOCKS.has(tag)
    if (block) close()
    for (const child of node.childNodes) walk(child)
    if (block) close()
  }
  walk(root)
  close()
  return paragraphs.join('\n\n')
}

const DECLARED: readonly (readonly [how: string, pattern: RegExp])[] = [
  ['not displayed', /display\s*:\s*none/i],
  ['made invisible', /visibility\s*:\s*(?:hidden|collapse)/i],
  ['transparent', /(?:^|[;{\s])opacity\s*:\s*0*(?:\.0+)?\s*(?:;|!|$)/i],
  ['too small to see', /font-size\s*:\s*(?:0*(?:\.\d+)?|1)(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i],
  ['outside the page', /(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}/i],
  ['clipped away', /clip(?:-path)?\s*:\s*(?:rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)|inset\(\s*(?:50|100)%)/i],
]
const WHITE = /(?:^|[;{\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)/i
const GROUND = /background/i
const MOST_RULES = 2_000

/** Takes the elements out that style says nobody sees, by attribute, `style`, or rules of the page's own style sheets. */
export function withoutHidden(document: Document): Hidden[] {
  const found = new Map<globalThis.Element, string>()
  for (const element of document.querySelectorAll('[hidden]')) found.set(element, 'not displayed')
  for (const element of document.querySelectorAll('[style]')) {
    const how = hidingOf(element.getAttribute('style') ?? '')
    if (how !== null) found.set(element, how)
  }
  for (const { selector, how } of hidingRules(document))
    for (const element of matching(document, selector)) found.set(element, how)
  return [...found].flatMap(([element, how]) => {
    if (element === document.body || element === document.documentElement) return []
    const text = blocksOf(element).trim()
    element.remove()
    return text === '' ? [] : [{ text, how }]
  })
}

function hidingOf(style: string): string | null {
  if (WHITE.test(style) && !GROUND.test(style)) return 'in the colour of the page'
  return DECLARED.find(([, pattern]) => pattern.test(style))?.[0] ?? null
}

function hidingRules(document: Document): { selector: string; how: string }[] {
  const sheets = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n')
  // What is inside `@media` may be for other pages than this one.
  const rules = sheets.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  return [...rules.matchAll(/([^{}]{1,500})\{([^{}]*)\}/g)].slice(0, MOST_RULES).flatMap(([, selector, style]) => {
    const how = hidingOf(style!)
    return how === null ? [] : [{ selector: selector!.trim(), how }]
  })
}

function matching(document: Document, selector: string): globalThis.Element[] {
  try {
    return [...document.querySelectorAll(selector)]
  } catch {
    return []
  }
}
