// Somebody works on the text of the agreement: what is found appears beside it, names are mended, given and followed.
import axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { AgreementText, Workspace } from '@trucekeeper/api'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, tabTo, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

/** What the page may take at most from a key to its findings lies in the machine, so it is told and not held to. */
const CLAUSES = 500

let agreement: AgreementText
let stage: Stage
let large = false

beforeAll(async () => {
  const workspace = await storyWorkspace()
  agreement = await workspace.agreementText()
  const told: Workspace = {
    ...workspace,
    agreementText: async () => (large ? { ...agreement, text: manyClauses(), hash: 'f'.repeat(64) } : agreement),
  }
  stage = await openStage(told)
})
afterEach(async () => {
  large = false
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

/** The example with duties added until it has so many clauses. */
function manyClauses(): string {
  const has = agreement.text.match(/^(?:party|duty|ban|zone|gate|power|term|anchor|measure) /gm)!.length
  const more = Array.from(
    { length: CLAUSES - has },
    (_, number) =>
      `### 9.${number + 1} Convoy ${number + 1}\n\nThe government lets convoy ${number + 1} pass within ${number + 1} days of Day D.\n\n` +
      `\`\`\`truce\nduty convoy-${number + 1}\n  on           government\n  act          deliver-aid\n  in           eastern-aleppo\n` +
      `  from         day-d\n  by           day-d + ${number + 1} days\n  attest       united-nations\n  silence      unknown\n  on-breach    violations\n\`\`\`\n`,
  )
  return `${agreement.text}\n## 9. Convoys\n\n${more.join('\n')}`
}

const content = (page: Page) => page.locator('.cm-content')
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name })
const found = (page: Page, text: string | RegExp) => page.locator('.finding', { hasText: text })

async function opened(options: BrowserContextOptions = {}, path = '/agreement'): Promise<Page> {
  const page = await stage.visit(path, options)
  await page.locator('.finding').first().waitFor({ state: 'attached' })
  return page
}

