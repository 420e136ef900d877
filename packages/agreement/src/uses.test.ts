import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauseOf } from '../../../test/arbitraries/agreement.ts'
import { CLAUSE_KINDS, type AnyClause } from './index.ts'
import { usesOf } from './uses.ts'

/** Every name in the fields of a clause, wherever it stands. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('id' in value && 'article' in value) return [String(value.id)]
  return Object.values(value).flatMap(namesIn)
}

describe('the names that a clause uses', () => {
  it.each(CLAUSE_KINDS)('are all that stand in a clause of the kind %s, so that each is looked up', (kind) => {
    fc.assert(
      fc.property(clauseOf(kind) as Arbitrary<AnyClause>, (clause) => {
        expect(
          usesOf(clause)
            .map(({ ref }) => ref.id)
            .toSorted(),
        ).toEqual(namesIn(clause.fields).toSorted())
      }),
    )
  })
})
