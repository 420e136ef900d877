// The examples: their scenarios hold, their tables are as expected, and every verdict leads down to quoted words.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { mayMinute } from '@trucekeeper/centre'
import type { QuoteRef, ReceiptNode } from '@trucekeeper/engine'
import { addDays, parseInstant, startOfDay } from '@trucekeeper/time'
import type { Workspace } from '@trucekeeper/workspace'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectGolden } from './support/golden.ts'
import { differencesIn, openFolder, scenariosIn, type ScenarioFolder } from './support/scenario/index.ts'
import { tableOf } from './support/table.ts'

const EXAMPLES = new URL('../examples', import.meta.url).pathname
const HOUR_MS = 3_600_000

/** Each example, and each text that stands beside its own: where its scenarios and tables lie, and its id. */
const TEXTS = readdirSync(EXAMPLES).flatMap((name) => {
  const beside = join(EXAMPLES, name, 'agreements')
  const entries = existsSync(beside) ? readdirSync(beside, { withFileTypes: true }) : []
  const others = entries.filter((one) => one.isDirectory()).map((one) => `${name}/agreements/${one.name}`)
  return [name, ...others].map((text) => ({ text, dir: join(EXAMPLES, name), agreement: idIn(join(EXAMPLES, text)) }))
})

describe.each(TEXTS)('the example $text', ({ text, dir: folder, agreement: id }) => {
  const dir = join(EXAMPLES, text)
  let opened: ScenarioFolder
  let workspace: Workspace

  beforeAll(async () => {
    opened = await openFolder(folder, id)
    workspace = opened.workspace
  }, 180_000)

  it('reads without a word of complaint', () => {
    expect(workspace.file.diagnostics).toEqual([])
    expect(workspace.current().diagnostics).toEqual([])
  })

  it('quotes its reports to the letter', async () => {
    for (const { entry } of workspace.current().entries) {
      if (entry.type !== 'claim' && entry.type !== 'act') continue
      const { doc, quote, start, end } = entry.body
      expect.soft((await workspace.document(doc))?.text.slice(start, end), doc).toBe(quote)
    }
  })

  // Minutes of what one text says nothing of are none of its.
  it.skipIf(text.includes('/'))('has minutes that the agreement allowed when they were made', async () => {
    const { agreement, record } = await workspace.known()
    const refused = record.minutes.flatMap((minute) =>
      mayMinute(agreement, record, minute).map(({ why }) => `${minute.does} of ${minute.at}: ${why}`),
    )
    expect(refused).toEqual([])
  })

  const scenarios = readdirSync(join(dir, 'scenarios')).flatMap((file) =>
    scenariosIn(readFileSync(join(dir, 'scenarios', file), 'utf8'), file),
  )
  it.each(scenarios)('$scenario', async (scenario) => {
    expect(await differencesIn(scenario, opened)).toEqual([])
  })

  // A table shows the last hour of its day, on the clock of the agreement.
  const eveningOf = (day: string) => startOfDay(addDays(day, 1), workspace.agreement.zone) - HOUR_MS
  const evenings = daysIn(join(dir, 'expected'))

  it.each(evenings)('shows the expected table on the evening of %s', async (day) => {
    const status = await workspace.status({ at: eveningOf(day) })
    expectGolden(join(dir, 'expected', `${day}.md`), tableOf(status))
  })

  const asked = [...new Set([...evenings, ...scenarios.map(({ when }) => when.at)])]
  it.each(asked)('reaches quoted words at every leaf of every clause under every account on %s', async (asOf) => {
    const { agreement } = workspace
    const at = parseInstant(asOf) ?? eveningOf(asOf)
    const texts = new Map<string, string>([[agreement.file, workspace.file.source]])
    const textOf = async (doc: string) => {
      if (!texts.has(doc)) texts.set(doc, (await workspace.document(doc))?.text ?? '')
      return texts.get(doc)!
    }
    for (const clause of agreement.ruled) {
      for (const account of agreement.accounts) {
        const answer = await workspace.why({ clause: clause.id, account: account.id, at })
        if (!answer.ok) throw new Error(answer.message)
        for (const leaf of leaves(answer.receipt.tree)) {
          expect(leaf.quotes.length, `${clause.id} by ${account.id}: ${leaf.text}`).toBeGreaterThan(0)
          for (const quote of leaf.quotes)
            expect((await textOf(quote.doc)).slice(quote.start, quote.end), `${clause.id}: ${quote.id}`).toBe(
              quote.quote satisfies QuoteRef['quote'],
            )
        }
      }
    }
  })
})

function idIn(dir: string): string {
  return /^agreement (\S+)$/m.exec(readFileSync(join(dir, 'agreement.md'), 'utf8'))![1]!
}

/** The days of which a folder holds tables; none where there is no folder. */
function daysIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.flatMap((name) => (name.endsWith('.md') ? [basename(name, '.md')] : []))
}

function leaves(node: ReceiptNode): ReceiptNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves)
}