/** Searches for words in the text and leaves them selected. */
async function select(page: Page, words: string): Promise<void> {
  await content(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

const draft = (page: Page) => page.evaluate((hash) => localStorage.getItem(`agreement-draft.${hash}`), agreement.hash)

describe('a drafter', () => {
  it('opens the text and reads what is found in it, by article, with the way to each', async () => {
    const page = await opened()
    const warning = found(page, 'wait for each other, so neither ever has to begin')
    await expect.poll(() => warning.innerText()).toContain('rule mutual-wait')
    await expect.poll(() => tab(page, /^Findings \(\d+\)$/).getAttribute('aria-selected')).toBe('true')
    await warning
      .getByRole('button', { name: /^line \d+$/ })
      .first()
      .click()
    await page.locator('.cm-line', { hasText: 'duty pull-back-government' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('agreement-host')
    await page.getByRole('checkbox', { name: /notes?$/ }).uncheck()
    await expect.poll(() => page.locator('.finding-note').count()).toBe(0)
    await expect.poll(() => page.locator('.finding-warning').count()).toBeGreaterThan(0)
  })

  it('breaks a name, is told which was meant, and has it mended at a press', async () => {
    const page = await opened()
    await select(page, 'on           opposition')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Backspace')
    const error = found(page, /oppositio(?!n)/)
    await error.first().waitFor()
    await expect.poll(() => error.first().innerText()).toContain('did you mean opposition?')
    await tab(page, 'What waits for what').click()
    await expect.poll(() => page.locator('.beside-waits').innerText()).toContain('There are errors in the text')
    await page.getByRole('button', { name: 'See the findings' }).click()
    await error.first().getByRole('button', { name: 'write opposition' }).click()
    await error.first().waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.finding-error').count()).toBe(0)
    expect(await draft(page), 'the text is the old one again, so nothing is kept').toBeNull()
  })

  it('is offered the parties where one fits, and the fields a clause still lacks', async () => {
    const page = await opened()
    await select(page, 'on           opposition')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Backspace')
    await page.keyboard.press('Control+Space')
    const offers = page.locator('.cm-tooltip-autocomplete')
    await offers.waitFor()
    await expect.poll(() => offers.innerText()).toMatch(/government[\s\S]*opposition|opposition[\s\S]*government/)
    await page.keyboard.type('gov')
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'government' }).first().waitFor()
    await page.waitForTimeout(150)
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Space')
    await offers.getByText('field').first().waitFor()
  })

  it('reads under the pointer what a name stands for, and goes to where it is declared', async () => {
    const page = await opened()
    await select(page, 'answered-by  russia')
    const word = page.locator('.cm-line', { hasText: 'answered-by  russia' }).first()
    const box = (await word.boundingBox())!
    const width = await word.evaluate((line) => {
      const range = document.createRange()
      range.selectNodeContents(line)
      return range.getBoundingClientRect().width
    })
    await page.mouse.move(box.x + width - 10, box.y + 8)
    await page.mouse.move(box.x + width - 14, box.y + 9)
    const hover = page.locator('.cm-tooltip-hover')
    await hover.waitFor()
    await expect.poll(() => hover.innerText()).toContain('Russian Federation')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F12')
    await page.locator('.cm-activeLine', { hasText: 'guarantor russia' }).waitFor()
  })

  it('gives a party another name everywhere, and is refused one that is taken', async () => {
    const page = await opened()
    await select(page, 'party opposition')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    const dialog = page.getByRole('dialog', { name: 'Another name for opposition' })
    await dialog.waitFor()
    const name = dialog.getByLabel('New name')
    await name.fill('government')
    await name.press('Enter')
    await dialog.getByRole('alert').waitFor()
    await expect.poll(() => dialog.getByRole('alert').innerText()).toContain('is declared in this agreement already')
    await name.fill('armed-groups')
    await name.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const kept = (await draft(page))!
    expect(kept).toContain('party armed-groups')
    expect(kept.match(/^ {2}on {11}(.*\bopposition\b.*)$/gm)).toBeNull()
    await expect
      .poll(() => page.getByText(/opposition is armed-groups now, in \d+ places/).innerText())
      .toMatch(/in \d\d places/)
    await page.waitForTimeout(400)
    await expect.poll(() => page.locator('.finding-error').count(), { message: 'what named it names it still' }).toBe(0)
  })

  it('sees who waits for whom, in a picture, in words and in a table', async () => {
    const page = await opened({}, '/agreement?panel=waits')
    const panel = page.locator('.beside-waits')
    await panel.locator('.waits-picture').waitFor()
    await expect.poll(() => panel.locator('.circles').innerText()).toMatch(/pull-back ⇄ .*pull-back/)
    await expect.poll(() => panel.locator('.wait-node-circle').count()).toBe(2)
    await expect.poll(() => panel.locator('.wait-node-circle').first().textContent()).toContain('waits in a circle')
    const row = panel.getByRole('row', { name: /Government pull-back/ }).first()
    await expect.poll(() => row.innerText()).toContain('Opposition pull-back')
    await panel.getByRole('button', { name: 'Government pull-back' }).click()
    await page.locator('.cm-line', { hasText: 'duty pull-back-government' }).waitFor()
  })

  it('reads the run in which everybody complies, and each clause as a sentence beside its prose', async () => {
    const page = await opened({}, '/agreement?panel=comply')
    await page.locator('.comply-line').waitFor()
    await expect.poll(() => page.locator('.comply').innerText()).toMatch(/truce ends, unless it is extended/)
    await tab(page, 'Read back').click()
    await page.locator('.read-back').first().waitFor()
    expect(
      await page.locator('.read-back', { hasText: 'duty first-convoy' }).locator('blockquote').textContent(),
    ).not.toBe('')
  })

  it('sees what changed, finds it again after coming back, downloads it, and takes it back', async () => {
    const page = await opened({ acceptDownloads: true })
    await select(page, 'lasts        48 hours')
    await page.keyboard.type('lasts        72 hours')
    await tab(page, 'Changes').click()
    await page.locator('.changed').first().waitFor()
    await expect.poll(() => page.locator('.changed').first().innerText()).toContain('truce.lasts')
    await page.reload()
    await page.locator('.changed').first().waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download agreement.md' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('agreement.md')
    expect(await readFile(await download.path(), 'utf8')).toBe(
      agreement.text.replace('lasts        48 hours', 'lasts        72 hours'),
    )
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByText('Nothing has been changed.').waitFor()
    expect(await draft(page)).toBeNull()
  })

  it('works without a mouse: into the text, out of it, along the panels', async () => {
    const page = await opened()
    await tabTo(page, '.agreement-host')
    await page.keyboard.type('?j')
    expect(await draft(page), 'letters are letters in the text').toContain('?j#')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).not.toBe('agreement-host')
    await tabTo(page, '[role=tab]')
    await page.keyboard.press('ArrowRight')
    await page.locator('.waits-picture').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('What waits for what')
    await page.keyboard.press('End')
    await page.locator('.beside-changes').waitFor()
  })

  it(`types into ${CLAUSES} clauses without waiting for what is found`, async () => {
    large = true
    const page = await opened()
    await content(page).focus()
    await page.keyboard.press('Control+End')
    await page.evaluate(() => {
      const drawn = (event: KeyboardEvent) =>
        requestAnimationFrame(() => setTimeout(() => performance.measure('drawn', { start: event.timeStamp })))
      addEventListener('keydown', drawn, { capture: true })
    })
    const taken = { drawn: [] as number[], 'agreement-read': [] as number[] }
    for (const letter of 'Theend.') {
      await page.evaluate(() => performance.clearMeasures())
      await page.keyboard.press(letter)
      for (const [name, all] of Object.entries(taken)) {
        const measured = await page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.duration, name)
        all.push((await measured.jsonValue())!)
      }
    }
    const middle = (all: number[]) => Math.round(all.toSorted((a, b) => a - b)[all.length >> 1]!)
    process.stdout.write(
      `${CLAUSES} clauses: a key is drawn after ${middle(taken.drawn)} ms; its findings after ${middle(taken['agreement-read'])} ms, 120 of them a pause\n`,
    )
    await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('Theend.')
  })
})

