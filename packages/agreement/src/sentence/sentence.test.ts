// Reading back: no field of any kind can change without the sentence, and what nests cannot be read two ways.
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauseOf, withoutRanges } from '../../../../test/arbitraries/agreement.ts'
import { anyName } from '../../../../test/arbitraries/words.ts'
import { condition } from '../condition.ts'
import { withClauses } from '../fixture.ts'
import {
  CLAUSE_KINDS,
  fieldsOf,
  namesOf,
  parseAgreement,
  sentenceOf,
  type AnyClause,
  type ClauseKind,
  type Condition,
} from '../index.ts'
import { ACTS_IN_ENGLISH } from './en/acts.ts'

/** Two names that differ by a capital would not differ at the beginning of a sentence. */
const lowName = anyName.map((name) => name.toLowerCase()).filter((name) => name !== 'and' && name !== 'or')
const clauseNamed = (kind: ClauseKind) => clauseOf(kind, lowName) as Arbitrary<AnyClause>
const anyClauseNamed = fc.constantFrom(...CLAUSE_KINDS).chain(clauseNamed)
const NOBODY = namesOf([])

/** The value without what makes no difference: where it stands, and how someone acts who acts alone. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning)
  if (typeof value !== 'object' || value === null) return value
  const held = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, meaning(each)]))
  return 'how' in held && Array.isArray(held.who) && held.who.length === 1 ? { who: held.who } : held
}
const alike = (one: unknown, other: unknown) =>
  JSON.stringify(meaning(withoutRanges(one ?? null))) === JSON.stringify(meaning(withoutRanges(other ?? null)))

describe('a sentence', () => {
  it.each(CLAUSE_KINDS)('of the kind %s changes with whatever any of its fields holds', (kind) => {
    const turned = new Set<string>()
    fc.assert(
      fc.property(clauseNamed(kind), clauseNamed(kind), (clause, other) => {
        const before = sentenceOf(clause, NOBODY)
        const [held, instead] = [clause.fields, other.fields] as Record<string, unknown>[]
        for (const field of Object.keys(fieldsOf(kind))) {
          const changed = { ...clause, fields: { ...clause.fields, [field]: instead![field] } } as AnyClause
          const isSame = alike(held![field], instead![field])
          if (!isSame) turned.add(field)
          expect(sentenceOf(changed, NOBODY) === before, `${field}: ${before}`).toBe(isSame)
        }
      }),
    )
    expect([...turned].toSorted()).toEqual(Object.keys(fieldsOf(kind)).toSorted())
  })

  it('is one, from its capital to its full stop, and holds nothing that is not there', () => {
    fc.assert(
      fc.property(anyClauseNamed, (clause) => {
        const said = sentenceOf(clause, NOBODY)
        expect(said).toMatch(/^[^a-z][^\n]*\.$/u)
        expect(said.replaceAll(/“[^”]*”/gu, '')).not.toMatch(/\bundefined\b|\bnull\b|\[object/)
      }),
    )
  })

  it('gives every act words of its own', () => {
    for (const column of [0, 1, 2]) {
      const words = Object.values(ACTS_IN_ENGLISH).map((forms) => forms[column])
      expect(new Set(words).size).toBe(words.length)
    }
  })
})

function read(clauses: string, id: string): string {
  const { clauses: all } = parseAgreement(withClauses(clauses), 'a.md').text
  return sentenceOf(
    all.find((clause) => clause.id === id)!,
    namesOf(all),
  )
}
const gate = (when: string) =>
  read(`duty a\n  on hill\n  act pull-back\nanchor day-d\ngate g\n  opens lake\n  when ${when}`, 'g').replace(
    'The gate “g” stays shut to the Lake people unless and until ',
    '',
  )

describe('a condition', () => {
  it('is said in plain words where nothing nests', () => {
    expect(gate('met(a) and not passed(day-d + 2 days)')).toBe(
      'the duty “a” is met and the time two days after Day D has not passed.',
    )
  })

  it('is numbered where it nests, each label under the one it belongs to', () => {
    expect(gate('met(a) and (open(g) or not (met(a) or in-force(t)))')).toBe(
      'all of these are so: (a) the duty “a” is met and (b) at least one of these is so: (b1) the gate “g” is open ' +
        'or (b2) it is not the case that at least one of these is so: (b2a) the duty “a” is met or (b2b) “t” is in force.',
    )
    expect(gate('not (met(a) and open(g))')).not.toBe(gate('not met(a) and open(g)'))
    expect(gate('met(a) and (open(g) or met(a))')).not.toBe(gate('(met(a) and open(g)) or met(a)'))
  })

  it('says something else when any one word of it is turned', () => {
    fc.assert(
      fc.property(clauseOf('gate', lowName), (clause) => {
        const said = (when: Condition) => sentenceOf({ ...clause, fields: { ...clause.fields, when } }, NOBODY)
        const all = [clause.fields.when, ...turned(clause.fields.when)]
        const different = new Set(all.map((when) => condition.write(when)))
        expect(new Set(all.map(said)).size).toBe(different.size)
      }),
    )
  })
})

/** Every condition that differs by one `and`, `or` or `not`. */
function turned(value: Condition): Condition[] {
  const denied: Condition = { op: 'not', arg: value }
  if (value.op === 'not') return [denied, ...turned(value.arg).map((arg): Condition => ({ op: 'not', arg }))]
  if (value.op !== 'and' && value.op !== 'or') return [denied]
  const other: Condition = { ...value, op: value.op === 'and' ? 'or' : 'and' }
  const inside = value.args.flatMap((arg, at) =>
    turned(arg).map((instead): Condition => ({ ...value, args: value.args.with(at, instead) })),
  )
  return [denied, other, ...inside]
}

