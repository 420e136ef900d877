import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { geohash } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import { time } from './fixture.ts'
import { askCell, type Asked, type Asker, type ProtectedObject } from './index.ts'

const LIST = fileURLToPath(new URL('../../../../../shared/hostile/lists/site-abuse.json', import.meta.url))
const there = existsSync(LIST)
const cases: string[] = there ? (JSON.parse(readFileSync(LIST, 'utf8')) as { cases: string[] }).cases : []

const NOW = time('16T12:00')
const ASKER: Asker = { organisation: 'an-organisation', desk: 'party', revoked: false }
const DIGITS = '0123456789bcdefghjkmnpqrstuvwxyz'

/** Ways of asking that say what a case tries; the others are not about questions at all. */
const ATTEMPTS: readonly (readonly [RegExp, unknown])[] = [
  [/radius|r\s*=|\bm\b/i, { cell: 'sy7xq', radius_m: 1 }],
  [/page|all sites|list|name/i, { name: 'hospital', page: 1 }],
  [/negative|no sites/i, { cell: 'sy7xq', without: true }],
  [/level|coarse|zoom/i, { cell: 'sy7' }],
  [/snapshot|diff/i, { cell: 'sy7xq', since: '2016-09-15T00:00+03:00' }],
]

describe.skipIf(!there)('the list of ways to abuse protected sites (skipped where the shared folder is absent)', () => {
  it.each(cases)('gets no site out of: %s', (words) => {
    const requests = ATTEMPTS.filter(([pattern]) => pattern.test(words)).map(([, request]) => request)
    // Whatever else it is, it is tried as a sweep over cells as well, by one organisation and again after revocation.
    const sweep = [...DIGITS].flatMap((digit) => Array.from({ length: 4 }, () => ({ cell: `sy7x${digit}` })))
    const transcript = (objects: readonly ProtectedObject[]) => {
      const ledger: Asked[] = []
      return [...requests, ...sweep].map((request, at) => {
        const revoked = at === requests.length + sweep.length - 1
        const reply = askCell({ ...ASKER, revoked }, request, NOW + at * 1000, objects, ledger)
        ledger.push(reply.entry)
        return reply
      })
    }
    const place = (lon: number, lat: number, id: string): ProtectedObject => {
      return { id, place: [lon, lat], knownSince: 0, verifiedBy: ['owner', 'guarantor'] }
    }
    const hidden = [place(36.91, 36.2, 'a'), place(36.95, 36.25, 'b'), place(37.0, 36.3, 'c')]
    const replies = transcript(hidden)
    // Fewer than five sites are told apart from none by no reply, refusal or ledger line.
    expect(replies).toEqual(transcript([]))
    expect(replies.every(({ entry }) => entry.organisation === ASKER.organisation)).toBe(true)
    expect(replies.slice(0, requests.length).every(({ ok }) => !ok)).toBe(true)
    expect(new Set(replies.flatMap((reply) => (reply.ok ? [reply.answer.cell] : []))).size).toBeLessThanOrEqual(8)
    expect(replies.at(-1)).toMatchObject({ ok: false, refusal: { code: 'no-access' } })
    for (const { place: at } of hidden) expect(JSON.stringify(replies)).not.toContain(geohash(at, 6))
  })
})
