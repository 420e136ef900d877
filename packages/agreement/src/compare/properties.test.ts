// What holds of every comparison, whatever the texts: nothing changes by writing anew, and the two ways round mirror each other.
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementText, clauseOf } from '../../../../test/arbitraries/agreement.ts'
import { CLAUSE_KINDS, fieldsOf, type AgreementText, type AnyClause, type ClauseKind } from '../index.ts'
import { parseAgreement } from '../parse.ts'
import { printAgreement } from '../print.ts'
import { canonical, renamed } from './canonical.ts'
import { compareAgreements, type Change } from './index.ts'

const NAMES = ['hill', 'lake', 'crown', 'watch', 'verge', 'road', 'dawn', 'calm', 'carts', 'quiet']
const name = fc.constantFrom(...NAMES)
const KINDS_OF_NAMES: Readonly<Record<string, ClauseKind>> = {
  hill: 'party',
  lake: 'party',
  crown: 'guarantor',
  watch: 'body',
  verge: 'zone',
  road: 'line',
  dawn: 'anchor',
  calm: 'measure',
  carts: 'duty',
  quiet: 'ban',
}

function textOf(clauses: readonly AnyClause[]): AgreementText {
  return { file: 'a.md', hash: '', unsound: [], clauses, blocks: [{ kind: 'clauses', clauses }] }
}

/** One clause in two versions that share some of their fields, under one name. */
const twoVersions = (kind: ClauseKind): Arbitrary<readonly [AnyClause, AnyClause]> =>
  fc
    .tuple(clauseOf(kind, name), clauseOf(kind, name), fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }))
    .map(([one, other, keep]) => {
      const said = one.fields as Readonly<Record<string, unknown>>
      const fields = Object.fromEntries(
        Object.entries(other.fields).map(([field, value], i) => [field, keep[i] ? (said[field] ?? value) : value]),
      )
      return [one, { ...other, id: one.id, fields }] as unknown as [AnyClause, AnyClause]
    })

/** A whole agreement in two versions: every name is declared, every kind stands in it, some clauses come and some go. */
const twoTexts: Arbitrary<readonly [AgreementText, AgreementText]> = fc
  .tuple(
    fc.tuple(
      ...NAMES.map((id) => twoVersions(KINDS_OF_NAMES[id]!).map((both) => both.map((each) => ({ ...each, id })))),
    ),
    fc.tuple(
      ...CLAUSE_KINDS.map((kind, i) => twoVersions(kind).map((both) => both.map((each) => ({ ...each, id: `x${i}` })))),
    ),
    fc.array(fc.constantFrom('both', 'old', 'new'), { minLength: 64, maxLength: 64 }),
  )
  .map(([named, others, where]) => {
    const version = (at: 0 | 1, side: string) => [
      ...named.map((both) => both[at] as AnyClause),
      ...others.flatMap((both, i) => (where[i] === 'both' || where[i] === side ? [both[at] as AnyClause] : [])),
    ]
    return [textOf(version(0, 'old')), textOf(version(1, 'new'))]
  })

const OTHER_WAY = {
  added: 'removed',
  removed: 'added',
  renamed: 'renamed',
  moved: 'moved',
  changed: 'changed',
  reworded: 'reworded',
} as const
const told = (changes: readonly Pick<Change, 'path' | 'change' | 'severity' | 'gains' | 'loses'>[]) =>
  changes
    .map(({ path, change, severity, gains, loses }) =>
      JSON.stringify([path, change, severity, gains.toSorted(), loses.toSorted()]),
    )
    .toSorted()

describe('a comparison', () => {
  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(agreementText, (text) => {
        expect(compareAgreements(text, text)).toEqual({ severity: 'none', changes: [], articles: [] })
      }),
    )
  })

  it('finds nothing between a text and the same text written anew', () => {
    fc.assert(
      fc.property(agreementText, (text) => {
        const again = parseAgreement(printAgreement(text), 'b.md').text
        expect(compareAgreements(text, again).changes).toEqual([])
        expect(compareAgreements(again, text).changes).toEqual([])
      }),
    )
  })

  it('finds nothing where only the order of clauses, spacing and case changed', () => {
    fc.assert(
      fc.property(twoTexts, ([text]) => {
        const shuffled = textOf(text.clauses.toReversed())
        expect(compareAgreements(text, shuffled).changes).toEqual([])
      }),
    )
  })

  it('mirrors the comparison the other way round: added and removed, gains and loses change places', () => {
    fc.assert(
      fc.property(twoTexts, ([old, now]) => {
        const there = compareAgreements(old, now).changes
        const back = compareAgreements(now, old).changes
        fc.pre(there.every(({ change }) => change !== 'renamed'))
        const mirrored = back.map(({ change, gains, loses, ...rest }) => ({
          ...rest,
          change: OTHER_WAY[change],
          gains: loses,
          loses: gains,
        }))
        expect(told(there)).toEqual(told(mirrored))
      }),
    )
  })

  it('favours nobody: where the parties change places, gains and losses do, and nothing else', () => {
    const swap = new Map([
      ['hill', 'lake'],
      ['lake', 'hill'],
    ])
    const swapped = (text: AgreementText) =>
      textOf(
        text.clauses.map((clause) => ({
          ...renamed(clause, swap),
          id: clause.kind === 'account' ? clause.id : (swap.get(clause.id) ?? clause.id),
        })) as AnyClause[],
      )
    const other = (names: readonly string[]) => names.map((id) => swap.get(id) ?? id)
    fc.assert(
      fc.property(twoTexts, ([old, now]) => {
        const plain = compareAgreements(old, now).changes
        const turned = compareAgreements(swapped(old), swapped(now)).changes
        expect(told(turned)).toEqual(
          told(
            plain.map(({ path, gains, loses, ...rest }) => ({
              ...rest,
              path: path.replace(/^[^.]+/, (id) => swap.get(id) ?? id),
              gains: other(gains),
              loses: other(loses),
            })),
          ),
        )
      }),
    )
  })

  it.each(CLAUSE_KINDS)('tells of every field of the kind %s that says something else, and of no other', (kind) => {
    fc.assert(
      fc.property(twoVersions(kind), ([old, now]) => {
        const [was, is] = [old.fields, now.fields] as [
          Readonly<Record<string, unknown>>,
          Readonly<Record<string, unknown>>,
        ]
        const said = (value: unknown) =>
          Array.isArray(value) && kind === 'procedure' ? value.map(canonical).join() : canonical(value ?? [])
        const differing = Object.keys(fieldsOf(kind)).filter((field) => said(was[field]) !== said(is[field]))
        const changes = compareAgreements(textOf([old]), textOf([now])).changes.filter(({ path }) => path.includes('.'))
        expect([...new Set(changes.map(({ path }) => path.split('.')[1]))]).toEqual(differing)
        expect(
          changes.filter(({ message }) => !/^`[^`]+` of `/.test(message) || /\n|undefined|null/.test(message)),
        ).toEqual([])
      }),
    )
  })
})
