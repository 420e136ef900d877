// Plants faults in the examples and counts which the linter finds; what it says of the examples themselves is kept and read.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import { hasErrors, printGnu, sortDiagnostics, type Diagnostic } from '@trucekeeper/diagnostics'
import { parsePlaces } from '@trucekeeper/geo'
import { lintAgreement, RULES } from '@trucekeeper/lint'
import { describe, expect, it } from 'vitest'
import { expectGolden } from './support/golden.ts'
import { plantedFaults } from './support/planted-faults/index.ts'

const EXAMPLES = new URL('../examples', import.meta.url).pathname
const FOUND_AT_LEAST = 0.95

const examples = readdirSync(EXAMPLES).map((name) => {
  const read = (file: string) => readFileSync(join(EXAMPLES, name, file), 'utf8')
  const { places } = parsePlaces(read('places.geojson'))
  const files = new Map([['places.geojson', places]])
  return { name, source: read('agreement.md'), say: (source: string) => said(source, files) }
})

function said(source: string, places: Parameters<typeof resolveAgreement>[1]): readonly Diagnostic[] {
  const { text, diagnostics } = parseAgreement(source, 'agreement.md')
  const resolved = resolveAgreement(text, places)
  const read = [...diagnostics, ...resolved.diagnostics]
  const linted = lintAgreement({ source, text, agreement: hasErrors(read) ? null : resolved.agreement })
  return sortDiagnostics([...read, ...linted.diagnostics])
}

describe('what the linter says of the examples', () => {
  it.each(examples)('is what was read and kept of $name', ({ name, source, say }) => {
    const lines = say(source).map((each) => `${printGnu(each)}\n`)
    expectGolden(join(EXAMPLES, name, 'expected', 'lint.txt'), lines.join('') || 'nothing\n')
  })
})

describe('faults planted in the examples', () => {
  const tried = examples.flatMap(({ name, source, say }) => {
    const before = new Set(say(source).map(({ code, message }) => `${code} ${message}`))
    return plantedFaults(source).map(({ what, rule, source: planted }) => {
      const fresh = say(planted).filter(({ code, message }) => !before.has(`${code} ${message}`))
      return { fault: `${name}: ${what}`, rule, found: fresh.some(({ code }) => code === rule), fresh }
    })
  })

  it('are sixty at least, and some for every rule', () => {
    expect(tried.length).toBeGreaterThanOrEqual(60)
    const aimedAt = new Set(tried.map(({ rule }) => rule))
    expect(RULES.filter(({ name }) => !aimedAt.has(name)).map(({ name }) => name)).toEqual([])
  })

  it('are found, nineteen of twenty at least', () => {
    const missed = tried.filter(({ found }) => !found).map(({ fault, rule }) => `${fault} [${rule}]`)
    const rate = 1 - missed.length / tried.length
    expect(rate, missed.join('\n')).toBeGreaterThanOrEqual(FOUND_AT_LEAST)
  })
})