describe('a reader of a quotation', () => {
  it('is shown the passage, without an editor', async () => {
    const page = await stage.visit('/agreement?start=2&end=20')
    await page.locator('mark').waitFor()
    await expect.poll(() => page.locator('.agreement-host').count()).toBe(0)
  })
})

describe('on paper', () => {
  it('stand the whole text and what is found in it', async () => {
    const page = await opened({}, '/agreement?panel=waits')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.agreement-print').innerText()).toContain(agreement.text.slice(-200).trim())
    await expect.poll(() => page.locator('.finding').first().isVisible()).toBe(true)
    await expect.poll(() => page.locator('.agreement-host').isVisible()).toBe(false)
    await expect.poll(() => page.locator('.beside-waits').isVisible()).toBe(false)
  })
})

describe('the screen', () => {
  const PANELS = ['findings', 'waits', 'comply', 'sentences', 'changes']
  it.each([
    ['light', 1400],
    ['light', 360],
    ['dark', 1400],
  ] as const)(
    '(%s, %i pixels) is accessible with each panel, and never scrolls sideways',
    async (colorScheme, width) => {
      const page = await opened({ colorScheme, viewport: { width, height: 900 } })
      await page.evaluate(axe.source)
      for (const name of PANELS) {
        await page.locator(`#about-text-${name}`).click()
        await page.locator(`.beside-${name}[aria-busy=false]`).waitFor()
        const all = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
        expect(
          all.violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([])
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(sideways, name).toBe(0)
      }
    },
  )
})
