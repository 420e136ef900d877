import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { seatAtDesk } from '@trucekeeper/people'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPeopleStage, type PeopleStage } from './people-stage.ts'
import { tabTo } from './stage.ts'

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
      expect(await page.locator('body').innerText()).not.toMatch(/Aleppo|entries|cessation/i)
    }
  })

  it('with a passkey for nothing is not let in', async () => {
    const { page } = await stage.visit('/')
    await signInButton(page).click()
    await page.getByRole('alert').filter({ hasText: 'No passkey was used' }).waitFor()
    expect(await signInButton(page).isVisible()).toBe(true)
  })
})

describe('whoever is invited', () => {
  it('makes a passkey and is in, and the secret is gone from the address', async () => {
    const path = await stage.invitation()
    const { page } = await stage.visit(path)
    await page.getByRole('heading', { name: 'Welcome, Noor' }).waitFor()
    expect(page.url()).toBe(`${stage.url}/invitation`)
    expect(await page.locator('main').innerText()).toContain('“United Nations”, as reader, administrator')
    await tabTo(page, '.sign-in-button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your desk' }).waitFor()
    expect(await page.locator('.desk-seat').innerText()).toContain('at the desk “United Nations”')
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
    expect(await signInButton(page).isVisible()).toBe(true)
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
    expect(await sessions.getByRole('listitem').count()).toBe(2)
    await sessions.getByRole('button', { name: /^End the session/ }).click()
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1)
    await there.page.getByRole('link', { name: 'Access', exact: true }).click()
    await signInButton(there.page).waitFor()
    expect(await here.page.locator('.masthead nav').isVisible()).toBe(true)
  })

  it('is told that a device which has their passkey makes no second one', async () => {
    const { page } = await comeIn({ name: 'Amal', desk: 'humanitarian', organisation: 'Relief' })
    const keys = page.locator('section', { has: page.locator('#desk-passkeys') })
    await keys.getByText('This is your only one.').waitFor()
    expect(await keys.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
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
    expect(await sami.page.locator('#desk-invite').count()).toBe(0)
    await page.reload()
    const people = page.locator('section', { has: page.locator('#desk-people') })
    await people.getByRole('button', { name: 'Send away Sami' }).click()
    await people.getByRole('button', { name: 'Yes, send away' }).click()
    await expect.poll(() => people.getByRole('listitem').count()).toBe(1)
    await sami.page.getByRole('link', { name: 'Access', exact: true }).click()
    await signInButton(sami.page).waitFor()
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
    expect(await page.locator('.masthead nav').innerText()).toContain('Monitors')
  })
})

describe('a page of one person', () => {
  it('knows neither desk nor signing in', async () => {
    const { page } = await stage.visit(`${stage.alone}/`)
    await page.locator('.clause-table').waitFor()
    expect(await page.locator('a[href^="/desk"]').count()).toBe(0)
    expect(await page.getByText(/passkey/i).count()).toBe(0)
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
