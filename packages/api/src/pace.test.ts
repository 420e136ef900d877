import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'
import { Buckets, PACE } from './pace.ts'

describe('a bucket', () => {
  it('never gives more than its burst and what came in since', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 50 }), (pauses, burst, per_s) => {
        const buckets = new Buckets()
        let now = 0
        let given = 0
        for (const pause of pauses) {
          now += pause
          if (buckets.take('a', { burst, per_s }, now) === null) given += 1
          expect(given).toBeLessThanOrEqual(burst + (now / 1000) * per_s + 1e-6)
        }
      }),
    )
  })

  it('says how long to wait, after which there is one', () => {
    const buckets = new Buckets()
    const slow = { burst: 1, per_s: 0.2 }
    expect([buckets.take('a', slow, 0), buckets.take('a', slow, 0)]).toEqual([null, 5])
    expect(buckets.take('a', slow, 5_000)).toBeNull()
  })

  it('is of one client and one route', () => {
    const buckets = new Buckets()
    const one = { burst: 1, per_s: 1 }
    expect(['a', 'b', 'a'].map((key) => buckets.take(key, one, 0))).toEqual([null, null, 1])
  })
})

describe('a client that asks too often', () => {
  const named = (names: readonly string[]) => ({ ...fixtureDeps().deps, clientsOf: () => names, now: () => 0 })

  it('is refused with when to come back, on that route alone', async () => {
    const app = checkedApp(named(['10.0.0.1']))
    for (let n = 0; n < PACE.burst; n++) expect((await app.request('/api/record')).status).toBe(200)
    const refused = await app.request('/api/record')
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.headers.get('cache-control')).toBe('no-store')
    expect(await refused.json()).toMatchObject({ status: 429, code: '429.1', help: 'wait a second, then ask again' })
    expect((await app.request('/api/status')).status).toBe(200)
  })

  it('is refused for its organisation too, from whatever address it comes', async () => {
    let address = 0
    const app = checkedApp({ ...named([]), clientsOf: () => [`10.0.0.${address++}`, 'organisation un'] })
    const answers = await Promise.all(Array.from({ length: PACE.burst + 5 }, () => app.request('/api/record')))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
  })
})
