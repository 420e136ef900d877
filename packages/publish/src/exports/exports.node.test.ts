// Files for other programs, read by other programs: a schema validator, a calendar, a feed reader.
import type { Agreement, Term, Zone } from '@trucekeeper/agreement'
import type { Claim } from '@trucekeeper/claims'
import type { Status } from '@trucekeeper/engine'
import type { Place } from '@trucekeeper/geo'
import { parseFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { validateXML } from 'xmllint-wasm'
import { describe, expect, it } from 'vitest'
import { CAP_SCHEMA } from '../testing/cap.ts'
import { agreement, claim, evening, instant, saying, table } from '../testing/evening.ts'
import { PACT } from '../testing/pact.ts'
import { LANGUAGES, WORDS } from '../words/index.ts'
import { alertsOf, atomOf, calendarOf, confidenceOf, csvOf, geoJsonOf, provOf, reportUrn, stixOf } from './index.ts'

const at = (day: number, hour = 18) => `2016-09-${day}T${hour}:00:00+03:00`

const lasting = (hours: number, ruledBy = 'extend') => {
  const term = PACT.ruled.find(({ id }) => id === 'truce') as Term
  const { id } = term
  return { ...agreement, ruled: [{ ...term, id, lasts: { count: hours, unit: 'hour' as const }, extends: ruledBy }] }
}

/** A pause of 48 hours that begins on the 12th, is extended on the 14th, and ends. */
function paused(cutOff: string, standing: 'in_force' | 'ended', ends: string, idle: string | null = null) {
  const step = (when: string, what: string, stage: string, act: string | null) => {
    return { at: when, what, by: ['east'], stage, act }
  }
  const steps = [
    step(at(12, 19), 'begins', 'exercised', null),
    step(at(14, 17), 'extend, 48 hours', 'exercised', 'a1'),
    step(at(16, 15), 'extend, 72 hours', 'proposed', 'a2'),
    step(at(18, 15), 'leave', 'exercised', 'a3'),
  ]
  const term = { id: 'truce', title: null, heading: '1', standing, starts: at(12, 19), ends, reason: '' }
  const known = steps.filter((one) => instant(one.at) <= instant(cutOff))
  const notice = { at: at(14, 17), stage: 'exercised', by: ['east'], act: 'a1', quote: '', doc: '', start: 0, end: 0 }
  const power = { id: 'extend', title: null, heading: '', effect: '', holders: [], stage: null, reason: '' }
  const powers = [{ ...power, notices: [{ ...notice, without_effect: idle }] }] as unknown as Status['powers']
  return evening({ agreement: lasting(48), status: table(cutOff, [], { terms: [{ ...term, steps: known }], powers }) })
}

const field = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]

