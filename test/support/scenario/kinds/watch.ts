// Reported travel of listed people: what was told of it, what was found out, and what of it may be said openly.
import { reportedTravel } from '@trucekeeper/centre'
import { possibleMatches, type SanctionsList } from '@trucekeeper/watch'
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const travel = kind(
  'travel',
  'A report that a listed person travelled.',
  {
    travel: z.string().describe('part of the words'),
    told: z.enum(['told', 'denied', 'not_confirmed']),
    listing: z
      .enum(['possible', 'confirmed', 'refuted'])
      .nullable()
      .optional()
      .describe('what stands; null where nothing was noted'),
    reference: z.string().optional().describe('the number on the list'),
    openly: z.boolean().optional().describe('whether the public is told anything of it'),
    because: z.string().optional().describe('part of the last reason given'),
  },
  ({ record, at }, expected) => {
    const all = reportedTravel(record, at, false)
    const found = all.find(({ claim }) => claim.quote.includes(expected.travel))
    if (!found) return missing(all.map(({ claim }) => claim.quote))
    const [listing = null] = found.listings
    const open = reportedTravel(record, at, true).some(({ claim }) => claim.id === found.claim.id)
    return new Compare()
      .is('told', found.how, expected.told)
      .is('listing', listing?.state ?? null, expected.listing)
      .is('reference', listing?.reference, expected.reference)
      .is('openly', open, expected.openly)
      .says('reason', listing?.words.at(-1)?.reason ?? null, expected.because).found
  },
)

export const match = kind(
  'match',
  'Whom of the list made up for the scenario a reported name may mean, and why.',
  {
    match: z.string().describe('the name as reported'),
    references: z
      .array(z.string())
      .describe('numbers of those who may be meant; none for a name that means nobody alone'),
    because: z.string().optional().describe('part of a reason'),
  },
  ({ given }, expected) => {
    const list: SanctionsList = {
      generated: 'made up',
      people: given.list.map(({ reference, names }) => ({
        kind: 'individual',
        reference,
        listed_on: null,
        names: names.map((name) => ({ name, kind: 'name', quality: null })),
      })),
    }
    const found = possibleMatches(list, { name: expected.match, reference: null })
    return new Compare()
      .names(
        'references',
        found.map(({ reference }) => reference),
        expected.references,
      )
      .says('reason', found.flatMap(({ reasons }) => reasons).join('; '), expected.because).found
  },
)