describe('what a clause says', () => {
  it('is far in kilometres and near in metres', () => {
    const zone = (depth: string) => read(`line l\n  geometry p.geojson#l\nzone z\n  along l\n  depth ${depth}`, 'z')
    expect(
      [zone('25 km'), zone('3.5 km'), zone('12500 m')].map((said) => /no further than (.*) from/.exec(said)![1]),
    ).toEqual(['25 kilometres', '3,500 metres', '12,500 metres'])
  })

  it('names nobody where nobody interprets', () => {
    expect(read('open-term t\n  words soon', 't')).toBe(
      'The words “soon” are left open; nobody is named to interpret them.',
    )
  })
})

describe('someone or something', () => {
  it('is called as it calls itself, with an article where English wants one', () => {
    const said = read('party corps\n  name The River Corps\nduty d\n  on corps, hill, each\n  act pull-back', 'd')
    expect(said).toBe('The River Corps and the Hill people must each pull back.')
  })

  it('is called by its id where it has no name, and as on a map where it is a place', () => {
    const zone = 'zone upper-mill\n  geometry places.geojson#valley\n'
    expect(read(`${zone}duty d\n  on stranger-two\n  act detain\n  in upper-mill`, 'd')).toBe(
      'Stranger two must detain people in Upper Mill.',
    )
  })

  it('is told apart by its id from what bears the same name', () => {
    const two =
      'power one "Notice"\n  held-by hill\n  effect extend t\npower two "Notice"\n  held-by lake\n  effect extend t\n'
    expect(read(`${two}term t "The truce"\n  starts 2024-05-01T07:00+02:00\n  extends two`, 't')).toBe(
      'The truce begins at 07:00 on 1 May 2024 (UTC+02:00) and lasts until it is ended; ' +
        'it can be extended under the power “Notice (two)”.',
    )
  })

  it('is named for the one it binds where a clause binds each apart', () => {
    const ban = 'ban quiet "No shooting"\n  on hill and lake, each\n  act attack\n  during from 2024-05-01T07:00Z\n'
    expect(read(ban, 'quiet')).toContain('Neither the Hill people nor the Lake people may attack')
    expect(read(`${ban}prevails p\n  wins quiet.hill\n  over quiet.lake`, 'p')).toBe(
      'The ban “No shooting” as it binds the Hill people prevails over the ban “No shooting” as it binds the Lake people.',
    )
  })

  it('keeps a gate shut to who may be there already, and what a gate is called by from coming into being', () => {
    const body = 'body talks\n  name The second talks\n'
    expect(read(`${body}gate g "The market"\n  opens lake\n  when open(g)`, 'g')).toContain(
      'The gate “The market” stays shut to the Lake people unless and until',
    )
    expect(read(`${body}gate g "Second talks"\n  opens talks\n  when open(g)`, 'g')).toContain(
      'The second talks cannot come into being unless and until',
    )
  })

  it.each([
    ['Nuba Mountains', 'the Nuba Mountains'],
    ["People's Movement/Nuba", "the People's Movement/Nuba"],
    ['Monitoring and Verification Mechanism', 'the “Monitoring and Verification Mechanism”'],
    ['Ruritania and the United States', '“Ruritania and the United States”'],
    ['Turkey', 'Turkey'],
  ])('called %s is spoken of as %s', (name, spoken) => {
    const said = read(`body both\n  name ${name}\naccount x\n  name X\n  trusts both`, 'x')
    expect(said).toBe(`The account “X” takes only the word of ${spoken}.`)
  })

  it('is quoted where its name would blur a list', () => {
    const body = 'body both\n  name Mill, bridge and ford\n'
    expect(read(`${body}account x\n  name X\n  trusts hill, both`, 'x')).toBe(
      'The account “X” takes only the word of the Hill people and “Mill, bridge and ford”.',
    )
  })
})
