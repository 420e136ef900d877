// Every finding of every fixture points at the same words in all four forms: for people, one line, JSON, and for editors.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import { diagnosticJson, lineStarts, printGnu, printText, type Diagnostic } from '@trucekeeper/diagnostics'
import { parsePlaces } from '@trucekeeper/geo'
import { lintAgreement } from '@trucekeeper/lint'
import { describe, expect, it } from 'vitest'
import { diagnosticOf } from '../apps/language-server/src/lsp.ts'
import { lintSnippet } from '../packages/lint/src/testing/snippet.ts'

const ROOT = new URL('..', import.meta.url).pathname
const RULES = join(ROOT, 'packages/lint/src/rules')
const GOLDEN = join(ROOT, 'test/golden/language')
const EXAMPLES = join(ROOT, 'examples')

interface Fixture {
  readonly name: string
  readonly source: string
  readonly diagnostics: readonly Diagnostic[]
}

function ofFolder(name: string, source: string, places: string): Fixture {
  const { text, diagnostics } = parseAgreement(source, 'agreement.md')
  const resolved = resolveAgreement(text, new Map([['places.geojson', parsePlaces(places).places]]))
  const linted = lintAgreement({ source, text, agreement: resolved.agreement })
  return { name, source, diagnostics: [...diagnostics, ...resolved.diagnostics, ...linted.diagnostics] }
}

const pages = readdirSync(RULES, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .flatMap(({ name }) => {
    const page = readFileSync(join(RULES, name, 'README.md'), 'utf8')
    return [...page.matchAll(/^````md\n([^]*?)^````$/gm)].map(([, example], index) => ({
      name: `${name}, example ${index + 1}`,
      ...lintSnippet(example!),
    }))
  })
const golden = readdirSync(GOLDEN)
  .filter((name) => name.endsWith('.md'))
  .map((name) =>
    ofFolder(name, readFileSync(join(GOLDEN, name), 'utf8'), readFileSync(join(GOLDEN, 'places.geojson'), 'utf8')),
  )
const examples = readdirSync(EXAMPLES).map((name) => {
  const read = (file: string) => readFileSync(join(EXAMPLES, name, file), 'utf8')
  return ofFolder(name, read('agreement.md'), read('places.geojson'))
})

/** The words between two places of a text, lines and columns from 1. */
function between(source: string, from: readonly [number, number], to: readonly [number, number]): string {
  const starts = lineStarts(source)
  return source.slice(starts[from[0] - 1]! + from[1] - 1, starts[to[0] - 1]! + to[1] - 1)
}

describe.each([...pages, ...golden, ...examples].filter(({ diagnostics }) => diagnostics.length > 0))(
  'what is found in $name',
  ({ source, diagnostics }: Fixture) => {
    it('is underlined alike for people, in one line, in JSON and in an editor', () => {
      for (const diagnostic of diagnostics) {
        const meant = diagnostic.spans.map(({ range }) => source.slice(range.start.offset, range.end.offset))
        const json = diagnosticJson(diagnostic).spans.map(({ line, column, end_line, end_column }) =>
          between(source, [line, column], [end_line, end_column]),
        )
        expect(json, diagnostic.message).toEqual(meant)

        const gnu = /:(\d+)\.(\d+)-(?:(\d+)\.)?(\d+): (?:error|warning|note): /.exec(printGnu(diagnostic))!
        const [line, column, last, end] = gnu.slice(1).map(Number)
        expect(between(source, [line!, column!], [gnu[3] === undefined ? line! : last!, end!])).toBe(meant[0])

        const { range, relatedInformation } = diagnosticOf(diagnostic, 'file:///agreement.md')
        const places = [range, ...(relatedInformation ?? []).map(({ location }) => location.range)]
        const editor = places.map((one) =>
          between(source, [one.start.line + 1, one.start.character + 1], [one.end.line + 1, one.end.character + 1]),
        )
        expect(editor).toEqual(meant)

        // A place without words, such as where something is missing, has one caret all the same.
        const underlined = underlinedIn(printText(diagnostic, () => source))
        expect(underlined.map((words, index) => (meant[index] === '' ? '' : words))).toEqual(meant.map(shownLine))
      }
    })
  },
)

/** The words above each row of carets. */
function underlinedIn(printed: string): string[] {
  const lines = printed.split('\n')
  return lines.flatMap((line, index) => {
    const marks = /^( *\| )([ \t]*)(\^+)/.exec(line)
    const above = lines[index - 1]
    if (!marks || !above) return []
    const shown = above.slice(marks[1]!.length)
    // Vowel signs and accents stand over the letter before them and take no caret.
    const letters = [...shown.matchAll(/\P{M}\p{M}*/gu)].map(([letter]) => letter)
    return [letters.slice([...marks[2]!].length, [...marks[2]!].length + marks[3]!.length).join('')]
  })
}

/** As much of the words as stands in their first line. */
function shownLine(words: string): string {
  return words.split('\n')[0]!.trimEnd()
}
