// Somebody whom nobody invited opens what is released: it is shown in full, by what is released alone.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPeopleStage, type PeopleStage } from './people-stage.ts'

let stage: PeopleStage

beforeAll(async () => {
  stage = await openPeopleStage()
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

describe('whoever has not signed in', () => {
  it('reads the released clauses, and the page asks for nothing that is not open to all', async () => {
    const { page } = await stage.visit('/public')
    await page.locator('.public-clauses li').first().waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.reload()
    await page.locator('.public-clauses .verdict').first().waitFor()
    const noun = asked.filter((path) => path.startsWith('/api/'))
    // Whether anything grew is asked too, and refused: only those who sit at a desk are told.
    expect(noun.filter((path) => path !== '/api/live').toSorted()).toEqual(['/api/released', '/api/session'])
    await expect.poll(() => page.locator('.masthead nav a').allInnerTexts()).toEqual(['Sign in'])
  })

  it('looks at an evening of their choice, as the address then says', async () => {
    const { page } = await stage.visit('/public')
    const moments = page.locator('.lens .moments').first()
    const evening = await moments.locator('a').first().innerText()
    await moments.locator('a').first().click()
    await page.waitForURL(/[?&]at=/)
    await expect.poll(() => moments.locator('[aria-current]').allInnerTexts()).toEqual([evening])
  })

  it('finds the page that verifies receipts at the same server', async () => {
    const { page } = await stage.visit('/verify.html?lang=fr')
    await page.locator('#files').waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr')
  })
})
