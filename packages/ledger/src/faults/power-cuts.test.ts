// A share of the power cuts in every test run, and proof that the rig sees a store that breaks its word.
import { describe, expect, it } from 'vitest'
import { campaign } from './fleet.ts'
import { MUTANTS } from './mutants.ts'

/** About a minute on two cores, and half of it in a gate; `bench/power-cuts.ts` goes on to a million. */
const CUTS = process.env.CI ? 50_000 : 100_000
/** Every mutant has to be found within so many lives, and the store itself lives through more than these. */
const LIVES = 200
const threads = 2

describe('when the power fails', { timeout: 600_000 }, () => {
  it(`loses nothing that was acknowledged in ${CUTS} cuts, whatever else goes wrong`, async () => {
    const { found, cuts, seeds, compared, troubles } = await campaign({
      threads,
      isEnough: (so) => so.cuts >= CUTS && so.seeds >= LIVES,
    })
    expect(found).toEqual([])
    expect(cuts).toBeGreaterThanOrEqual(CUTS)
    expect(seeds).toBeGreaterThanOrEqual(LIVES)
    expect(compared).toBeGreaterThan(cuts)
    expect(troubles).toBeGreaterThan(seeds / 2)
  })

  it.each(MUTANTS)('finds a store that $name', async ({ edits }) => {
    const { found } = await campaign({
      threads,
      edits,
      isEnough: (so) => so.found.length > 0 || so.seeds >= LIVES,
    })
    expect(found[0]?.fault).toMatch(/./)
  })
})
