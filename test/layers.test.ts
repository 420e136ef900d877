// Imports point downwards: what each package imports is held against the table in ARCHITECTURE.md.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('..', import.meta.url).pathname
const SCOPE = '@trucekeeper/'

interface Room {
  readonly layer: number
  readonly name: string
  readonly folder: string
  readonly imports: readonly string[]
  readonly pure: boolean
}

/** The rows of the table whose first cell is a layer number. */
function rooms(): Room[] {
  const table = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))
  return table.map((line) => {
    const [layer, name, , imports, pure] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const path = name!.replaceAll('`', '')
    return {
      layer: Number(layer),
      name: path.replace('apps/', ''),
      folder: path.startsWith('apps/') ? path : `packages/${path}`,
      imports: imports === '–' ? [] : imports!.replaceAll('`', '').split(', '),
      pure: pure === 'yes',
    }
  })
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules') && !path.startsWith('dist'))
    .map((path) => join(folder, path))
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/')

function imported(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'"`]*?\sfrom\s)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g),
  ].map((found) => found[1] ?? found[2]!)
}

function scoped(path: string): string[] {
  return imported(path).flatMap((from) => (from.startsWith(SCOPE) ? [from.slice(SCOPE.length).split('/')[0]!] : []))
}

describe('the layers', () => {
  const table = rooms()

  it('have a row for every package and app there is', () => {
    const there = [
      ...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}`),
      ...readdirSync(join(ROOT, 'apps')).map((name) => `apps/${name}`),
    ]
    expect(table.map(({ folder }) => folder).toSorted()).toEqual(there.toSorted())
  })

  it('list only imports from lower layers', () => {
    const layerOf = new Map(table.map(({ name, layer }) => [name, layer]))
    for (const { name, layer, imports } of table) {
      for (const other of imports) expect.soft(layerOf.get(other), `${name} imports ${other}`).toBeLessThan(layer)
    }
  })

  it.each(table)('$name imports what its row says and nothing else', ({ name, folder, imports }) => {
    const used = new Set(
      sources(`${folder}/src`)
        .filter((path) => !isTest(path))
        .flatMap(scoped),
    )
    used.delete(name)
    expect([...used].filter((other) => !imports.includes(other))).toEqual([])
    expect(
      imports.filter((other) => !used.has(other)),
      'a row promises imports that nobody needs',
    ).toEqual([])
  })

  it.each(table)('$name declares what it imports', ({ folder, imports }) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
    const declared = Object.keys(dependencies).flatMap((name) =>
      name.startsWith(SCOPE) ? [name.slice(SCOPE.length)] : [],
    )
    expect(declared.toSorted()).toEqual([...imports].toSorted())
  })

  it.each(table.filter(({ pure }) => pure))('$name is pure: no clock, no chance, no input or output', ({ folder }) => {
    const forbidden =
      /['"]node:|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\.(getRandomValues|randomUUID)\b|\bfetch\(|\bconsole\.|\bprocess\.|\bTemporal\.Now\b|\bperformance\.now\b/
    const guilty = sources(`${folder}/src`).filter(
      (path) => !isTest(path) && forbidden.test(readFileSync(join(ROOT, path), 'utf8')),
    )
    expect(guilty).toEqual([])
  })

  it('leave no import behind that points into another package by its path', () => {
    const crossing = table.flatMap(({ folder }) =>
      sources(`${folder}/src`).filter(
        (path) =>
          !isTest(path) &&
          imported(path).some(
            (from) => /^(\.\.\/){2,}(packages|apps)\//.test(from) || /\.\.\/\.\.\/\.\.\/[a-z]+\/src/.test(from),
          ),
      ),
    )
    expect(crossing).toEqual([])
  })
})
