// Runs the literate texts of `test/golden/language`: each `expect` fence holds what is said of the text above it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DIAGNOSTIC_CODES, parseAgreement, resolveAgreement } from '../packages/agreement/src/index.ts'
import { printText, type Diagnostic } from '../packages/diagnostics/src/index.ts'
import { parsePlaces } from '../packages/geo/src/index.ts'

const FOLDER = new URL('golden/language/', import.meta.url)
const UPDATE = process.env.UPDATE_GOLDEN === '1'
const EXPECT = /^```expect\n([^]*?)^```$/gm
const places = new Map([
  ['places.geojson', parsePlaces(readFileSync(new URL('places.geojson', FOLDER), 'utf8')).places],
])

function diagnosticsOf(source: string, file: string): readonly Diagnostic[] {
  const { text, diagnostics } = parseAgreement(source, file)
  return [...diagnostics, ...resolveAgreement(text, places).diagnostics]
}

/** The text with every `expect` fence holding what is said of the stretch between it and the fence before it. */
function filled(source: string, file: string): string {
  const diagnostics = diagnosticsOf(source, file)
  const blocks = [...source.matchAll(EXPECT)]
  const blockOf = ({ spans }: Diagnostic) => {
    const index = blocks.findIndex((block) => spans[0]!.range.start.offset < block.index)
    return index === -1 ? blocks.length - 1 : index
  }
  let at = 0
  return source.replace(EXPECT, () => {
    const here = diagnostics.filter((diagnostic) => blockOf(diagnostic) === at)
    at += 1
    return `\`\`\`expect\n${here.map((each) => `${printText(each, () => source)}\n`).join('\n') || 'nothing\n'}\`\`\``
  })
}

/** Lines that are added move the places of what follows, so that it takes a second look to come to rest. */
function settled(source: string, file: string): string {
  const next = filled(source, file)
  return next === source ? source : settled(next, file)
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))

describe('what is said of a text, stretch by stretch', () => {
  it.each(files)('is what stands in %s', (name) => {
    const path = new URL(name, FOLDER)
    const source = readFileSync(path, 'utf8')
    expect([...source.matchAll(EXPECT)].length).toBeGreaterThan(0)
    if (UPDATE) writeFileSync(path, settled(source, name))
    expect(filled(readFileSync(path, 'utf8'), name)).toBe(readFileSync(path, 'utf8'))
  })

  it('has an example of everything that can be said of a text that holds more than nothing', () => {
    const whole = ['agreement-empty', 'agreement-too-large', 'not-text', 'line-ends', 'markdown-too-deep']
    const said = new Set(
      files.flatMap((name) => diagnosticsOf(readFileSync(new URL(name, FOLDER), 'utf8'), name).map(({ code }) => code)),
    )
    expect(Object.keys(DIAGNOSTIC_CODES).filter((code) => !said.has(code) && !whole.includes(code))).toEqual([])
  })

  it('stands beside the places it refers to', () => {
    expect(existsSync(new URL('places.geojson', FOLDER))).toBe(true)
    expect(places.get('places.geojson')!.map(({ id }) => id)).toEqual(['road', 'valley', 'bridge'])
  })
})