describe('CAP', () => {
  const types = (...args: Parameters<typeof paused>) => alertsOf(paused(...args), 'en').map(({ type }) => type)

  it('is a chain: an alert when a pause begins, an update when it is extended, a cancel when it ends', () => {
    const chain = alertsOf(paused(at(20), 'ended', at(16, 19)), 'en').map(({ xml }) => xml)
    expect(chain.map((xml) => field(xml, 'msgType'))).toEqual(['Alert', 'Update', 'Cancel'])
    const [first, second, third] = chain.map(
      (xml) => `${field(xml, 'sender')},${field(xml, 'identifier')},${field(xml, 'sent')}`,
    )
    expect(field(chain[0]!, 'references')).toBeUndefined()
    expect(field(chain[1]!, 'references')).toBe(first)
    expect(field(chain[2]!, 'references')).toBe(`${first} ${second}`)
    expect(third).toContain(at(16, 19))
    expect(chain.map((xml) => field(xml, 'expires'))).toEqual([at(14, 19), at(16, 19), undefined])
  })

  it('cancels at once what somebody ends before its time', () => {
    const chain = alertsOf(paused(at(20), 'ended', at(18, 15)), 'en')
    expect(field(chain.at(-1)!.xml, 'description')).toContain('leave')
    expect(field(chain.at(-1)!.xml, 'sent')).toBe(at(18, 15))
  })

  it('keeps the alerts it had as a pause goes on, and takes a proposal or what had no effect for no extension', () => {
    const [before, after] = [paused(at(13), 'in_force', at(14, 19)), paused(at(16), 'in_force', at(16, 19))]
    const names = [before, after].map((report) => alertsOf(report, 'en').map(({ identifier }) => identifier))
    expect(names).toEqual([
      ['pact.truce.20160912T160000Z'],
      ['pact.truce.20160912T160000Z', 'pact.truce.20160914T140000Z'],
    ])
    expect(field(alertsOf(after, 'en')[1]!.xml, 'expires')).toBe(at(16, 19))
    expect(types(at(16), 'in_force', at(14, 19), 'extend: too late')).toEqual(['Alert'])
  })

  it('is valid by the rules of CAP 1.2, in every language, and what breaks them is found', async () => {
    const schema = [{ fileName: 'cap.xsd', contents: CAP_SCHEMA }]
    const check = (contents: string) => validateXML({ xml: [{ fileName: 'alert.xml', contents }], schema })
    for (const language of LANGUAGES)
      for (const { xml } of alertsOf(paused(at(20), 'ended', at(16, 19)), language))
        expect(await check(xml)).toMatchObject({ valid: true })
    const { xml } = alertsOf(paused(at(13), 'in_force', at(14, 19)), 'en')[0]!
    const [, note] = /(<note>.*<\/note>)/.exec(xml)!
    for (const wrong of [
      xml.replace('>Alert<', '>Alarm<'),
      xml.replace('+03:00', 'Z'),
      xml.replace(/<headline>[^<]*/, '<headline>'),
      xml.replace(note!, '').replace('<status>', `${note}<status>`),
    ])
      expect((await check(wrong)).valid).toBe(false)
  })
})

describe('a calendar', () => {
  const deadlines = [{ at: at(16, 19), clause: 'truce', what: 'ends unless extended' }]

  it('is read by a calendar, in Arabic too', () => {
    const read = (language: 'en' | 'ar') => {
      const text = calendarOf(evening({ status: table(at(16), [], { deadlines }) }), language)
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      return new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!)
    }
    expect(read('en').startDate.toJSDate().toISOString()).toBe('2016-09-16T16:00:00.000Z')
    expect(read('ar').summary).toBe(`truce: ${WORDS.ar.deadline['ends unless extended']}`)
  })

  it('holds no control character, nor a line that ends within a name', () => {
    const text = calendarOf(
      evening({ status: table(at(16), [], { deadlines: [{ ...deadlines[0]!, clause: 'a\rb\u0007c\u007fd;e' }] }) }),
      'en',
    )
    expect(text).toContain('SUMMARY:a\\nb c d\\;e: ')
  })

  it('names a deadline alike when it is put off', () => {
    const uid = (when: string) =>
      /UID:(.*)\r/.exec(
        calendarOf(evening({ status: table(at(16), [], { deadlines: [{ ...deadlines[0]!, at: when }] }) }), 'en'),
      )![1]
    expect(uid(at(16, 19))).toBe(uid(at(18, 19)))
  })
})

describe('a feed', () => {
  it('is read by a feed reader, the latest report first', () => {
    const reports = [evening({ number: 1, status: table(at(13), []) }), evening({ number: 2 })]
    const { format, feed } = parseFeed(atomOf(reports, 'en'))
    expect(format).toBe('atom')
    expect(feed).toMatchObject({
      entries: [
        { title: { value: 'Daily report 2, 2016-09-14 18:00 +03:00' }, id: reportUrn(reports[1]!) },
        { title: { value: 'Daily report 1, 2016-09-13 18:00 +03:00' } },
      ],
    })
  })
})

describe('a day without anything', () => {
  it('still has a calendar with an event in it: when the next report is cut off', () => {
    const events = new ICAL.Component(ICAL.parse(calendarOf(evening(), 'en'))).getAllSubcomponents('vevent')
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual(['2016-09-15T15:00:00Z'])
  })

  it('has no alerts, features of no happening, and a bundle with a report in it', () => {
    expect(alertsOf(evening(), 'en')).toEqual([])
    expect(JSON.parse(geoJsonOf(evening())).features).toEqual([])
    const types = JSON.parse(stixOf(evening())).objects.map(({ type }: { type: string }) => type)
    expect(types).toEqual(['identity', 'report'])
  })
})

