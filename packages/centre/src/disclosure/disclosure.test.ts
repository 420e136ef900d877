// What is shown to whom and from when, on a small pact.
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import {
  DISCLOSURE_LEVELS,
  nameClaim,
  nameMinute,
  type ClaimBody,
  type DisclosureLevel,
  type MinuteBody,
} from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMinute } from '../may-minute.ts'
import { at, mirrored, on, PACT, recordOf, TEXT } from '../testing/pact.ts'
import { disclosureOf, publicationsOf, sectionsOf, sectionsShownTo, shownTo, textShown } from './index.ts'

const BOTH = ['east', 'west']
type Disclosing = Extract<MinuteBody, { does: 'disclose' }>

function disclose(date: number, level: DisclosureLevel, more: Partial<Disclosing> = {}): Disclosing {
  return {
    does: 'disclose',
    at: on(date),
    of: BOTH,
    subject: { clause: 'calm' },
    level,
    embargo_until: null,
    told_of: true,
    reason: 'agreed',
    ...more,
  }
}
function publish(date: number, by: string, more: Partial<Extract<MinuteBody, { does: 'publish-version' }>> = {}) {
  return {
    does: 'publish-version',
    at: on(date),
    version: 'v1',
    hash: 'a'.repeat(64),
    lang: 'en',
    published_by: by,
    date: on(date).slice(0, 10),
    withholds: [],
    ...more,
  } as const satisfies MinuteBody
}
const commit = {
  does: 'commit-text',
  at: on(2),
  of: BOTH,
  version: 'v1',
  lang: 'en',
  root: 'b'.repeat(64),
  leaves: 16,
} as const

const levels = (minutes: readonly MinuteBody[], date: number) =>
  new Map(disclosureOf(PACT, recordOf(minutes), at(date)).clauses.map((one) => [one.clause, one]))
const calm = (minutes: readonly MinuteBody[], date: number) => levels(minutes, date).get('calm.north')!
const shownText = (minutes: readonly MinuteBody[], audience = 'public') =>
  textShown(sectionsShownTo(TEXT, PACT, recordOf(minutes), audience, at(5)))
const refused = (minutes: readonly MinuteBody[], body: MinuteBody) =>
  mayMinute(PACT, recordOf(minutes), nameMinute(body)).map(({ code, clause, heading }) => ({ code, clause, heading }))

