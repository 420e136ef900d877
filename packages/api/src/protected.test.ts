import { describe, expect, it } from 'vitest'
import { resolve } from 'node:path'
import { openWorkspace } from '@trucekeeper/workspace'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'
import type { ProtectedAnswer } from './protected.ts'

async function told(query = ''): Promise<ProtectedAnswer> {
  const opened = await openWorkspace(resolve(import.meta.dirname, '../../../examples/aleppo-2016'))
  if (!opened.ok) throw new Error('the example does not open')
  const app = checkedApp({ ...fixtureDeps().deps, workspace: opened.workspace })
  return (await (await app.request(`/api/protected${query}`)).json()) as ProtectedAnswer
}

describe('what protected things are told to have been hit', () => {
  it('is told by kind, by week and by whose account, also by whoever denies it', async () => {
    const answer = await told()
    const said = answer.told.map(({ object, week, how, side }) => `${week} ${object} ${how} ${side}`)
    expect(said).toContain('2016-09-26 health_facility told us')
    expect(said).toContain('2016-09-26 water_station told us')
    expect(said).toContain('2016-09-19 aid_convoy told un')
    expect(said).toContain('2016-09-19 aid_convoy denied russia')
  })

  it('says no place by any name of its own, and nothing of what came later', async () => {
    const answer = await told('?at=2016-09-20T23:00%2B03:00')
    expect(answer.told.length).toBeGreaterThan(0)
    expect(answer.told.every(({ week }) => week! <= '2016-09-19')).toBe(true)
    for (const one of answer.told) expect(Object.keys(one)).not.toContain('places')
  })
})
