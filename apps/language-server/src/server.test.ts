import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver/node'
import { positionOf, startClient, stretchOf, type Client } from './testing/client.ts'

const BIN = fileURLToPath(new URL('../bin/truce-language-server.js', import.meta.url))
const TEXT = `# الهدنة 🕊 The harbour

وقف إطلاق النار 🕊🤝 by two councils.

\`\`\`truce
agreement harbour
  title        الميناء 🕊 The harbour
  clock        Europe/Athens
  decided-by   all-reported

party north
  name         الشمال 🏔 North

party south
  name         South

line road
  geometry     places.geojson#road

anchor day-one
  at           2030-03-01T12:00+02:00

ban ceasefire "وقف 🕊 النار"
  on           north and south, each
  act          attack
  during       from day-one

duty let-through
  on           north
  act          deliver-aid
  after        met(ceasefire.nrth)
  by           day-one + 48 hours
\`\`\`
`
const ROAD = (name: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'road',
        properties: { name },
        geometry: {
          type: 'LineString',
          coordinates: [
            [10, 46],
            [10.1, 46],
          ],
        },
      },
    ],
  })

const folder = mkdtempSync(join(tmpdir(), 'truce-language-server-'))
const inside = join(folder, 'harbour 🕊')
mkdirSync(inside)
writeFileSync(join(inside, 'places.geojson'), ROAD('The road'))
writeFileSync(join(folder, 'secret.geojson'), ROAD('Outside'))
symlinkSync(join(folder, 'secret.geojson'), join(inside, 'link.geojson'))
const URI = pathToFileURL(join(inside, 'agreement.md')).href
const textDocument = { uri: URI }

let client: Client
beforeEach(async () => {
  client = await startClient(process.execPath, [BIN])
})
afterEach(() => client.kill())
afterAll(() => rmSync(folder, { recursive: true }))

