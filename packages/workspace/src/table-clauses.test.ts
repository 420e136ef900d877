// Clauses that ask tables, end to end: the tables of the example under an agreement that makes a gate of each question.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseInstant } from '@trucekeeper/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from './workspace.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const EVENING = parseInstant('2016-09-16T23:00+03:00')!
const ASKED = {
  slow: 'indicator(rapid) <= 48',
  waiting: 'indicator(unhindered) <= 24',
  alike: 'parity(east-and-west)',
  third: 'sealed(convoy-3)',
  seals: 'sealed(all)',
  first: 'sealed(convoy-1)',
  tanks: 'cleared(pull-back-government)',
}

let dir: string
let workspace: Workspace

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'table-clauses-'))
  for (const name of ['places.geojson', 'access', 'ground'])
    await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
  const gates = Object.entries(ASKED).map(
    ([name, when]) => `gate ${name}\n  opens        jic\n  when         ${when}\n  during       term truce\n`,
  )
  const text = await readFile(join(EXAMPLE, 'agreement.md'), 'utf8')
  await writeFile(
    join(dir, 'agreement.md'),
    `${text}\n## 99. What tables are asked\n\n\`\`\`truce\n${gates.join('\n')}\`\`\`\n`,
  )
  const opened = await openWorkspace(dir)
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join('\n'))
  workspace = opened.workspace
})
afterAll(() => rm(dir, { recursive: true, force: true }))

async function tree(clause: string, more: { account?: string; knownAt?: number } = {}) {
  const answer = await workspace.why({ clause, at: EVENING, ...more })
  if (!answer.ok) throw new Error(answer.message)
  return answer.receipt.tree
}

describe('clauses that ask the tables of a folder', () => {
  it('are answered for every account from what lies beside the agreement', async () => {
    const found = await Promise.all(Object.keys(ASKED).map(async (name) => [name, (await tree(name)).verdict]))
    expect(Object.fromEntries(found)).toEqual({
      slow: 'breached',
      waiting: 'breached',
      alike: 'breached',
      third: 'breached',
      seals: 'breached',
      first: 'met',
      tanks: 'breached',
    })
  })

  it('name the rows that they rest on, and say which are made up', async () => {
    const { text, quotes } = await tree('third')
    expect(text).toContain('seal S-301 was found broken at checkpoint B')
    expect(quotes).toMatchObject([{ source: 'row', id: 'seals.csv:13', speaker: 'example', quote: '' }])
    const words = (await tree('waiting')).quotes.filter(({ quote }) => quote !== '')
    expect(words.length).toBeGreaterThan(0)
    for (const { doc, quote } of words) expect(await readFile(join(EXAMPLE, 'reports', doc), 'utf8')).toContain(quote)
  })

  it('take only what an account takes, and what was known', async () => {
    expect((await tree('third', { account: 'monitors' })).verdict).toBe('unknown')
    expect((await tree('third', { knownAt: parseInstant('2016-09-15T10:00+03:00')! })).verdict).toBe('met')
  })

  it('answer several questions at once as each alone', async () => {
    const early = parseInstant('2016-09-14T12:00+03:00')!
    const asked = [{}, { knownAt: early }, {}, { knownAt: early }].map((more) =>
      workspace.status({ at: EVENING, accounts: ['all-reported'], ...more }),
    )
    const [one, two, three, four] = await Promise.all(asked)
    expect(three).toEqual(one)
    expect(four).toEqual(two)
    expect(two).not.toEqual(one)
  })
})
