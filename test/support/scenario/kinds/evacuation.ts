// How many people left a place under a local deal, by the claims that tell of it.
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const evacuation = kind(
  'evacuation',
  'People who leave a place under a local deal, as claims count them.',
  {
    evacuation: z.string().describe('the place'),
    people: z.number().optional(),
    by: z.string().optional().describe('whose word'),
    fighters: z.boolean().optional().describe('whether anybody says that fighters leave'),
  },
  ({ record }, expected) => {
    const all = record.claims.filter(({ kind: one }) => one === 'evacuation')
    const own = all.filter(({ places }) => places.includes(expected.evacuation))
    if (own.length === 0) return missing(all.flatMap(({ places }) => places))
    const counted = own.find(({ figures }) => figures.some(({ value }) => value === expected.people))
    const figures = own.flatMap(({ figures: some }) => some.map(({ value }) => String(value)))
    return new Compare()
      .has('people', figures, expected.people === undefined ? undefined : String(expected.people))
      .is('word of', (counted ?? own[0])!.speaker, expected.by)
      .is(
        'fighters',
        own.some(({ quote }) => /fighters/iu.test(quote)),
        expected.fighters,
      ).found
  },
)