describe('the language server', () => {
  it('goes the whole way of an editor, from hello to goodbye', async () => {
    expect(client.hello.serverInfo?.name).toBe('truce')
    expect(client.hello.capabilities.renameProvider).toEqual({ prepareProvider: true })

    await client.open(URI, TEXT)
    const error = (await client.findings(URI)).find(({ code }) => code === 'undefined-clause')
    expect(error).toMatchObject({ severity: 1, source: 'truce' })
    expect(error!.message).toMatch(/^no clause `ceasefire\.nrth` is declared[^\n]*\nhelp: /)
    expect(stretchOf(TEXT, error!.range)).toBe('ceasefire.nrth')

    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: error!.range,
      context: { diagnostics: [error] },
    })
    expect(actions.every(({ kind }) => kind === 'quickfix')).toBe(true)

    const mended = TEXT.replace('ceasefire.nrth', 'ceasefire.north')
    await client.change(URI, 2, mended)
    expect((await client.findings(URI, 2)).filter(({ severity }) => severity === 1)).toEqual([])

    const ask = <T>(method: string, stretch: string, into = 0, more = {}) =>
      client.ask<T>(`textDocument/${method}`, { textDocument, position: positionOf(mended, stretch, into), ...more })

    const items = await ask<CompletionItem[]>('completion', 'day-one + 48', 3)
    expect(items.map(({ label }) => label)).toEqual(['day-one'])
    expect(stretchOf(mended, (items[0]!.textEdit as { range: Location['range'] }).range)).toBe('day-one')

    const hover = await ask<Hover>('hover', 'ceasefire.north', 3)
    expect((hover.contents as { value: string }).value).toMatch(/ban ceasefire.*وقف 🕊 النار/)
    expect(stretchOf(mended, hover.range!)).toBe('ceasefire')

    const target = await ask<Location>('definition', 'on           north\n', 14)
    expect(target.uri).toBe(URI)
    expect(target.range.start).toEqual(positionOf(mended, 'party north', 'party '.length))

    const context = { includeDeclaration: false }
    const uses = await ask<Location[]>('references', 'party north', 8, { context })
    expect(uses.map(({ range }) => stretchOf(mended, range))).toEqual(['north', 'north', 'north'])

    const prepared = await ask<{ placeholder: string }>('prepareRename', 'ceasefire.north', 12)
    expect(prepared.placeholder).toBe('north')
    const edit = await ask<WorkspaceEdit>('rename', 'ceasefire.north', 12, { newName: 'hill' })
    expect(edit.changes![URI]!.map(({ range, newText }) => [stretchOf(mended, range), newText])).toEqual(
      Array.from({ length: 4 }, () => ['north', 'hill']),
    )
    await expect(ask('rename', 'ceasefire.north', 12, { newName: 'south' })).rejects.toThrow(/declared .* already/)

    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })
    expect(symbols[0]!.name).toBe('الهدنة 🕊 The harbour')
    expect(symbols[0]!.children!.map(({ name }) => name)).toContain('let-through')
    const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument })
    expect(folds[0]!.startLine).toBe(positionOf(mended, '```truce').line)

    await client.tell('textDocument/didClose', { textDocument })
    expect(client.complaints()).toBe('')
    expect(await client.stop()).toBe(0)
  })

  it('mends a mistaken name by its quick fix, behind Arabic words and emoji', async () => {
    const wrong = TEXT.replace('ceasefire.nrth', 'ceasefire').replace(
      'name         South',
      'name         الجنوب 🕊 South\n  answered-by  nroth',
    )
    await client.open(URI, wrong)
    const found = await client.findings(URI)
    const error = found.find(({ code }) => code === 'undefined-party')!
    const [fix] = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: error.range,
      context: { diagnostics: [error] },
    })
    expect(fix).toMatchObject({ title: 'write `north`', isPreferred: true })
    expect(fix!.edit!.changes![URI]!.map(({ range }) => stretchOf(wrong, range))).toEqual(['nroth'])
  })

  it('shows the other clause of a finding as related information', async () => {
    const twice = TEXT.replace('party south', 'party north')
    await client.open(URI, twice)
    const error = (await client.findings(URI)).find(({ code }) => code === 'name-twice')!
    const related = error.relatedInformation![0]!
    expect(related).toMatchObject({ message: 'declared here', location: { uri: URI } })
    expect(related.location.range.start).toEqual(positionOf(twice, 'party north'))
  })

  it('reads places beside the agreement, and again when they are told to have changed', async () => {
    const text = TEXT.replace('ceasefire.nrth', 'ceasefire').replace('places.geojson#road', 'later.geojson#road')
    await client.open(URI, text)
    expect((await client.findings(URI)).map(({ code }) => code)).toContain('geometry-file-missing')
    const path = join(inside, 'later.geojson')
    writeFileSync(path, ROAD('Drawn later'))
    const next = client.next(URI)
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path).href, type: 1 }] })
    expect((await next).map(({ code }) => code)).not.toContain('geometry-file-missing')
  })

  it.each(['../secret.geojson', 'link.geojson', '/etc/hostname', 'a/../../secret.geojson'])(
    'never reads `%s`, which lies outside the folder',
    async (name) => {
      await client.open(URI, TEXT.replace('places.geojson#road', `${name}#road`).replace('nrth', 'north'))
      expect((await client.findings(URI)).map(({ code }) => code)).toContain('geometry-file-missing')
    },
  )

  it('serves a document that was never saved', async () => {
    const uri = 'untitled:Untitled-1'
    await client.open(uri, TEXT)
    expect((await client.findings(uri)).map(({ code }) => code)).toContain('undefined-clause')
    const hover = await client.ask<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: positionOf(TEXT, 'party south', 7),
    })
    expect((hover.contents as { value: string }).value).toContain('party south')
  })

  it('has nothing to say of Markdown without clauses, nor of documents it was not shown', async () => {
    const uri = 'untitled:notes.md'
    await client.open(uri, '# Notes\n\nduty of care\n')
    expect(await client.findings(uri)).toEqual([])
    for (const document of [uri, 'file:///nowhere.md', 'not an address']) {
      const params = { textDocument: { uri: document }, position: { line: 0, character: 0 } }
      expect(await client.ask('textDocument/completion', params)).toBe(null)
      expect(await client.ask('textDocument/documentSymbol', params)).toEqual([])
    }
  })

  it('goes on after positions that are nowhere and texts that are nothing', async () => {
    await client.open(URI, TEXT)
    const far = { line: 99_999, character: 99_999 }
    expect(await client.ask('textDocument/hover', { textDocument, position: far })).toBe(null)
    for (const [index, text] of [
      '```truce\n',
      '',
      '```truce\nduty (\n  \u0000',
      '```truce\r\nparty a\r\n```\r\n',
    ].entries()) {
      await client.change(URI, index + 2, text)
      await client.findings(URI, index + 2)
    }
    expect(client.complaints()).toBe('')
    expect(await client.stop()).toBe(0)
  })
})
