// A year of asking, by a party with three accounts and by the public: no cell is known better than its level.
import { describe, expect, it } from 'vitest'
import { POLICY, simulateAdversary } from '../index.ts'

describe.each(['party', 'public'] as const)('a year of an adversary at the desk of a %s', (desk) => {
  it.each([1, 2])('knows no cell better than its public level (seed %i)', async (seed) => {
    const figures = await simulateAdversary(desk, { seed })
    expect(figures).toMatchObject({ entries: figures.questions, learned_beyond_cell: 0, false_none: 0 })
    expect(figures.finest).toBe(desk === 'party' ? 5 : 4)
    expect(figures.fewest_in_a_region).toBeGreaterThanOrEqual(POLICY.k)
    expect(figures.cells_paid).toBeLessThanOrEqual(POLICY.cells_per_year)
    expect(figures.answered).toBeGreaterThan(100)
    expect(figures.by_distance).toBeLessThan(50)
  })

  it('put together by four organisations knows more cells, and none of them better', async () => {
    const days = 120
    const [alone, pooled] = [
      await simulateAdversary(desk, { days }),
      await simulateAdversary(desk, { days, organisations: 4 }),
    ]
    expect(pooled).toMatchObject({ entries: pooled.questions, learned_beyond_cell: 0, false_none: 0 })
    expect(pooled.cells_seen).toBeGreaterThan(alone.cells_seen)
    expect(pooled.finest).toBe(alone.finest)
    expect(pooled.fewest_in_a_region).toBeGreaterThanOrEqual(POLICY.k)
    expect(pooled.cells_paid).toBeLessThanOrEqual(4 * POLICY.cells_per_year)
  })

  it('would be seen to learn more if regions could hold one', async () => {
    const figures = await simulateAdversary(desk, { policy: { ...POLICY, k: 1 } })
    expect(figures.fewest_in_a_region).toBeLessThan(POLICY.k)
  })
})
