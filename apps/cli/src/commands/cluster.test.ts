// truce cluster as people and scripts run it: what it prints, what it refuses, and the code it ends with.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { said } from '../../../../test/arbitraries/record.ts'
import { truce } from '../../../../test/support/command.ts'

const WIRE =
  'Shells fell on Town on Monday evening, an hour after the pause had begun, and trucks with flour turned back at the last checkpoint before the bridge, drivers and two officials said.'
const shelled = said({
  doc: 'a.txt',
  outlet: 'Herald',
  speaker: 'rebels',
  speaker_side: 'opposition',
  actor_blamed: 'army',
})
const denied = said({ doc: 'b.txt', outlet: 'Courier', speaker: 'army', speaker_side: 'syria_gov', modality: 'denied' })
const bombed = said({ doc: 'b.txt', kind: 'air_strike', places: ['Hamlet'] })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truce-cluster-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('truce cluster', () => {
  it('groups claims into matters, with who is for, who against, and what they contradict each other in', async () => {
    const { code, out } = await truce(['cluster', file('claims.json', [shelled, denied, bombed]), '--json'])
    expect(code).toBe(0)
    const { matters, duplicates } = JSON.parse(out)
    expect(duplicates).toEqual([])
    expect(matters).toHaveLength(2)
    expect(matters).toContainEqual(expect.objectContaining({ kind: 'air_strike', claims: [bombed.id], conflicts: [] }))
    expect(matters.find(({ kind }: { kind: string }) => kind === 'shelling')).toMatchObject({
      for: [shelled.id],
      against: [denied.id],
      sources: { length: 2 },
      conflicts: [{ type: 'stance' }],
    })
  })

  it('groups documents into copies and topics', async () => {
    const files = [
      file('a.txt', WIRE),
      file('b.txt', WIRE.replace('flour', 'sugar')),
      file('c.txt', 'Grain prices fell in the south.'),
    ]
    const { code, out } = await truce(['cluster', ...files, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      matters: [],
      duplicates: [{ docs: ['a.txt', 'b.txt'] }],
      topics: [{ docs: ['a.txt', 'b.txt'] }, { docs: ['c.txt'] }],
    })
  })

  it('reads folders and those within, and pages beside plain text', async () => {
    mkdirSync(join(folder, 'reports/late'), { recursive: true })
    file('reports/a.txt', WIRE)
    file('reports/late/b.html', `<!doctype html><title>News</title><p>${WIRE.replace('flour', 'sugar')}</p>`)
    file('reports/map.png', 'no report')
    const { code, out } = await truce(['cluster', join(folder, 'reports'), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      duplicates: [{ docs: ['a.txt', 'b.html'] }],
      passages: [{ passages: [{ doc: 'a.txt' }, { doc: 'b.html' }] }],
    })
  })

  it('names what it cannot read in a folder, groups the rest, and ends with 1', async () => {
    mkdirSync(join(folder, 'torn'))
    for (const name of ['a.txt', 'b.txt']) file(`torn/${name}`, WIRE)
    file('torn/c.pdf', '%PDF-1.7 torn')
    file('torn/d.txt', ' ')
    const { code, out, err } = await truce(['cluster', join(folder, 'torn'), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ duplicates: [{ docs: ['a.txt', 'b.txt'] }], topics: { length: 1 } })
    expect(err).toContain('c.pdf')
    expect(err).toContain('`d.txt` is empty')
  })

  it('groups much text as it groups little', async () => {
    mkdirSync(join(folder, 'much'))
    const long = Array.from({ length: 9000 }, (_, at) => `w${(at * at) % 10_007}`).join(' ')
    for (let at = 0; at < 70; at += 1) file(`much/${at}.txt`, `${at % 2 === 0 ? long : WIRE} ${at}`)
    const { out } = await truce(['cluster', join(folder, 'much'), '--json'])
    expect(JSON.parse(out)).toMatchObject({
      duplicates: [{ docs: { length: 35 } }, { docs: { length: 35 } }],
      topics: [{ docs: { length: 35 } }, { docs: { length: 35 } }],
    })
  })

  it('knows documents by claims that name them without their endings', async () => {
    const own = { speaker: null, speaker_side: 'outlet' as const }
    const claims = [said({ ...own, doc: 'e', outlet: 'Herald' }), said({ ...own, doc: 'f', outlet: 'Courier' })]
    const files = [file('claims.json', claims), file('e.txt', WIRE), file('f.txt', WIRE)]
    const { out } = await truce(['cluster', ...files, '--json'])
    expect(JSON.parse(out).matters).toMatchObject([{ sources: { length: 1 } }])
  })

  it('brings words together of which nobody says what kind they are', async () => {
    const mentions = [
      { id: 'm1', doc: 'g.txt', quote: 'fell', start: 7, end: 11 },
      { id: 'm2', doc: 'h.txt', quote: 'falling', start: 0, end: 7 },
      { id: 'm3', doc: 'h.txt', quote: 'turned back', start: 0, end: 7 },
    ]
    const files = [file('mentions.json', mentions), file('g.txt', WIRE), file('h.txt', WIRE)]
    const { code, out } = await truce(['cluster', ...files, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out).matters).toMatchObject([
      { kind: null, claims: ['m1', 'm2'], for: [], against: [] },
      { kind: null, claims: ['m3'] },
    ])
    expect((await truce(['cluster', ...files])).out).toContain('told by words alone')
  })

  it('takes an outlet that prints another’s text for no second source', async () => {
    const own = { speaker: null, speaker_side: 'outlet' as const }
    const claims = [said({ ...own, doc: 'a.txt', outlet: 'Herald' }), said({ ...own, doc: 'b.txt', outlet: 'Courier' })]
    const files = [file('claims.json', claims), file('a.txt', WIRE), file('b.txt', WIRE)]
    const { out } = await truce(['cluster', ...files, '--json'])
    expect(JSON.parse(out).matters).toMatchObject([{ claims: { length: 2 }, sources: [{ id: 'outlet courier' }] }])
  })

  it('keeps the ids that claims came with, and finds a day for those that do not say when they were published', async () => {
    const rest = { ...shelled, published: undefined }
    const { out } = await truce(['cluster', file('claims.json', [{ ...rest, id: 'c-1', note: 'checked' }]), '--json'])
    expect(JSON.parse(out).matters).toMatchObject([{ claims: ['c-1'] }])
  })

  it('prints lines no longer than a narrow terminal', async () => {
    const files = [file('claims.json', [shelled, denied]), file('a.txt', WIRE), file('b.txt', WIRE)]
    const { code, out } = await truce(['cluster', ...files], { env: { COLUMNS: '60' } })
    expect(code).toBe(0)
    expect(out).toContain('against      army, 2016-09-05, b.txt')
    expect(out).toContain('100 %  a.txt, b.txt')
    expect(out.split('\n').filter((line) => line.length > 60)).toEqual([])
  })

  it.each([
    ['[{"doc":', 'is not JSON'],
    ['{"matters":[]}', 'holds no list of claims'],
    ['[7]', 'number 1: a claim is an object'],
    [JSON.stringify([{ ...shelled, kind: 'blast' }]), '`claim.kind` is `"blast"`'],
    ['   ', 'is empty'],
    [
      JSON.stringify([
        { ...shelled, id: 'x' },
        { ...denied, id: 'x' },
      ]),
      '`x` is another claim at',
    ],
  ])('refuses %s and says what is wrong, where, and what to do', async (content, why) => {
    const path = file('wrong.json', content)
    const { code, out, err } = await truce(['cluster', path])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(why)
    expect(err).toContain('wrong.json')
    expect(err).toContain('help:')
  })

  it('refuses what is no file', async () => {
    expect(await truce(['cluster', join(folder, 'nothing.txt')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file'),
    })
    expect((await truce(['cluster'])).code).toBe(2)
  })
})
