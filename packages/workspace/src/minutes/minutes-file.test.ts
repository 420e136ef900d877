import { describe, expect, it } from 'vitest'
import { readDispatch } from '../dispatch.ts'
import { minutesIn } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const BODY = `No aid has reached eastern Aleppo, OCHA said on Friday. Both Sides agreed to extend the truce by 48 hours, they said.

The Syrian army said on Friday that it had complied with the truce.
`
const DISPATCH = readDispatch(
  bytes(`---
published: 2016-09-16T18:00+03:00
acts:
  - power: extend-truce
    stage: exercised
    by: [russia, united-states]
    at: 2016-09-14T17:00+03:00
    length: 48 hours
    quote: extend the truce by 48 hours
---
${BODY}`),
  { doc: '07-agency.txt', zone: 'Asia/Damascus' },
)
const CLAIM = DISPATCH.entries.flatMap(({ type, body }) => (type === 'claim' ? [body] : []))[0]!

const read = (source: string, named = new Map<string, string>()) =>
  minutesIn({ file: 'centre/a.yaml', source }, [DISPATCH], named)

const OPENING = `- does: open-case
  at: 2016-09-16T19:00+03:00
  case: aid
  of: united-states
  clause: first-convoy
  accused: government
  claims:
    - { doc: '07', words: No aid has reached }
  summary: no aid arrived
`
const UNDERTAKING = `- does: undertaking
  as: press
  at: 2016-09-16T19:00+03:00
  of: russia
  to_do: press the government
  doc: '07'
  quote: complied with the truce
`

describe('minutes that lie in a folder', () => {
  it('are entries of the record, received when they were made unless they say when', () => {
    const { entries, diagnostics } = read(
      `${OPENING}  received: 2016-09-16T20:00+03:00\n  recorded_by: a desk\n${UNDERTAKING}`,
    )
    expect(diagnostics).toEqual([])
    expect(entries).toMatchObject([
      { type: 'minute', received_at: '2016-09-16T20:00+03:00', recorded_by: 'a desk' },
      { type: 'minute', received_at: '2016-09-16T19:00+03:00', recorded_by: 'centre' },
    ])
  })

  it('rest on the claim that was read from the words they name', () => {
    expect(read(OPENING).entries[0]?.body).toMatchObject({ claims: [CLAIM.id] })
  })

  it('leave unsaid what is nothing, and say where quoted words stand', () => {
    const [entry] = read(UNDERTAKING).entries
    const start = BODY.indexOf('complied with')
    expect(entry?.body).toMatchObject({
      doc: '07-agency.txt',
      start,
      end: start + 23,
      for: null,
      due: null,
      clause: null,
    })
  })

  it('name an earlier minute by what its file calls it, in another file too', () => {
    const named = new Map<string, string>()
    const [undertaking] = read(UNDERTAKING, named).entries
    const pressed = `- does: pressed\n  at: 2016-09-16T20:00+03:00\n  undertaking: { minute: press }\n  of: russia\n  party: government\n  channel: phone\n`
    expect(read(pressed, named).entries[0]?.body).toMatchObject({ undertaking: undertaking?.body.id })
  })

  it.each([
    ['words that no claim was read from', OPENING.replace('No aid has', 'Nothing has'), 8, 'No aid has reached'],
    ['a report that is not there', OPENING.replace("'07'", "'08'"), 8, 'a file of `reports/`'],
    ['no kind of minute', OPENING.replace('open-case', 'open-door'), 1, ''],
    ['a field that means nothing', `${OPENING}  guilty: yes\n`, 10, ''],
    ['nothing said where something has to be', OPENING.replace('no aid arrived', '" "'), 9, ''],
    ['a receipt before the deed', `${OPENING}  received: 2016-09-16T18:00+03:00\n`, 10, 'a later one'],
    ['words that are not in the report', UNDERTAKING.replace('complied', 'agreed'), 7, 'exact words'],
    ['an earlier minute that is none', OPENING.replace('summary: no aid arrived', 'summary: { minute: x }'), 9, 'as:'],
    ['no list', 'does: open-case\n', 1, '- does:'],
    ['no YAML', '- does: [\n', 2, '- does:'],
  ])('say the line and what fits where they have %s', (_, source, line, fits) => {
    const { entries, diagnostics } = read(source)
    expect(entries).toEqual([])
    expect(diagnostics[0]?.spans[0]).toMatchObject({ file: 'centre/a.yaml', range: { start: { line } } })
    expect(diagnostics[0]?.help).toContain(fits)
  })

  it('are left out one by one', () => {
    const { entries, diagnostics } = read(OPENING + OPENING.replace('aid\n', 'Aid !\n') + UNDERTAKING)
    expect(entries).toHaveLength(2)
    expect(diagnostics).toHaveLength(1)
  })

  it('are not called the same twice', () => {
    const { entries, diagnostics } = read(UNDERTAKING + UNDERTAKING.replace('19:00', '20:00'))
    expect(entries).toHaveLength(1)
    expect(diagnostics[0]?.code).toBe('minute-named-twice')
  })
})
