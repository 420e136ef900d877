// truce lint --runs: the folders in which the runs of findings can be asked about.
import { spawnSync } from 'node:child_process'
import { canOpen, lintAgreement, storyOf, type Rule } from '@trucekeeper/lint'
import { readAgreement } from '@trucekeeper/workspace'
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeRuns } from './runs.ts'

const TRUCE = fileURLToPath(new URL('../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../examples/aleppo-2016', import.meta.url))

const AGREEMENT = `# Two bridges

## 1. The bridges

Each side leaves its bridge once the other has left its own; then the market opens.

\`\`\`truce
agreement bridges
  title        Two bridges
  clock        Europe/Athens
  made         2030-02-20
  decided-by   all-reported

party north
  name         Northern council

party south
  name         Southern council

body market
  name         Market office
  role         monitor

anchor day-one
  at           2030-03-01T12:00+02:00

duty leave-north
  on           north
  act          pull-back
  from         day-one
  together     leave-south within 24 hours

duty leave-south
  on           south
  act          pull-back
  from         day-one
  together     leave-north within 24 hours

duty stalls
  on           south
  act          separate-forces
  from         day-one + 2 days

gate market-day
  opens        market
  when         met(stalls) and met(leave-north)
\`\`\`
`

/** A rule that tells of every gate that stays shut. */
const shut: Rule = {
  name: 'stays-shut',
  severity: 'warning',
  engine: 'model',
  summary: 'A gate stays shut.',
  *check({ of, spot, agreement }) {
    for (const gate of of('gate')) {
      const found = canOpen(agreement!, gate.id)
      if (!found.checked || found.reached) continue
      const story = storyOf(found.stuck, false)
      yield { at: spot(gate, 'when'), message: 'it stays shut', help: 'open it', clauses: [gate.id], story }
    }
  },
}

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'runs-'))
  await writeFile(join(dir, 'bridges.md'), AGREEMENT)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const truce = (...words: string[]) => spawnSync(process.execPath, [TRUCE, ...words], { encoding: 'utf8' })

async function written(into: string) {
  const path = join(dir, 'bridges.md')
  const read = await readAgreement(path, path)
  const { source, agreement } = read
  const { diagnostics } = lintAgreement({ text: read.text!, source, agreement }, { rules: [shut] })
  return { diagnostics, runs: await writeRuns(into, path, read, diagnostics) }
}

describe('the runs of findings', () => {
  it('lie in folders of which truce status says what the stories say', async () => {
    const { diagnostics, runs } = await written(join(dir, 'runs'))
    expect(runs.map(({ folder }) => folder)).toEqual([join(dir, 'runs/stays-shut-market-day')])
    const [{ folder, at }] = runs as [(typeof runs)[0]]
    const { ends } = diagnostics.find(({ story }) => story)!.story!
    const { status, stdout, stderr } = truce('status', folder, '--at', at, '--json')
    expect([status, stderr]).toEqual([0, ''])
    const found = JSON.parse(stdout).clauses.map(
      ({
        id,
        verdicts,
      }: {
        id: string
        verdicts: Record<string, { standing: string; timing: string; verdict: string }>
      }) => {
        const { standing, timing, verdict } = verdicts[ends.account]!
        return { id, standing, timing, verdict }
      },
    )
    for (const clause of ends.clauses) expect(found).toContainEqual(clause)
    expect(ends.clauses).toContainEqual({ id: 'stalls', standing: 'ended', timing: 'closed', verdict: 'met' })
    expect(ends.clauses[0]).toMatchObject({ id: 'market-day', standing: 'dormant' })
  })

  it('give the words of every claim their place in a document of the record', async () => {
    const { runs } = await written(join(dir, 'runs'))
    const { status, stdout } = truce('why', runs[0]!.folder, 'stalls', '--at', runs[0]!.at, '--json')
    expect(status).toBe(0)
    expect(stdout).toContain('Southern council separated its forces, as stalls asks.')
  })

  it('are never written over a folder that is there', async () => {
    await written(join(dir, 'runs'))
    await expect(written(join(dir, 'runs'))).rejects.toThrow('is there already')
  })

  it('are written by truce lint --runs, which names each of them and no other', async () => {
    for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
    const { status, stdout } = truce('lint', dir, '--runs', join(dir, 'runs'))
    expect(status).toBe(0)
    const named = [...stdout.matchAll(/^run: truce status (\S+) --at/gm)].map(([, folder]) => folder!)
    const there = await readdir(join(dir, 'runs')).catch(() => [])
    expect(named.map((folder) => basename(folder)).toSorted()).toEqual(there.toSorted())
  })
})
