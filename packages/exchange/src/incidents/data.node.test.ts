// The published data sets, where they are at hand.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { incidentsOfInsecurityInsight, INCIDENTS, outbound, readCsv, writeCsv } from '../index.ts'

const FILE = '../shared/data/insecurity_insight_attacks_on_healthcare_syria_2016.csv'
const SAID = { source: 'Insecurity Insight', doc: 'attacks.csv', recorded_at: '2026-11-22T10:00:00Z' }

describe.skipIf(!existsSync(FILE))(`${FILE} (skipped where it is not there)`, () => {
  const read = existsSync(FILE) ? incidentsOfInsecurityInsight(readFileSync(FILE, 'utf8'), SAID) : null

  it('has 285 attacks, 36 of them in September 2016, and none is left out', () => {
    if (!read?.ok) throw new Error('refused')
    expect([read.rows.length, read.skipped.length]).toEqual([285, 0])
    expect(read.rows.filter(({ occurred_from: day }) => String(day).startsWith('2016-09'))).toHaveLength(36)
  })

  it('comes back the same from CSV, and leaves the desk without a single position', () => {
    if (!read?.ok) throw new Error('refused')
    const written = writeCsv(INCIDENTS, read.rows, { hxl: true })
    if (!written.ok) throw new Error('unwritable')
    expect(readCsv(INCIDENTS, written.content)).toMatchObject({ ok: true, rows: read.rows })
    const out = outbound(INCIDENTS, read.rows, 'public')
    expect(out.ok ? out.rows.filter(({ lat, lon }) => lat !== null || lon !== null) : null).toEqual([])
  })
})