describe('the level of a clause', () => {
  it('is public where nobody has said anything, and says who set it, when and why where somebody has', () => {
    expect(calm([], 5)).toMatchObject({ level: 'public', set: null, told_of: true })
    const minutes = [disclose(3, 'parties')]
    expect(calm(minutes, 2).level).toBe('public')
    expect(calm(minutes, 4)).toMatchObject({ level: 'parties', set: { of: BOTH, at: on(3), reason: 'agreed' } })
    expect(levels(minutes, 4).get('complaints')!.level).toBe('public')
  })

  it('is as the agreement itself says where nobody has said anything', () => {
    const text = TEXT.replace('  decided-by   all-reported', '  decided-by   all-reported\n  disclosure   parties')
    const { agreement } = resolveAgreement(parseAgreement(text, 'agreement.md').text, new Map())
    const told = disclosureOf(agreement!, recordOf([]), at(5))
    expect([told.default_level, told.clauses[0]!.level]).toEqual(['parties', 'parties'])
    expect(shownTo(agreement!, recordOf([]), 'public', at(5)).hidden.size).toBe(told.clauses.length)
    const out = disclosureOf(agreement!, recordOf([disclose(3, 'public', { embargo_until: on(10) })]), at(5))
    expect(out.clauses.find(({ clause }) => clause === 'calm.north')!.level).toBe('parties')
  })

  it('is set by all who decide, in one minute or in one of each, and by nobody else', () => {
    const alone = disclose(3, 'parties', { of: ['east'] })
    expect(refused([], alone)).toEqual([])
    const { clauses, proposed } = disclosureOf(PACT, recordOf([alone]), at(4))
    expect(clauses.every(({ level }) => level === 'public')).toBe(true)
    expect(proposed).toMatchObject([{ of: ['east'], waits_for: ['west'] }])
    const both = [alone, disclose(4, 'parties', { of: ['west'] })]
    expect(calm(both, 5)).toMatchObject({ level: 'parties', set: { of: BOTH, at: on(4) } })
    expect(calm([alone, disclose(4, 'council', { of: ['west'] })], 5).level).toBe('public')
    expect(refused([], disclose(3, 'parties', { of: ['north'] }))).toMatchObject([{ code: 'disclosed-by-another' }])
    expect(calm([disclose(3, 'parties', { of: [...BOTH, 'north'] })], 5).level).toBe('public')
  })

  it('is that of the article where the article was named, and of the last that was said', () => {
    const article = disclose(3, 'council', { subject: { article: '2. Calm' } })
    expect(calm([article], 4).level).toBe('council')
    expect(calm([disclose(3, 'council', { subject: { article: '2' } })], 4).level).toBe('council')
    expect(calm([article, disclose(4, 'monitors')], 5).level).toBe('monitors')
    expect(refused([], disclose(3, 'parties', { subject: { article: '7. Gold' } }))).toMatchObject([
      { code: 'article-unknown' },
    ])
    expect(refused([], disclose(3, 'parties', { subject: { clause: 'gold' } }))).toMatchObject([
      { code: 'clause-unknown' },
    ])
    // Its words are the same for both whom it binds.
    expect(refused([], disclose(3, 'parties', { subject: { clause: 'calm.north' } }))).toMatchObject([
      { code: 'clause-unknown' },
    ])
  })

  it('waits for the end of an embargo, to the instant, with those who had it', () => {
    const until = on(10)
    const unsaid = [disclose(3, 'public', { embargo_until: until })]
    expect(calm(unsaid, 5)).toMatchObject({ level: 'team', embargo: { until, level: 'public' } })
    const given = [disclose(2, 'parties'), ...unsaid]
    expect(calm(given, 5).level).toBe('parties')
    const just = disclosureOf(PACT, recordOf(given), at(10) - 1).clauses.find(({ clause }) => clause === 'calm.north')!
    expect([just.level, calm(given, 10).level, calm(given, 10).embargo]).toEqual(['parties', 'public', null])
    expect(refused([], disclose(11, 'public', { embargo_until: until }))).toMatchObject([
      { code: 'embargo-over', clause: 'calm.north', heading: 'Pact › 2. Calm' },
    ])
  })

  it('is never lowered for what was published by those who made it', () => {
    const out = [publish(4, 'east')]
    expect(calm(out, 5)).toMatchObject({ level: 'public', published: [nameMinute(out[0]!).id] })
    expect(refused(out, disclose(6, 'parties'))).toMatchObject([
      { code: 'published-already', clause: 'calm.north', heading: 'Pact › 2. Calm' },
    ])
    expect(calm([...out, disclose(6, 'parties')], 7).level).toBe('public')
    // Words that bind both are left out for both, or for none.
    const half = [publish(4, 'east', { withholds: ['calm.north'] })]
    expect(levels(half, 5).get('calm.south')!.published).toEqual([])
    // What was left out of it can be.
    expect(calm([publish(4, 'east', { withholds: ['2. Calm'] }), disclose(6, 'parties')], 7).level).toBe('parties')
  })

  it('stays where a text was leaked, or printed by somebody outside', () => {
    const leak = { does: 'leak', at: on(5), of: 'v1', by: null, date: '2016-09-05', doc: null } as const
    const minutes = [disclose(3, 'parties'), leak, publish(5, 'An agency')]
    expect(refused(minutes.slice(0, 2), minutes[2]!)).toEqual([])
    expect(calm(minutes, 6).level).toBe('parties')
    const { leaks, versions } = publicationsOf(PACT, recordOf(minutes), at(6))
    expect(leaks).toMatchObject([{ by: null, of: 'v1' }])
    expect(versions[0]!.publications).toMatchObject([{ published_by: 'An agency', outside: true }])
  })
})

