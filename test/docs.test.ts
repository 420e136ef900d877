// Holds the manuals to what the software does: agreements in them are read, names in them exist, pages made by scripts are fresh.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  CLAUSE_KINDS,
  DIAGNOSTIC_CODES,
  fieldsOf,
  parseAgreement,
  resolveAgreement,
} from '../packages/agreement/src/index.ts'
import { claimBodySchema, figureSchema } from '../packages/claims/src/index.ts'
import * as codes from '../packages/codes/src/index.ts'
import { parsePlaces, PLACE_PROBLEM_CODES } from '../packages/geo/src/index.ts'
import { lintAgreement } from '../packages/lint/src/index.ts'
import { readAgreement } from '../packages/workspace/src/index.ts'
import { languageReference } from '../scripts/language-reference.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const pages = ['docs', 'examples', 'packages']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
const texts = pages.filter((name) =>
  parseAgreement(read(name), name).text.blocks.some(({ kind }) => kind === 'clauses'),
)

describe('an agreement in the manuals', () => {
  it.each(texts)('is read and linked without a word: %s', async (name) => {
    expect((await readAgreement(join(ROOT, name), name)).diagnostics).toEqual([])
  })

  it('gives the linter nothing to say where the language is taught', () => {
    const file = 'docs/language/README.md'
    const source = read(file)
    const { text } = parseAgreement(source, file)
    const places = new Map([['places.geojson', parsePlaces(read('docs/language/places.geojson')).places]])
    const { agreement } = resolveAgreement(text, places)
    expect(agreement).not.toBeNull()
    expect(lintAgreement({ source, text, agreement }).diagnostics.map(({ message }) => message)).toEqual([])
  })

  it('stands where a reader looks for one', () => {
    expect(texts).toEqual(
      expect.arrayContaining([
        'docs/language/README.md',
        'docs/language/cheat-sheet.md',
        'examples/aleppo-2016/agreement.md',
      ]),
    )
  })

  it('uses every field of the language, once at least, in the cheat sheet', () => {
    const { clauses } = parseAgreement(read('docs/language/cheat-sheet.md'), 'cheat-sheet.md').text
    const used = new Set(
      clauses.flatMap((clause) => Object.keys(clause.fieldAt).map((name) => fieldsOf(clause.kind)[name] ?? name)),
    )
    const unused = CLAUSE_KINDS.flatMap((kind) =>
      Object.entries(fieldsOf(kind)).flatMap(([name, field]) => (used.has(field) ? [] : [`${kind}.${name}`])),
    )
    expect(unused).toEqual([])
    expect(used.has('reads')).toBe(true)
    expect([...new Set(clauses.map(({ kind }) => kind))].toSorted()).toEqual(CLAUSE_KINDS.toSorted())
  })
})

describe('the reference of the language', () => {
  it('is the one that the table of kinds gives; write it anew with `node scripts/language-reference.ts`', () => {
    expect(read('docs/language/reference.md')).toBe(languageReference(read('docs/language/cheat-sheet.md')))
  })
})

describe('the list of findings', () => {
  const rows = [...read('docs/lints/README.md').matchAll(/^\| `([a-z-]+)` \| (error|warning|note) \|/gm)]

  it('names all that there are, with their weight, and no other', () => {
    const listed = Object.fromEntries(rows.map(([, code, weight]) => [code, weight]))
    const { ['places-malformed']: file, ['place-malformed']: shape, ['place-without-geometry']: none, ...ours } = listed
    expect(ours).toEqual(DIAGNOSTIC_CODES)
    expect([file, shape, none]).toEqual(['error', 'warning', 'warning'])
    expect(rows).toHaveLength(Object.keys(DIAGNOSTIC_CODES).length + PLACE_PROBLEM_CODES.length)
  })
})

describe('the manual of claims', () => {
  const manual = read('docs/claims.md')

  it('has a row for every field, and for no other', () => {
    const table = manual.slice(manual.indexOf('## Fields'), manual.indexOf('A figure has'))
    const cells = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap((found) => found[1]!.replaceAll('`', '').split(', '))
    expect(cells.toSorted()).toEqual(['id', ...Object.keys(claimBodySchema.shape)].toSorted())
    for (const part of Object.keys(figureSchema.shape)) expect(manual).toContain(`\`${part}\``)
  })

  it('has every value of the code lists that claims use', () => {
    const lists = [
      codes.SIDES,
      codes.MODALITIES,
      codes.STANCES,
      codes.DATE_BASES,
      codes.VERIFICATION_STATES,
      codes.RELIABILITIES,
      codes.CREDIBILITIES,
    ]
    for (const list of lists) expect(manual).toContain(list.map((value) => `\`${value}\``).join(', '))
  })
})

describe('a link in the manuals', () => {
  const mine = pages.filter((name) => /^(docs\/(language|lints)\/|docs\/claims\.md)/.test(relative('.', name)))

  it.each(mine)('leads somewhere: %s', (name) => {
    const targets = [...read(name).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => found[1]!)
    const missing = targets.filter(
      (target) => !/^https?:/.test(target) && !existsSync(join(ROOT, dirname(name), target)),
    )
    expect(missing).toEqual([])
  })
})
