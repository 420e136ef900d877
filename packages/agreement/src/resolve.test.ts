import { describe, expect, it } from 'vitest'
import { HEAD, PLACES, saidOf, withClauses } from './fixture.ts'
import { articleOf, parseAgreement, resolveAgreement, type Agreement } from './index.ts'

function agreementOf(clauses: string): Agreement {
  const { agreement, diagnostics } = resolveAgreement(parseAgreement(withClauses(clauses), 'a.md').text, PLACES)
  if (!agreement) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return agreement
}
const DAWN = 'anchor dawn\n  at 2024-05-01T05:00Z\n\n'
const QUIET = `${DAWN}ban quiet "No shooting"\n  on hill and lake, each\n  act attack, air_strike\n  during from dawn\n\n`

describe('a file that is not read at all', () => {
  it.each(['', '# A\n\u0000', 'x'.repeat(1_000_001)])('is not also said to declare nothing: %.10j', (source) => {
    expect(resolveAgreement(parseAgreement(source, 'a.md').text, new Map()).diagnostics).toEqual([])
  })

  it('is another than one that is read and declares nothing', () => {
    const { diagnostics } = resolveAgreement(parseAgreement('# A\n', 'a.md').text, new Map())
    expect(diagnostics.map(({ code }) => code)).toEqual(['agreement-missing'])
  })
})

describe('what a text says of sizes', () => {
  it('keeps how many go where, and how long a zone is said to be', () => {
    const { ruled, zones } = agreementOf(
      `line path\n  geometry places.geojson#road\n\nzone strip\n  along path\n  depth 500 m\n  length about 80 km\n\nduty leave-town\n  on hill\n  act evacuation\n  number 700 fighters\n  number about 8000 residents\n  toward strip`,
    )
    expect(ruled.find(({ id }) => id === 'leave-town')).toMatchObject({
      numbers: [
        { count: 700, about: false, of: 'fighters' },
        { count: 8000, about: true, of: 'residents' },
      ],
      toward: ['strip'],
    })
    expect(zones.find(({ id }) => id === 'strip')?.length).toEqual({ metres: 80_000, about: true })
  })
})

describe('a clause that binds several', () => {
  it('is one clause for each where each is bound apart', () => {
    const bans = agreementOf(QUIET).ruled.filter(({ kind }) => kind === 'ban')
    expect(bans).toMatchObject([
      { id: 'quiet.hill', base: 'quiet', debtors: ['hill'], title: 'No shooting', acts: ['attack', 'air_strike'] },
      { id: 'quiet.lake', base: 'quiet', debtors: ['lake'] },
    ])
  })

  it.each(['jointly', 'any'])('is one clause for all where they are bound %s', (how) => {
    const on = how === 'any' ? 'hill or lake' : 'hill and lake jointly'
    const duties = agreementOf(`duty carts\n  on ${on}\n  act deliver-aid`).ruled
    expect(duties).toMatchObject([{ id: 'carts', base: 'carts', debtors: ['hill', 'lake'] }])
  })

  it('can be named by the part that binds one of them', () => {
    const gate = (part: string) => `${QUIET}gate g\n  opens lake\n  when met(${part})`
    expect(saidOf(withClauses(gate('quiet.hill')))).toEqual([])
    expect(saidOf(withClauses(gate('quiet.isle'))).map(({ code }) => code)).toEqual(['undefined-clause'])
  })
})

describe('what a clause does not say', () => {
  it('is unknown on silence, attested by anyone, and decided by the account of the agreement', () => {
    expect(agreementOf(QUIET).ruled[0]).toMatchObject({ silence: 'unknown', attest: [], decidedBy: 'all-reported' })
  })

  it('makes a gate one that may open again, and a body a monitor', () => {
    const { ruled, actors } = agreementOf(
      `${QUIET}body watch\n  name The watch\n\ngate g\n  opens watch\n  when met(quiet)`,
    )
    expect(ruled.at(-1)).toMatchObject({ kind: 'gate', reopens: 'again', certify: null })
    expect(actors.at(-1)).toMatchObject({ id: 'watch', role: 'monitor', side: null })
  })
})