describe('a publication', () => {
  it('by one who made it is refused with the clause that is not public, until it withholds it or all disclose it', () => {
    const closed = [disclose(3, 'parties')]
    expect(refused(closed, publish(5, 'east'))).toEqual([
      { code: 'not-public-yet', clause: 'calm.north', heading: 'Pact › 2. Calm' },
    ])
    expect(refused(closed, publish(5, 'east', { withholds: ['calm'] }))).toEqual([])
    expect(refused([...closed, disclose(4, 'public')], publish(5, 'east'))).toEqual([])
    expect(publicationsOf(PACT, recordOf([...closed, publish(5, 'east')]), at(6))).toMatchObject({
      without_effect: [{ clause: 'calm.north' }],
    })
  })

  it('is held against the others of its version: the same, less, more, or different', () => {
    const minutes = [commit, publish(4, 'east'), publish(5, 'west', { withholds: ['calm'], hash: 'c'.repeat(64) })]
    const [version] = publicationsOf(PACT, recordOf(minutes), at(6)).versions
    expect(version).toMatchObject({ version: 'v1', lang: 'en', commitment: { root: commit.root, leaves: 16 } })
    expect(version!.compared).toMatchObject([{ is: 'shows_more', only_other_withholds: ['calm'] }])
    const alike = publicationsOf(PACT, recordOf([publish(4, 'east'), publish(5, 'west')]), at(6)).versions[0]!
    expect(alike.compared).toMatchObject([{ is: 'same' }])
    const other = publicationsOf(PACT, recordOf([publish(4, 'east'), publish(5, 'west', { lang: 'ar' })]), at(6))
    expect(other.versions.map(({ lang }) => lang)).toEqual(['en', 'ar'])
  })

  it('rests on one root for each version, so that none can be chosen afterwards', () => {
    expect(refused([], commit)).toEqual([])
    expect(refused([commit], { ...commit, at: on(3), root: 'd'.repeat(64) })).toMatchObject([
      { code: 'committed-already' },
    ])
    expect(refused([commit], { ...commit, at: on(3), root: 'd'.repeat(64), lang: 'ar' })).toEqual([])
    expect(refused([], { ...commit, of: ['south'] })).toMatchObject([{ code: 'disclosed-by-another' }])
  })
})

describe('what was said of the text', () => {
  const told = (kind: ClaimBody['kind'], quote: string, more: Partial<ClaimBody> = {}) =>
    nameClaim({
      doc: 'a.txt',
      quote,
      start: 0,
      end: quote.length,
      speaker: null,
      speaker_side: 'unknown',
      via: null,
      outlet: 'An agency',
      published: on(4),
      kind,
      modality: 'asserted',
      negated: false,
      places: [],
      date: null,
      date_basis: null,
      actor_blamed: null,
      target: null,
      figures: [],
      ...more,
    })

  it('are demands to publish it, its endorsement, and a briefing that was cancelled, in their words', () => {
    const claims = [
      told('diplomatic_contact', 'A briefing of the Council was cancelled.', {
        negated: true,
        published: '2016-09-05',
      }),
      told('agreement_publication', 'The text should be published.', { modality: 'demanded' }),
      told('diplomatic_contact', 'They spoke by telephone.'),
      told('shelling', 'Shells fell.'),
    ]
    const said = (date: number) => publicationsOf(PACT, recordOf([], { claims }), at(date)).said
    expect(said(6).map(({ quote }) => quote)).toEqual([
      'The text should be published.',
      'A briefing of the Council was cancelled.',
    ])
    expect(said(4)).toHaveLength(1)
  })
})

