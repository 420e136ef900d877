// What a member hears of fixed cells: protected objects present, or none known; never which, where, or how many.
import { entriesInMemory, Protection, type LonLat, type ProtectedKind } from '@trucekeeper/protect'
import { formatInstant } from '@trucekeeper/time'
import { z } from 'zod'
import type { Given } from '../given.ts'
import { Compare, kind } from '../kind.ts'
import type { World } from '../world.ts'

const WEEK_MS = 7 * 86_400_000
const APART_DEG = 0.00001

/** A service of its own for the scenario: its sites were verified by two organisations in the week before. */
async function serviceIn({ given, at }: World): Promise<Protection> {
  const clock = { at: at - 2 * WEEK_MS }
  const opened = await Protection.over(entriesInMemory(), () => clock.at)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const service = opened.value
  await service.enrol({ id: 'asker', organisation: 'member', desk: 'party' })
  await service.enrol({ id: 'owner', organisation: 'health', desk: 'owner' })
  await service.enrol({ id: 'colleague', organisation: 'health', desk: 'owner' })
  await service.enrol({ id: 'guarantor', organisation: 'guarantor', desk: 'guarantor' })
  for (const { kind: what, place } of sitesIn(given)) {
    const site = await service.register('owner', { kind: what, place })
    if (!site.ok) throw new Error(site.refusal.message)
    await service.verify('colleague', site.value)
    await service.verify('guarantor', site.value)
  }
  clock.at = at
  return service
}

function sitesIn({ sites }: Given): { readonly kind: ProtectedKind; readonly place: LonLat }[] {
  if (!sites) return []
  const [lon, lat] = sites.around
  return Array.from({ length: sites.count }, (_, at) => ({ kind: sites.kind, place: [lon + at * APART_DEG, lat] }))
}

export const protection = kind(
  'protection',
  'What a member hears who asks of a fixed cell and a day.',
  {
    protection: z.string().describe('the cell, a geohash'),
    answer: z
      .string()
      .optional()
      .describe('`protected objects present`, `humanitarian movement expected`, `none known`'),
    within: z.string().optional().describe('the cell that the word is about, where it is a larger one'),
    refused: z.string().optional().describe('the code of the refusal'),
  },
  async (world, expected) => {
    const service = await serviceIn(world)
    const day = formatInstant(world.at, 'UTC').slice(0, 10)
    const asked = { cells: [expected.protection], first_day: day, last_day: day }
    const reply = await service.ask('asker', asked)
    if (!reply.ok)
      return new Compare()
        .is('answer', `refused: ${reply.refusal.code}`, expected.answer)
        .is('refused', reply.refusal.code, expected.refused).found
    const [first] = reply.value.lines[0]?.answers ?? []
    return new Compare()
      .is('answer', first?.answer, expected.answer)
      .is('within', first?.within, expected.within)
      .is('refused', 'answered', expected.refused).found
  },
)
