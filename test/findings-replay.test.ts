// Every run that a finding tells of, entered into a record and asked about, comes to the state it claims.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAgreement, resolveAgreement, type Agreement } from '@trucekeeper/agreement'
import { statusOf } from '@trucekeeper/engine'
import { parsePlaces } from '@trucekeeper/geo'
import { foldRecord } from '@trucekeeper/ledger'
import { lintAgreement, storyRecord, type Story } from '@trucekeeper/lint'
import { parseInstant } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import { plantedFaults } from './support/planted-faults/index.ts'

const EXAMPLES = new URL('../examples', import.meta.url).pathname
/** Faults of waiting, of which runs tell. */
const WAITING = new Set(['mutual-wait', 'gate-never-opens', 'deadline-before-start', 'term-ends-first'])

function toldOf(source: string, places: string): { agreement: Agreement; stories: { code: string; story: Story }[] } {
  const { text } = parseAgreement(source, 'agreement.md')
  const { agreement } = resolveAgreement(text, new Map([['places.geojson', parsePlaces(places).places]]))
  const { diagnostics } = lintAgreement({ source, text, agreement }, { runs: true })
  const stories = diagnostics.flatMap(({ code, story }) => (story ? [{ code, story }] : []))
  return { agreement: agreement!, stories }
}

/** The clauses that stand otherwise than the story says. */
function differing(agreement: Agreement, story: Story): string[] {
  const entries = storyRecord(story).entries.map((entry, index) => ({ index, entry }))
  const { at, account, clauses } = story.ends
  const status = statusOf(agreement, foldRecord(entries), { at: parseInstant(at)!, knownAt: null, accounts: [account] })
  return clauses.flatMap(({ id, standing, timing, verdict }) => {
    const found = status.clauses.find((clause) => clause.id === id)
    const is = found && [found.standing, found.timing, found.verdicts[account]?.verdict ?? null].join(' ')
    const claimed = [standing, timing, verdict].join(' ')
    return is === claimed ? [] : [`${id} is ${is}, and the story says ${claimed}`]
  })
}

describe.each(readdirSync(EXAMPLES))('runs told of %s', (name) => {
  const read = (file: string) => readFileSync(join(EXAMPLES, name, file), 'utf8')
  const source = read('agreement.md')
  const faults = plantedFaults(source).filter(({ rule }) => WAITING.has(rule))

  it.each([{ what: 'as it stands', source }, ...faults])('come to the state they claim: $what', ({ source: text }) => {
    const { agreement, stories } = toldOf(text, read('places.geojson'))
    for (const { code, story } of stories) expect(differing(agreement, story), code).toEqual([])
  })

  it('are told of some fault', () => {
    const told = faults.flatMap(({ source: text }) => toldOf(text, read('places.geojson')).stories)
    expect(told.length).toBeGreaterThan(0)
  })
})