describe('an audience', () => {
  const minutes = [disclose(3, 'parties')]
  const sees = (audience: string | null, of: readonly MinuteBody[] = minutes, date = 5) =>
    shownTo(PACT, recordOf(of), audience, at(date)).hidden.size === 0

  it('is shown what is for it or for more, both parties alike, and whoever guarantees all of it', () => {
    for (const level of DISCLOSURE_LEVELS) {
      const of = [disclose(3, level)]
      expect(sees('party-a', of)).toBe(sees('party-b', of))
      expect(sees('guarantor', of)).toBe(true)
      expect(sees(null, of)).toBe(true)
      expect(sees('public', of)).toBe(level === 'public')
      expect(sees('somebody else', of)).toBe(level === 'public')
    }
    expect([sees('party-a'), sees('monitors'), sees('humanitarian')]).toEqual([true, true, false])
  })

  it('is told that something is withheld and until when, or not even that', () => {
    const embargo = [disclose(3, 'public', { embargo_until: on(10) })]
    expect(shownTo(PACT, recordOf(embargo), 'public', at(5)).withheld).toEqual([{ level: 'team', until: on(10) }])
    expect(sees('public', embargo, 10)).toBe(true)
    const secret = shownTo(PACT, recordOf([disclose(3, 'team', { told_of: false })]), 'public', at(5))
    expect([secret.withheld, [...secret.hidden].toSorted()]).toEqual([[], ['calm.north', 'calm.south']])
  })

  it('reads the text with no word of what is hidden, nor of a heading that is above that alone, and places where they are then', () => {
    const { text, at: placeOf } = shownText(minutes)
    expect(text).not.toMatch(/ban calm|attack\n|2\. Calm|on-breach/)
    for (const part of ['procedure complaints', 'party east', '# Pact'])
      expect(placeOf(TEXT.indexOf(part))).toBe(text.indexOf(part))
    expect(shownText(minutes, 'party-a').text).toBe(TEXT)
    // A clause that stays names it no more.
    const procedure = [disclose(3, 'parties', { subject: { clause: 'complaints' } })]
    expect(shownText(procedure).text).toMatch(/on-breach {4}█{5}\n/)
    const secret = shownText([disclose(3, 'team', { told_of: false })])
    expect(secret.text).not.toMatch(/█|Calm/)
  })

  it('is told by a black bar nothing of how much is hidden: more words, a longer name, or more passages of it', () => {
    const barred = (text: string, id = 'calm') => {
      const { agreement } = resolveAgreement(parseAgreement(text, 'agreement.md').text, new Map())
      const record = recordOf([disclose(3, 'parties', { subject: { clause: id } })])
      return textShown(sectionsShownTo(text, agreement!, record, 'public', at(5))).text
    }
    const short = barred(TEXT)
    expect(short.match(/█+/g)).toEqual(['█████'])
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,12}$/), fc.lorem({ maxCount: 30 }), (name, words) => {
        const id = `${name}-calm`
        const longer = TEXT.replaceAll(/\bcalm\b/g, id).replace('## 2. Calm\n', `## 2. Calm ${words}\n\n${words}.\n`)
        expect(barred(longer, id)).toBe(short)
      }),
    )
  })
})

describe('the sections of a text', () => {
  it('are the text, one after the other, whatever it is', () => {
    const piece = fc.constantFrom(
      '# A\n',
      '## 1. B\n\n',
      'Words.\n',
      '\n',
      '```truce\nparty x\n```\n',
      '- list\n',
      '\ufeff',
      '```\ncode\n',
      'é█',
    )
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          expect(
            sectionsOf(text)
              .map((one) => one.text)
              .join(''),
          ).toBe(text)
        },
      ),
    )
    expect(sectionsOf(TEXT).find(({ clauses }) => clauses.includes('calm'))).toMatchObject({
      heading: ['Pact', '2. Calm'],
      isHeading: false,
      clauses: ['calm'],
    })
  })
})

describe('swapping the parties', () => {
  it('swaps what is shown, decided and refused, and changes nothing else', () => {
    const who = fc.subarray(['east', 'west', 'north', 'south'], { minLength: 1 })
    const minute: fc.Arbitrary<MinuteBody> = fc.oneof(
      fc
        .tuple(fc.integer({ min: 2, max: 8 }), fc.constantFrom(...DISCLOSURE_LEVELS), who, fc.boolean())
        .map(([date, level, of, told_of]) => disclose(date, level, { of, told_of })),
      fc
        .tuple(fc.integer({ min: 2, max: 8 }), fc.constantFrom('east', 'west', 'An agency'), fc.boolean())
        .map(([date, by, whole]) => publish(date, by, { withholds: whole ? [] : ['calm'] })),
      fc.tuple(fc.integer({ min: 2, max: 8 }), who).map(([date, of]) => ({ ...commit, at: on(date), of })),
    )
    fc.assert(
      fc.property(fc.array(minute, { maxLength: 8 }), (bodies) => {
        const told = (of: readonly MinuteBody[]) => {
          const { clauses, versions, without_effect } = publicationsOf(PACT, recordOf(of), at(9))
          const plain = clauses.map(({ clause, level, embargo, told_of, set }) => {
            return { clause, level, embargo, told_of, of: set && set.of.toSorted() }
          })
          const published = versions.map(({ publications }) => publications.map(({ published_by }) => published_by))
          return {
            clauses: plain.toSorted((a, b) => (a.clause < b.clause ? -1 : 1)),
            published,
            refused: without_effect.length,
            hidden: [...shownTo(PACT, recordOf(of), 'public', at(9)).hidden].toSorted(),
          }
        }
        const swapped = mirrored(told(mirrored(bodies)))
        swapped.clauses.sort((a, b) => (a.clause < b.clause ? -1 : 1))
        for (const one of swapped.clauses) one.of?.sort()
        swapped.hidden.sort()
        expect(swapped).toEqual(told(bodies))
      }),
    )
  })
})
