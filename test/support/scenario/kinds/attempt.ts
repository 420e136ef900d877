// What comes of an act or a minute that is tried and not done.
import { z } from 'zod'
import { Compare, kind, type Found } from '../kind.ts'
import type { World } from '../world.ts'

const NOTHING_TRIED: Found = [{ what: 'the attempt', is: 'none', should: 'an act or a minute under `when`' }]

const refusalsIn = (world: World) => {
  const act = world.tried()
  return world.minuteTried() ?? (act && (act.ok ? [] : act.refusals))
}

export const refused = kind(
  'refused',
  'Of what is tried under `when`: the clause that forbids it.',
  {
    refused: z.string().nullable().describe('the id of the clause; null where a rule of the room forbids it'),
    under: z.string().optional().describe('part of the heading above the clause'),
    because: z.string().describe('part of the reason'),
    help: z.string().optional().describe('part of what to do instead'),
  },
  (world, expected) => {
    const refusals = refusalsIn(world)
    if (!refusals) return NOTHING_TRIED
    if (refusals.length === 0) return [{ what: 'the attempt', is: 'allowed', should: 'refused' }]
    const refusal = refusals.find(({ clause, why }) => clause === expected.refused && why.includes(expected.because))
    const other = refusals.find(({ clause }) => clause === expected.refused) ?? refusals[0]!
    const found = refusal ?? other
    return new Compare()
      .is('clause', found.clause, expected.refused)
      .says('heading', found.heading, expected.under)
      .says('reason', found.why, expected.because)
      .says('help', found.help ?? null, expected.help).found
  },
)

export const changes = kind(
  'changes',
  'Of the act that is tried: a sentence that says what it would change.',
  { changes: z.string().describe('part of the sentence') },
  (world, expected) => {
    const tried = world.tried()
    if (!tried) return NOTHING_TRIED
    if (!tried.ok) {
      const why = tried.refusals.map((one) => one.why).join('; ')
      return [{ what: 'the attempt', is: why, should: 'allowed' }]
    }
    return new Compare().says('effect', tried.effect.sentences.join('; '), expected.changes).found
  },
)

export const allowed = kind(
  'allowed',
  'Of the minute that is tried under `when`: that nothing speaks against it.',
  { allowed: z.string().describe('what it does: `case-finding`, `share` …') },
  (world, expected) => {
    const refusals = refusalsIn(world)
    if (!refusals) return NOTHING_TRIED
    const { doing } = world
    return new Compare()
      .is('what is tried', doing, expected.allowed)
      .is('the attempt', refusals.map(({ why }) => why).join('; ') || 'allowed', 'allowed').found
  },
)
