// The visible words of a PDF in the order of reading; what else it carries is said and never run.
import { getResolvedPDFJS } from 'unpdf'
import { Refused, type Finding, type Hidden, type Parsed, type Source } from '../../report.ts'
import { glyphsOf, type Glyph } from './glyphs.ts'
import { linesOf, paragraphsOf, type Line } from './lines.ts'
import { activeContent, revisionsOf } from './structure.ts'

export async function parsePdf({ name, bytes, limits }: Source): Promise<Parsed> {
  const findings = structureOf(name, bytes)
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS()
  const loading = getDocument({
    // A copy: it is handed on for good.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    // No image is decoded, no font program is handed to anybody, nothing is fetched.
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  })
  const pdf = await loading.promise.catch((error: Error) => {
    if (error.name === 'PasswordException')
      throw new Refused('file-locked', `\`${name}\` needs a password`, 'save it without one, and hand that over')
    throw error
  })
  if (pdf.numPages > limits.pages)
    throw new Refused(
      'text-too-long',
      `\`${name}\` has ${pdf.numPages} pages, and ${limits.pages} are read at once`,
      'split it',
    )
  const layers = await pdf.getOptionalContentConfig()
  const pages: Line[][] = []
  const hidden: Hidden[] = []
  let units = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const glyphs = await glyphsOf(page, (layer) => layers.isVisible(layer))
    const lines = linesOf(glyphs.filter((glyph) => glyph.hidden === null))
    units += glyphs.length
    if (units > limits.textUnits)
      throw new Refused(
        'text-too-long',
        `\`${name}\` gives more than ${limits.textUnits} characters of text`,
        'split it',
      )
    hidden.push(...hiddenWords(glyphs))
    pages.push(lines)
    page.cleanup()
  }
  const { info } = await pdf.getMetadata()
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() || null : null
  await loading.destroy()
  const paragraphs = paragraphsOf(pages)
  if (paragraphs.length === 0)
    return {
      reports: [],
      findings: [
        ...findings,
        {
          code: 'report-empty',
          severity: 'error',
          message: `\`${name}\` has no words that can be seen, perhaps only pictures of them`,
          help: 'have it typed or scanned to text; pictures of text are not read',
        },
      ],
    }
  return {
    reports: [
      {
        name,
        media_type: 'application/pdf',
        text: `${paragraphs.join('\n\n')}\n`,
        published: null,
        outlet: null,
        title,
        hidden,
      },
    ],
    findings,
  }
}

function structureOf(name: string, bytes: Uint8Array): Finding[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const active = activeContent(source)
  const revisions = revisionsOf(source)
  const findings: Finding[] = []
  if (active.length > 0)
    findings.push({
      code: 'active-content',
      severity: 'warning',
      message: `\`${name}\` carries ${active.join(', ')}; nothing of it was run, fetched or read`,
      help: 'open it on no machine that matters',
    })
  if (revisions > 1)
    findings.push({
      code: 'revisions-open',
      severity: 'warning',
      message: `\`${name}\` was changed after it was made: it holds ${revisions} revisions, and the last was read`,
      help: 'ask for the file as it was signed or sent first, and compare the two',
    })
  return findings
}

/** What is hidden one way, in the order in which it is drawn. */
function hiddenWords(glyphs: readonly Glyph[]): Hidden[] {
  const ways = new Map<string, Glyph[]>()
  for (const glyph of glyphs)
    if (glyph.hidden !== null) ways.set(glyph.hidden, [...(ways.get(glyph.hidden) ?? []), glyph])
  return [...ways].flatMap(([how, each]) => {
    const text = linesOf(each)
      .map((line) => line.text)
      .join(' ')
    return text === '' ? [] : [{ text, how }]
  })
}
