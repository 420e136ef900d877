import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { scoreSeeds } from '../bench/scoring.ts'

const FOLDER = fileURLToPath(new URL('../../../../shared/seeds', import.meta.url))

describe.skipIf(!existsSync(FOLDER))(
  'the three reports with gold claims (skipped where they are not at hand: ../shared/seeds)',
  () => {
    it('quotes exactly and keeps what was measured', () => {
      const { inexact, precision, recall, fields } = scoreSeeds(FOLDER)
      const share = (name: string) => fields[name]!.right / fields[name]!.of
      expect(inexact).toBe(0)
      expect(precision).toBeGreaterThan(0.9)
      expect(recall).toBeGreaterThan(0.85)
      for (const [name, floor] of [
        ['speaker', 0.82],
        ['speaker_side', 0.9],
        ['via', 0.92],
        ['kind', 0.88],
        ['modality', 0.86],
        ['negated', 0.94],
        ['date', 0.9],
        ['places', 0.72],
        ['actor_blamed', 0.75],
        ['figures', 0.92],
      ] as const) {
        expect(share(name), name).toBeGreaterThan(floor)
      }
    })
  },
)