describe('STIX', () => {
  const graded = (reliability: 'B' | 'F', credibility: 2 | 6, more: Partial<Claim> = {}) => {
    const incident = {
      id: 'i1',
      kind: 'shelling',
      from: at(14, 12),
      to: at(14, 13),
      places: [],
      claims: ['c1'],
      scope: [],
    }
    const said = saying(claim('c1', { reliability, credibility, ...more }))
    return JSON.parse(stixOf(evening({ status: table(at(14), [], { incidents: [incident] }), ...said }))).objects
  }

  it('has identifiers, times and references as the standard asks, and none that leads nowhere', () => {
    const objects = graded('B', 2)
    const ids = new Set(objects.map(({ id }: { id: string }) => id))
    for (const object of objects) {
      const { id, type, spec_version, created, object_refs = [], created_by_ref = null, extensions = {} } = object
      for (const used of Object.keys(extensions)) expect(ids).toContain(used)
      for (const values of Object.values<object>(extensions))
        for (const name of Object.keys(values)) expect(name).toMatch(/^[a-z][a-z0-9_]{2,249}$/)
      for (const value of Object.values(object)) expect(value).not.toEqual([])
      expect(id).toMatch(new RegExp(`^${type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`))
      expect(spec_version).toBe('2.1')
      expect(created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      for (const ref of object_refs) expect(ids).toContain(ref)
      if (created_by_ref !== null) expect(ids).toContain(created_by_ref)
    }
  })

  it('has a confidence for what is graded and none for what cannot be judged', () => {
    const note = (objects: { type: string }[]) => objects.find(({ type }) => type === 'note')
    expect(note(graded('B', 2))).toHaveProperty('confidence', 70)
    expect(note(graded('F', 2))).not.toHaveProperty('confidence')
    expect(note(graded('B', 6))).not.toHaveProperty('confidence')
    expect(confidenceOf(null, 1)).toBeNull()
  })

  it('has an opinion of whoever denies it or could not tell, and a note of whoever says it', () => {
    const said = (more: Partial<Claim>) =>
      graded('B', 2, more).flatMap(({ type, opinion }: { type: string; opinion?: string }) =>
        type === 'note' || type === 'opinion' ? [opinion ?? type] : [],
      )
    expect(said({})).toEqual(['note'])
    expect(said({ stance: 'denies' })).toEqual(['disagree'])
    expect(said({ stance: 'cannot_confirm' })).toEqual(['neutral'])
  })

  it('quotes who says it, and withholds the words where something protected was hit', () => {
    const content = (more: Partial<Claim>) =>
      graded('B', 2, more).find(({ type }: { type: string }) => type === 'note').content
    expect(content({})).toBe(claim('c1').quote)
    expect(content({ target: 'hospital' })).not.toContain(claim('c1').quote)
  })

  it('gives an object that two reports carry one time of making', () => {
    const made = (known: string) =>
      JSON.parse(stixOf({ ...report, known_at: known })).objects.map(({ id, created }: Record<string, string>) => [
        id,
        created,
      ])
    const incident = {
      id: 'i1',
      kind: 'shelling',
      from: at(14, 12),
      to: at(14, 13),
      places: [],
      claims: ['c1'],
      scope: [],
    }
    const report = evening({ status: table(at(14), [], { incidents: [incident] }), ...saying(claim('c1')) })
    const carried = (known: string) => made(known).filter(([id]: [string]) => !id.startsWith('report--'))
    expect(carried(at(15))).toEqual(carried(at(16)))
  })

  it('makes nothing later than it changes it, though a report bears a day that lies ahead', () => {
    for (const { created, modified } of graded('B', 2, { published: '2031-01-01' }))
      expect(created <= modified).toBe(true)
  })

  it('declares the extensions that it uses, each with what the standard asks, and none where nothing happened', () => {
    const defined = (objects: { type: string }[]) => objects.filter(({ type }) => type === 'extension-definition')
    for (const one of defined(graded('B', 2)))
      expect(one).toMatchObject({ version: '1.0.0', extension_types: ['property-extension'], name: expect.any(String) })
    expect(defined(graded('B', 2))).toHaveLength(2)
    expect(defined(JSON.parse(stixOf(evening())).objects)).toEqual([])
  })
})

describe('tables', () => {
  const gate = {
    id: '=gate',
    title: null,
    heading: '',
    opens: '',
    decided_by: 'all',
    accounts: {},
    state: 'closed' as const,
  }
  const rest = { done: 3, needed: 7, missing: [], earliest: null, days: [], resets: [] }
  const report = evening({ status: table(at(14), [], { gates: [{ ...gate, ...rest }] }) })

  it('have a row of hashtags for HXL, one to a column', () => {
    const [head, tags] = csvOf(report, { hxl: true })
      .split('\r\n')
      .map((line) => line.split(','))
    expect(tags).toHaveLength(head!.length)
    for (const tag of tags!) expect(tag).toMatch(/^#[a-z]\w*(\+[a-z]\w*)*$/)
    expect(csvOf(report)).not.toContain('#')
  })

  it('hold nothing that a spreadsheet takes for a formula', () => {
    expect(csvOf(report)).toContain(",'=gate,")
  })
})

describe('GeoJSON', () => {
  const ring: [number, number][] = [
    [37.1, 36.1],
    [37.2, 36.1],
    [37.2, 36.3],
    [37.1, 36.1],
  ]
  const place: Place = {
    id: 'town',
    name: 'Town',
    also: [],
    tolerance_m: 1,
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
  const zone: Zone = {
    id: 'town',
    name: 'Town',
    names: [],
    ground: { kind: 'area', place },
    tolerance_m: 1,
    within: [],
  }
  const town = { ...agreement, zones: [zone] }
  const drawn = (target: string | null, zoned: Agreement = town) => {
    const incident = {
      id: 'i1',
      kind: 'shelling',
      from: at(14, 12),
      to: at(14, 13),
      places: ['Town'],
      claims: ['c1'],
      scope: [],
    }
    const status = table(at(14), [], { incidents: [incident] })
    return JSON.parse(geoJsonOf(evening({ agreement: zoned, status, ...saying(claim('c1', { target })) })))
  }

  it('tells of a cell of some forty kilometres, closed and never closer', () => {
    const [feature] = drawn(null).features
    expect(feature.properties).toMatchObject({ told_of: 1 })
    const [cell] = feature.geometry.coordinates
    expect(cell).toHaveLength(5)
    expect(cell[0]).toEqual(cell[4])
    expect(cell[1][0] - cell[0][0]).toBeGreaterThan(0.3)
  })

  it('tells of a place that is no area of the agreement by the same cell, where the agreement knows it', () => {
    const point = { ...place, geometry: { type: 'Point' as const, coordinates: [37.15, 36.2] as [number, number] } }
    expect(drawn(null, { ...agreement, places: [point] }).features).toEqual(drawn(null).features)
  })

  it('has no place for what hit something protected, nor for what happened where no cell can tell of', () => {
    expect(drawn('a hospital')).toMatchObject({ features: [], without_place: 1 })
    const wide = ring.map(([longitude, latitude]) => [longitude * 2, latitude] as [number, number])
    const land: Place = {
      ...place,
      geometry: { type: 'Polygon', coordinates: [wide.map(([x, y]) => [(x - 74.2) * 5 + 37, y])] },
    }
    expect(drawn(null, { ...agreement, places: [land] })).toMatchObject({ features: [], without_place: 1 })
    expect(drawn(null, agreement)).toMatchObject({ features: [], without_place: 1 })
  })
})

describe('provenance', () => {
  it('derives every receipt from entries, or from the record where nobody spoke', () => {
    const report = evening()
    const graph: { '@id': string; derivedFrom?: string[] }[] = JSON.parse(provOf(report))['@graph']
    const receipt = graph.find(
      (one) => one['@id'] === `${reportUrn(report)}#${report.clauses[0]!.verdicts.all!.receipt}`,
    )
    expect(receipt?.derivedFrom).toEqual(['urn:trucekeeper:entry:c1', 'urn:trucekeeper:entry:c2'])
    for (const one of graph) expect(Object.values(one)).not.toContain('')
  })
})
