// Agreements with one weakness each, drafted without a look at the rules, and sound ones that come close to one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import { hasErrors } from '@trucekeeper/diagnostics'
import { parsePlaces } from '@trucekeeper/geo'
import { lintAgreement } from '@trucekeeper/lint'
import { describe, expect, it } from 'vitest'

const FOLDER = new URL('golden/faulty', import.meta.url).pathname
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8')

interface Expected {
  readonly faulty: readonly {
    readonly file: string
    readonly rule: string
    readonly underlined: string
    /** Rules that find what follows from the weakness. */
    readonly follows?: readonly string[]
  }[]
  readonly sound: readonly { readonly file: string; readonly near: string }[]
}

const expected = JSON.parse(read('expected.json')) as Expected
const files = new Map([['places.geojson', parsePlaces(read('places.geojson')).places]])

/** The rule and the underlined words of each finding, runs and all, as `truce lint` says them. */
function found(file: string): { rule: string; underlined: string }[] {
  const source = read(file)
  const { text, diagnostics } = parseAgreement(source, file)
  const resolved = resolveAgreement(text, files)
  const said = [...diagnostics, ...resolved.diagnostics]
  const agreement = hasErrors(said) ? null : resolved.agreement
  const linted = lintAgreement({ source, text, agreement }, { runs: true })
  return [...said, ...linted.diagnostics].map(({ code, spans }) => {
    const { start, end } = spans[0]!.range
    return { rule: code, underlined: source.slice(start.offset, end.offset) }
  })
}

describe('agreements with one weakness', () => {
  it.each(expected.faulty)('$file: $rule', ({ file, rule, underlined, follows = [] }) => {
    const all = found(file)
    expect(all.filter((one) => one.rule === rule)).toEqual([{ rule, underlined }])
    expect(new Set(all.map((one) => one.rule))).toEqual(new Set([rule, ...follows]))
  })
})

describe('sound agreements', () => {
  it.each(expected.sound)('have nothing in them that was not meant: $file, close to $near', ({ file }) => {
    expect(found(file)).toEqual([])
  })
})

it('leaves no agreement of the folder out', () => {
  const named = [...expected.faulty, ...expected.sound].map(({ file }) => file)
  expect(readdirSync(FOLDER).filter((file) => file.endsWith('.md'))).toEqual(named.toSorted())
})
