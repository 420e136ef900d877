// The visible text of a Word document: what is deleted, hidden or white on white is not part of it.
import { readZip } from '../archive/zip.ts'
import { elementsOf, parseXml, within, type Element } from '../markup/xml.ts'
import { Refused, type Finding, type Hidden, type Parsed, type Source } from '../report.ts'
import { hidingOf, lookOf, stylesOf, type Look, type Styles } from './docx-look.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Parts of a document that are not on its page, are there twice, or are not its author's words. */
const UNSEEN = ['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:pPr', 'w:sectPr', 'w:rPr']
const REVISIONS = ['w:del', 'w:ins', 'w:moveFrom', 'w:moveTo', 'w:pPrChange', 'w:rPrChange']

export function parseDocx({ name, bytes, limits }: Source): Parsed {
  const parts = new Map(readZip(name, bytes, limits).map((entry) => [entry.name, entry]))
  const part = (path: string) => {
    const entry = parts.get(path)
    return entry === undefined ? null : parseXml(`${name}#${path}`, entry.bytes(), limits.depth)
  }
  const document = part('word/document.xml')
  if (document === null || document.name !== 'w:document')
    throw new Refused(
      'file-damaged',
      `\`${name}\` is a zip archive without the text of a Word document`,
      'ask for it again',
    )
  const findings: Finding[] = []
  if (REVISIONS.some((change) => !within(document, change).next().done))
    findings.push({
      code: 'revisions-open',
      severity: 'warning',
      message: `\`${name}\` has open tracked changes; it was read as if all of them were accepted`,
      help: 'accept or refuse them before anybody registers it as an agreed text',
    })
  if ([...parts.keys()].some((path) => /vbaProject\.bin$|\/(embeddings|activeX)\//i.test(path)))
    findings.push({
      code: 'active-content',
      severity: 'warning',
      message: `\`${name}\` carries programs or other files inside; none was run or read`,
      help: 'open it on no machine that matters',
    })
  const written = new Writer(stylesOf(part('word/styles.xml')))
  for (const body of elementsOf(document)) if (body.name === 'w:body') written.blocks(body)
  const notes = part('word/footnotes.xml')
  if (notes !== null)
    for (const note of elementsOf(notes)) if (note.attributes['w:type'] === undefined) written.blocks(note)
  const text = written.text()
  const core = part('docProps/core.xml')
  const property = (key: string) => {
    const found = core && elementsOf(core).find((element) => element.name === key)
    return found ? found.children.join('').trim() || null : null
  }
  if (text.trim() === '')
    return { reports: [], findings: written.hidden.length === 0 ? findings : [...findings, allHidden(name)] }
  return {
    reports: [
      {
        name,
        media_type: MEDIA_TYPE,
        text,
        // When a file was made says little of when its words were published.
        published: null,
        outlet: null,
        title: property('dc:title'),
        hidden: written.hidden,
      },
    ],
    findings,
  }
}

function allHidden(name: string): Finding {
  return {
    code: 'text-hidden',
    severity: 'error',
    message: `\`${name}\` has no words but hidden ones`,
    help: 'ask who sent it what it is for',
  }
}

/** Writes paragraphs one below the other, a blank line between them. */
class Writer {
  readonly hidden: Hidden[] = []
  readonly #paragraphs: string[] = []
  readonly #styles: Styles
  #line = ''

  constructor(styles: Styles) {
    this.#styles = styles
  }

  text(): string {
    return this.#paragraphs.length === 0 ? '' : `${this.#paragraphs.join('\n\n')}\n`
  }

  blocks(element: Element): void {
    for (const child of elementsOf(element)) this.#block(child, {})
  }

  #block(element: Element, look: Look): void {
    if (UNSEEN.includes(element.name)) return
    if (element.name === 'w:p') {
      // A text box stands inside the paragraph it is anchored in, and is a text of its own.
      const outer = this.#line
      this.#line = ''
      const inParagraph = { ...look, ...this.#styles.paragraph(element) }
      for (const child of elementsOf(element)) this.#block(child, inParagraph)
      const line = this.#line.replace(/[ \t\u00a0]+$/gm, '').trim()
      if (line !== '') this.#paragraphs.push(line)
      this.#line = outer
    } else if (element.name === 'w:r') this.#run(element, { ...look, ...this.#styles.run(element) })
    else if (element.name === 'w:tc') {
      const shaded = lookOf(elementsOf(element).find(({ name }) => name === 'w:tcPr'))
      for (const child of elementsOf(element)) this.#block(child, { ...look, ...shaded })
    } else for (const child of elementsOf(element)) this.#block(child, look)
  }

  #run(run: Element, look: Look): void {
    const how = hidingOf(look)
    for (const child of elementsOf(run)) {
      const text = TEXTS[child.name]?.(child)
      if (text === undefined) this.#block(child, look)
      else if (how === null) this.#line += text
      else if (text.trim() !== '') this.hidden.push({ text, how })
    }
  }
}

const TEXTS: Readonly<Record<string, (element: Element) => string>> = {
  'w:t': ({ children }) => children.join(''),
  'w:tab': () => '\t',
  'w:br': () => '\n',
  'w:cr': () => '\n',
  'w:noBreakHyphen': () => '\u2011',
  'w:softHyphen': () => '',
  'w:sym': () => '',
}
