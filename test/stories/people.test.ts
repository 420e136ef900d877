import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { enterProvider, readProvider, seatAtDesk } from '@trucekeeper/people'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openProvider } from '../../packages/api/src/testing/provider.ts'
import { openPeopleStage, type PeopleStage } from './people-stage.ts'
import { goByMenu, tabTo } from './stage.ts'

let stage: PeopleStage
beforeAll(async () => {
  stage = await openPeopleStage()
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

const signInButton = (page: Page) => page.getByRole('button', { name: 'Sign in with a passkey' })

/** Somebody who has come in by an invitation and looks at their desk. */
async function comeIn(...invited: Parameters<PeopleStage['invitation']>) {
  const visit = await stage.visit(await stage.invitation(...invited))
  await visit.page.getByRole('button', { name: 'Make a passkey and come in' }).click()
  await visit.page.getByRole('heading', { name: 'Your desk' }).waitFor()
  return visit
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const horizontalScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('a stranger', () => {
  it('is asked to sign in, whatever the address, and sees nothing of the record', async () => {
    for (const path of ['/', '/desk', '/clauses/cessation.government', '/agreement']) {
      const { page } = await stage.visit(path)
      await signInButton(page).waitFor()
      await expect.poll(() => page.locator('body').innerText()).not.toMatch(/Aleppo|entries|cessation/i)
    }
  })

  it('with a passkey for nothing is not let in', async () => {
    const { page } = await stage.visit('/')
    await signInButton(page).click()
    await page.getByRole('alert').filter({ hasText: 'No passkey was used' }).waitFor()
    await expect.poll(() => signInButton(page).isVisible()).toBe(true)
  })
})

describe('whoever is invited', () => {
  it('makes a passkey and is in, and the secret is gone from the address', async () => {
    const path = await stage.invitation()
    const { page } = await stage.visit(path)
    await page.getByRole('heading', { name: 'Welcome, Noor' }).waitFor()
    expect(page.url()).toBe(`${stage.url}/invitation`)
    await expect.poll(() => page.locator('main').innerText()).toContain('“United Nations”, as reader, administrator')
    await tabTo(page, '.sign-in-button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your desk' }).waitFor()
    await expect.poll(() => page.locator('.desk-seat').innerText()).toContain('at the desk “United Nations”')
    const again = await stage.visit(path)
    await again.page.getByText('This invitation does not open').waitFor()
  })

  it('signs out, and in again without a mouse, to the page they asked for', async () => {
    const { page } = await comeIn()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signInButton(page).waitFor()
    await page.goto(`${stage.url}/agreement`)
    await signInButton(page).waitFor()
    await tabTo(page, '.sign-in-button')
    await page.keyboard.press('Enter')
    await page.locator('.masthead nav').waitFor()
    expect(new URL(page.url()).pathname).toBe('/agreement')
    await page.goto(`${stage.url}/`)
    await page.locator('.clause-table').waitFor()
  })

  it('is not let in without being verified by the device', async () => {
    const { page, keys } = await comeIn()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signInButton(page).waitFor()
    await keys.refuse()
    await signInButton(page).click()
    const said = page.getByRole('alert').filter({ hasText: 'No passkey was used' })
    await said.waitFor()
    await expect.poll(() => signInButton(page).isVisible()).toBe(true)
  })

  it('sees where they are signed in and ends what they left open elsewhere', async () => {
    const here = await comeIn()
    const there = await stage.visit('/')
    await here.keys.copyTo(there.keys)
    await signInButton(there.page).click()
    await there.page.locator('.clause-table').waitFor()
    await here.page.reload()
    const sessions = here.page.locator('section', { has: here.page.locator('#desk-sessions') })
    await sessions.getByText('this browser').waitFor()
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(2)
    await sessions.getByRole('button', { name: /^End the session/ }).click()
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1)
    await goByMenu(there.page, '/access')
    await signInButton(there.page).waitFor()
    await expect.poll(() => here.page.locator('.masthead nav').isVisible()).toBe(true)
  })

  it('is told that a device which has their passkey makes no second one', async () => {
    const { page } = await comeIn({ name: 'Amal', desk: 'humanitarian', organisation: 'Relief' })
    const keys = page.locator('section', { has: page.locator('#desk-passkeys') })
    await keys.getByText('This is your only one.').waitFor()
    await expect.poll(() => keys.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
    // Chromium's own authenticator makes no second one beside the first, which is right: it is one device.
    await page.getByLabel('Name of the new passkey').fill('Key in the safe')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await keys.getByRole('alert').filter({ hasText: 'No passkey was used' }).waitFor()
  })
})

describe('an administrator', () => {
  it('invites somebody, who comes in, is listed, and is sent away', async () => {
    const { page } = await comeIn({ desk: 'monitors', organisation: 'Monitors' })
    await page.getByLabel('Name', { exact: true }).fill('Sami')
    await page.getByRole('button', { name: 'Make an invitation' }).click()
    const link = await page.getByLabel(/The invitation of/).inputValue()
    expect(link.startsWith(`${stage.url}/invitation#`)).toBe(true)
    await page.getByRole('button', { name: 'Withdraw the invitation of Sami' }).waitFor()
    const sami = await stage.visit(link)
    await sami.page.getByRole('button', { name: 'Make a passkey and come in' }).click()
    await sami.page.getByRole('heading', { name: 'Your desk' }).waitFor()
    await expect.poll(() => sami.page.locator('#desk-invite').count()).toBe(0)
    await page.reload()
    const people = page.locator('section', { has: page.locator('#desk-people') })
    await people.getByRole('button', { name: 'Send away Sami' }).click()
    await people.getByRole('button', { name: 'Yes, send away' }).click()
    await expect.poll(() => people.getByRole('listitem').count()).toBe(1)
    await goByMenu(sami.page, '/access')
    await signInButton(sami.page).waitFor()
  })
})

describe('the roles of somebody', () => {
  it('are changed by an administrator, which ends their sessions; the last one stays', async () => {
    const { page } = await comeIn({ desk: 'guarantor', organisation: 'Guarantors' })
    const sami = await comeIn({ name: 'Sami', desk: 'guarantor', organisation: 'Guarantors', roles: ['reader'] })
    await page.reload()
    const people = page.locator('section', { has: page.locator('#desk-people') })
    await people.getByRole('button', { name: 'Roles of Sami' }).click()
    await people.getByLabel('recorder').check()
    await people.getByRole('button', { name: 'Save the roles' }).click()
    await people.getByText('Guarantors: reader, recorder').waitFor()
    await goByMenu(sami.page, '/access')
    await signInButton(sami.page).click()
    await sami.page.locator('.masthead nav').waitFor()
    await people.getByRole('button', { name: 'Roles of Noor' }).click()
    await people.getByLabel('administrator').uncheck()
    await people.getByRole('button', { name: 'Save the roles' }).click()
    await people.getByRole('alert').filter({ hasText: 'would have no administrator' }).waitFor()
    await expect.poll(() => people.getByText('Guarantors: reader, administrator').isVisible()).toBe(true)
  })
})

describe('a draft', () => {
  const write = async (page: Page, words: string) => {
    await page.getByLabel('Draft', { exact: true }).fill(words)
    await page.getByText('Kept.', { exact: true }).waitFor()
  }
  const drafts = (page: Page) => page.locator('section', { has: page.locator('#desk-drafts') })

  it('is kept as it is written, shown in conflict, deleted and brought back, and taken to the form', async () => {
    const wanted = { desk: 'humanitarian', organisation: 'Writers', roles: ['recorder'] } as const
    const { page } = await comeIn(wanted)
    const other = await comeIn({ ...wanted, name: 'Sami' })
    await drafts(page).getByText('There is none yet').waitFor()
    await page.getByRole('button', { name: 'New draft' }).click()
    await write(page, 'Two trucks wait at the gate')
    await drafts(page).getByText('by Noor, changed').waitFor()
    await other.page.reload()
    await other.page.getByRole('button', { name: 'Open: Two trucks' }).click()
    await write(other.page, 'Three trucks wait at the gate')
    await drafts(other.page).getByText('version 2').waitFor()
    await page.getByLabel('Draft', { exact: true }).fill('Two trucks wait, one with a broken seal')
    await page.getByRole('button', { name: 'Keep mine' }).waitFor()
    await expect.poll(() => page.locator('.desk-draft pre').innerText()).toBe('Three trucks wait at the gate')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await drafts(page).getByText('version 3').waitFor()
    await page.getByRole('button', { name: 'Delete: Two trucks' }).click()
    await drafts(page).getByText('There is none yet').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Open: Two trucks' }).click()
    await page.getByRole('button', { name: 'To the form' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/record')
    await expect
      .poll(() => page.locator('.field-form textarea').inputValue())
      .toBe('Two trucks wait, one with a broken seal')
  })
})

describe('what takes two organisations', () => {
  it('waits at the desks that are asked, is read, approved by one and refused by the other', async () => {
    const asker = await comeIn({ desk: 'party-a', organisation: 'Ministry', roles: ['releaser'] })
    const un = await comeIn({ desk: 'un', organisation: 'United Nations', roles: ['reviewer'] })
    const monitor = await comeIn({ desk: 'monitors', organisation: 'Monitors', roles: ['releaser'] })
    await asker.page.evaluate(async () => {
      const body = { kind: 'release', subject: 'Clause 4', text: 'release clause 4', desks: ['un', 'monitors'] }
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/approvals', { method: 'POST', headers, body: JSON.stringify(body) })
    })
    for (const { page } of [asker, un, monitor]) await page.reload()
    await un.page.getByText('release clause 4', { exact: true }).waitFor()
    expect(await violations(un.page)).toEqual([])
    await tabTo(un.page, 'button[aria-label="Approve: Clause 4"]')
    await un.page.keyboard.press('Enter')
    await un.page.getByText('waiting: 1 of 2').waitFor({ state: 'attached' })
    await monitor.page.getByRole('button', { name: 'Refuse: Clause 4' }).click()
    await monitor.page.getByLabel('Why?').fill('a name is in it')
    await monitor.page.getByRole('button', { name: 'Refuse', exact: true }).click()
    await monitor.page.getByText('Waiting for you (0)').waitFor()
    await asker.page.reload()
    await asker.page.getByText('Refused for Monitors').waitFor()
    await expect.poll(() => asker.page.locator('.desk-decisions').innerText()).toContain('a name is in it')
  })
})

describe('a withheld field', () => {
  it('is shown for a purpose, and noted; one that is not there is told of alike', async () => {
    const { page } = await comeIn({ organisation: 'Readers of Fields' })
    const panel = page.locator('section', { has: page.locator('#desk-sealed') })
    await panel.getByText('Your desk has read none.').waitFor()
    await panel.getByText('Read one').click()
    await page.getByLabel('Place of the entry').fill('8')
    await page.getByLabel('What for?').fill('to ask the driver back')
    await page.getByRole('button', { name: 'Note it and show' }).click()
    await panel.getByRole('alert').filter({ hasText: 'There is nothing here' }).waitFor()
    await page.getByLabel('Place of the entry').fill('7')
    await page.getByRole('button', { name: 'Note it and show' }).click()
    await panel.getByText('a driver of the convoy').waitFor()
    await panel.getByText('7/body.speaker').waitFor()
    await expect.poll(() => panel.getByRole('listitem').count()).toBe(1)
    expect(await violations(page)).toEqual([])
  })
})

describe('whoever is known to the sign-in of their organisation', () => {
  it('comes in through it, from another site, and is asked for the passkey where it matters', async () => {
    const provider = await openProvider(Date.now)
    stage.elsewhere.add(provider.issuer)
    const setting = readProvider(provider.file())
    if (!setting.ok) throw new Error(setting.refusal.message)
    const { page } = await comeIn({ name: 'Amal', organisation: 'House of Signs' })
    const entered = { id: 'signs', organisation: 'House of Signs', setting: setting.value }
    expect(await enterProvider(stage.db, entered, Date.now())).toEqual({ ok: true, value: null })
    await page.reload()
    await page.getByRole('button', { name: 'Make me known to it' }).click()
    await page.getByText('known since').waitFor()
    expect(new URL(page.url()).pathname).toBe('/desk')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Sign in through your organisation').click()
    await page.getByLabel('Short name').fill('signs')
    await page.getByRole('button', { name: 'Go there' }).click()
    await page.locator('.clause-table').waitFor()
    await page.goto(`${stage.url}/desk`)
    await page.getByText('Amal, at the desk').waitFor()
    await page.getByLabel('Name of the new passkey').fill('Another')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('button', { name: 'Confirm with your passkey' }).waitFor()
    const stranger = await stage.visit('/')
    await stranger.page.getByText('Sign in through your organisation').click()
    await stranger.page.getByLabel('Short name').fill('nowhere')
    await stranger.page.getByRole('button', { name: 'Go there' }).click()
    await stranger.page.getByText('You were not let in that way').waitFor()
    await provider.close()
  })
})

describe('somebody at two desks', () => {
  it('goes from one to the other', async () => {
    const { page } = await comeIn()
    const id = await page.evaluate(async () => (await (await fetch('/api/session')).json()).person.id as string)
    await seatAtDesk(stage.db, { person: id, desk: 'monitors', roles: ['reader'] }, Date.now())
    await page.goto(`${stage.url}/desk`)
    await signInButton(page).click()
    await page.getByRole('button', { name: 'Go to the desk “Monitors”' }).click()
    await page.getByText('at the desk “Monitors”: reader.').waitFor()
    await expect.poll(() => page.locator('.masthead nav').innerText()).toContain('Monitors')
  })
})

describe('a page of one person', () => {
  it('knows neither desk nor signing in', async () => {
    const { page } = await stage.visit(`${stage.alone}/`)
    await page.locator('.clause-table').waitFor()
    await expect.poll(() => page.locator('a[href^="/desk"]').count()).toBe(0)
    await expect.poll(() => page.getByText(/passkey/i).count()).toBe(0)
  })
})

describe('the screens', () => {
  const LOOKS = [
    ['en', 'light', 1400],
    ['en', 'dark', 1400],
    ['en', 'light', 360],
    ['ar', 'light', 1400],
    ['ar', 'dark', 360],
    ['ru', 'light', 360],
    ['fr', 'light', 360],
  ] as const

  it.each(LOOKS)('in %s, %s, %i wide, fit and are open to all', async (lang, colorScheme, width) => {
    const look = { colorScheme, viewport: { width, height: 800 } }
    const visit = await stage.visit(`/?lang=${lang}`, look)
    await visit.page.locator('.sign-in-button').waitFor()
    expect(await violations(visit.page)).toEqual([])
    expect(await horizontalScroll(visit.page)).toBe(0)
    const [path, token] = (await stage.invitation({ name: 'نور', roles: ['reader', 'administrator'] })).split('#')
    const { page } = await stage.visit(`${path}?lang=${lang}#${token}`, look)
    await page.locator('.sign-in-button').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await horizontalScroll(page)).toBe(0)
    await page.locator('.sign-in-button').click()
    await page.locator('#desk-sessions ~ ul > li').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang)
    expect(await violations(page)).toEqual([])
    expect(await horizontalScroll(page)).toBe(0)
  })
})
