// The tables of the example: every quote stands in its dispatch, nothing made up is quoted, and the questions are answered.
import { readdirSync, readFileSync } from 'node:fs'
import { csvReader } from '@trucekeeper/events'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  accessOverview,
  sentencesOf,
  takeTables,
  type AccessRecords,
  type Question,
  type Said,
  type Sheet,
} from './index.ts'

const EXAMPLE = new URL('../../../examples/aleppo-2016/', import.meta.url)
const QUESTION: Question = { at: Date.parse('2016-09-20T12:00+03:00'), knownAt: null, sources: null }

function sheet(file: string): Sheet {
  const rows: string[][] = []
  const reader = csvReader((row) => {
    rows.push(Array.from({ length: row.cells }, (_, index) => row.cell(index)))
    return null
  })
  expect(reader.push(readFileSync(new URL(`access/${file}`, EXAMPLE), 'utf8')) ?? reader.end()).toBeNull()
  return { file, head: rows[0]!, rows: rows.slice(1).map((cells, index) => ({ row: index + 2, cells })) }
}

let records: AccessRecords
beforeAll(() => {
  const files = readdirSync(new URL('access/', EXAMPLE)).filter(
    (name) => name.endsWith('.csv') && name !== 'incidents.csv',
  )
  const taken = takeTables(files.map(sheet))
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems, null, 1))
  ;({ records } = taken)
})

const said = (about: string, question = QUESTION) =>
  sentencesOf(accessOverview(records, question), records, 'Asia/Damascus').filter(
    (sentence) => sentence.about === about,
  )

describe('the example', () => {
  it('quotes only exact words of its dispatches', () => {
    const rows: Said[] = Object.values(records).flat()
    const quoting = rows.filter(({ doc }) => doc !== null)
    expect(quoting.length).toBeGreaterThan(20)
    for (const { doc, quote, name } of quoting) {
      const path = doc === 'agreement.md' ? doc : `reports/${doc}`
      expect.soft(readFileSync(new URL(path, EXAMPLE), 'utf8').includes(quote!), name).toBe(true)
    }
  })

  it('says which vehicles waited where and how long, and that nobody says it ended', () => {
    const [border] = said('waiting')
    expect(border!.text).toMatch(
      /^truck-101, truck-102, truck-103 of convoy-1 waited at Turkish border from 13 Sep 2016/,
    )
    expect(border!.text).toContain('at least 55 hours and at most 180')
    expect(border!.text).toContain('nobody says that it ended')
  })

  it('says which step lost most days and whose refusal it was', () => {
    expect(said('most_days')[0]!.text).toContain('monthly plan reply, decided by ministry')
    expect(said('refusal').map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining('local council denied aug-6')]),
    )
  })

  it('says where a seal chain broke and that east and west were not served within the tolerance', () => {
    expect(said('seals').map(({ text }) => text)).toEqual([
      'the seal chain of truck-301 of convoy-3 is broken: seal S-301 was found broken at checkpoint B, last whole at checkpoint A',
    ])
    expect(said('parity')[0]!.text).toContain('were not served within 24 hours of each other')
  })

  it('says that fewer than half were approved, as the United Nations does', () => {
    expect(said('approved_share')[0]!.text).toMatch(/^3 of 7 requests for 2016-08 .* fewer than half.*which agrees$/)
  })

  it('knew on the 15th nothing of the attack, which was recorded on the 20th', () => {
    expect(said('attack')).toHaveLength(1)
    expect(said('attack', { ...QUESTION, knownAt: Date.parse('2016-09-15T23:00+03:00') })).toHaveLength(0)
  })
})