describe('the accounts', () => {
  it('are the word of each party, the monitors, two sources and all that is reported, unless the text says otherwise', () => {
    expect(agreementOf(DAWN).accounts.map(({ id, trusts, sources }) => [id, trusts, sources])).toEqual([
      ['hill', ['hill'], 1],
      ['lake', ['lake'], 1],
      ['monitors', [], 1],
      ['corroborated', null, 2],
      ['all-reported', null, 1],
    ])
  })

  it('are those of the text where they share a name, and others come after', () => {
    const own =
      'account corroborated\n  name Three sources\n  trusts everyone\n  sources 3\n\naccount both\n  name Both\n  trusts hill, lake'
    expect(agreementOf(own).accounts.map(({ id, trusts, sources }) => [id, trusts, sources])).toEqual([
      ['hill', ['hill'], 1],
      ['lake', ['lake'], 1],
      ['monitors', [], 1],
      ['corroborated', null, 3],
      ['all-reported', null, 1],
      ['both', ['hill', 'lake'], 1],
    ])
  })

  it('change places with the parties and nothing else, when the parties do', () => {
    const swapped = (text: string) => text.replace(/\b(hill|lake)\b/g, (name) => (name === 'hill' ? 'lake' : 'hill'))
    const there = agreementOf(QUIET).ruled.map(({ id }) => id)
    const source = swapped(withClauses(QUIET))
    const back = resolveAgreement(parseAgreement(source, 'a.md').text, PLACES).agreement!.ruled.map(({ id }) => id)
    expect(back.map(swapped)).toEqual(there)
  })
})

describe('the ground of a zone', () => {
  it('is the area of a file, with its names and its tolerance unless the text gives another', () => {
    const { zones } = agreementOf('zone vale\n  geometry places.geojson#valley\n  known-as The Dale\n  tolerance 200 m')
    expect(zones).toMatchObject([
      {
        id: 'vale',
        name: 'The valley',
        tolerance_m: 200,
        ground: { kind: 'area' },
        names: ['vale', 'The valley', 'The Dale'],
      },
    ])
    expect(agreementOf('zone vale\n  geometry places.geojson#valley').zones[0]!.tolerance_m).toBe(50)
  })

  it('is a strip along a line, on both sides unless one is named', () => {
    const strip = 'line road\n  geometry places.geojson#road\n\nzone verge\n  along road\n  depth 500 m'
    expect(agreementOf(strip).zones).toMatchObject([{ ground: { kind: 'strip', side: 'either', depth_m: 500 } }])
    expect(agreementOf(`${strip}\n  side north`).zones).toMatchObject([{ ground: { side: 'north' } }])
  })

  it('is not looked for in a file that is not there', () => {
    const source = withClauses('zone vale\n  geometry places.geojson#valley')
    expect(saidOf(source, new Map()).map(({ code }) => code)).toEqual(['geometry-file-missing'])
  })
})

describe('an open term', () => {
  it('carries the readings that others hold of it', () => {
    const { openTerms } = agreementOf(
      'open-term soon\n  words as soon as they can\n\nreading now\n  of soon\n  by hill\n  says at once',
    )
    expect(openTerms).toMatchObject([{ id: 'soon', interprets: [], readings: [{ by: ['hill'], says: 'at once' }] }])
  })
})

describe('an agreement', () => {
  it('carries the digest of its text and the place of each clause and its sentence', () => {
    const source = `${HEAD}\n## 1. Quiet\n\nNobody shoots.\n\n\`\`\`truce\n${QUIET}\`\`\`\n`
    const { agreement } = resolveAgreement(parseAgreement(source, 'a.md').text, PLACES)
    const { sentence, start, end, heading, clauseStart, clauseEnd } = agreement!.ruled[0]!.source
    expect(agreement!.hash).toMatch(/^[0-9a-f]{64}$/)
    expect([sentence, source.slice(start, end), heading]).toEqual(['Nobody shoots.', 'Nobody shoots.', ['1. Quiet']])
    expect(source.slice(clauseStart, clauseEnd)).toBe('ban quiet "No shooting"')
  })

  it('is none where there is an error, and still one where there are warnings', () => {
    const resolved = (source: string) => resolveAgreement(parseAgreement(source, 'a.md').text, PLACES).agreement
    expect(resolved(withClauses(`${QUIET}power pause\n  held-by hill\n  effect suspend quit`))).toBeNull()
    expect(resolved(withClauses(`${QUIET}power pause\n  held-by hill\n  effect suspend 7 quiet`))).not.toBeNull()
    expect(resolved('# Nothing')).toBeNull()
  })
})

describe('the number of an article', () => {
  it.each([
    ['2.4 First convoy', '2.4'],
    ['2. First convoy', '2'],
    ['First convoy', null],
    ['12.1.3', '12.1.3'],
  ])('of "%s" is %s', (title, number) => {
    expect(articleOf({ heading: ['Part 9', title] })).toBe(number)
  })

  it('is none above the first heading', () => {
    expect(articleOf({ heading: [] })).toBeNull()
  })
})
