// The form of an act's effect: what it would change, or has changed.
import type { EnteredAct } from '@trucekeeper/workspace'
import { z } from 'zod'
import { enteredAnswer } from './written.ts'

const clause = z.string()
const change = <T extends z.ZodType>(of: T) => ({ from: of, to: of })
const instant = z.string().nullable()

export const actEffect = z
  .looseObject({
    power: z.string(),
    heading: z.string(),
    takes_effect: z.boolean().describe('whether all whose will it takes have shown it with this act'),
    evaluated: z.boolean(),
    sentences: z.array(z.string()),
    standings: z.array(z.looseObject({ clause, ...change(z.string()) })),
    terms: z.array(z.looseObject({ term: z.string(), ...change(instant) })),
    gates: z.array(z.looseObject({ gate: z.string() })),
    deadlines: z.array(z.looseObject({ clause, what: z.string(), ...change(instant) })),
    next_changes: z.array(z.looseObject({ clause, at: z.string(), what: z.string() })),
    undo: z.looseObject({}).nullable(),
  })
  .meta({ id: 'ActEffect', description: 'what an act changes, the difference of two statuses' })

export const enteredActAnswer = z
  .strictObject({
    entries: (enteredAnswer as unknown as z.ZodObject<{ entries: z.ZodType }>).shape.entries.describe(
      'what was entered; nothing where it was only asked',
    ),
    effect: actEffect,
  })
  .meta({ id: 'EnteredAct' }) as unknown as z.ZodType<EnteredAct>
