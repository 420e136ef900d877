import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { scoreSeeds } from '../bench/scoring.ts'

const FOLDER = fileURLToPath(new URL('../../../../shared/seeds', import.meta.url))
const WHY = existsSync(FOLDER) ? '' : ' (skipped: ../shared/seeds is not at hand)'

/** A little under what was measured. */
const FLOORS = {
  speaker: 0.82,
  speaker_side: 0.9,
  via: 0.92,
  kind: 0.88,
  modality: 0.86,
  negated: 0.94,
  date: 0.9,
  places: 0.72,
  actor_blamed: 0.75,
  figures: 0.92,
}

describe.skipIf(WHY !== '')(`the three reports with gold claims${WHY}`, () => {
  it('are quoted exactly', () => expect(scoreSeeds(FOLDER).inexact).toBe(0))

  it('name nobody where the gold names nobody', () => expect(scoreSeeds(FOLDER).named_wrongly).toEqual([]))

  it('give as much as was measured', () => {
    const { precision, recall, fields } = scoreSeeds(FOLDER)
    expect(precision).toBeGreaterThan(0.9)
    expect(recall).toBeGreaterThan(0.85)
    const below = Object.entries(FLOORS).filter(([name, floor]) => fields[name]!.right / fields[name]!.of <= floor)
    expect(below).toEqual([])
  })
})
