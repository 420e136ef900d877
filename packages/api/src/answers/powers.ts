// The forms of what is told of powers and gates: the status of each, with what would come of using it now.
import type { Certified, GateStatus, PowerStatus, PowerTried, Trial } from '@trucekeeper/engine'
import { z } from 'zod'
import { centreAnswer, type CentreAnswer } from '../centre-asked.ts'
import { actEffect } from './acts.ts'
import { gate, power, verdict } from './status.ts'

interface OfZone extends CentreAnswer {
  /** The clock of the agreement. */
  readonly zone: string
}

export interface PowersAnswer extends OfZone {
  readonly powers: readonly (Omit<PowerStatus, 'effect'> & Omit<PowerTried, 'power'> & { readonly sentence: string })[]
}

export interface GatesAnswer extends OfZone {
  readonly gates: readonly (GateStatus &
    Pick<Certified, 'certify' | 'reopens'> & {
      readonly sentence: string
      readonly powers: readonly (Certified['powers'][number] & { readonly trials: readonly Trial[] })[]
    })[]
}

const texts = z.array(z.string())

export const actRefusal = z
  .strictObject({
    clause: z.string(),
    heading: z.string(),
    code: z.string(),
    why: z.string(),
    help: z.string(),
  })
  .meta({
    id: 'ActRefusal',
    description: 'the clause that forbids an act, under its heading, and what may be done instead',
  })

const trial = z
  .strictObject({
    stage: z.string(),
    by: texts,
    at: z.string(),
    length: z.string().nullable(),
    sets: z.string().nullable(),
    answer: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), effect: actEffect }),
      z.strictObject({ ok: z.literal(false), refusals: z.array(actRefusal) }),
    ]),
  })
  .meta({ id: 'Trial', description: 'what would come of an act; nothing is entered' })

const powerTold = z
  .strictObject({
    ...power.shape,
    sentence: z.string(),
    targets: texts,
    how: z.enum(['jointly', 'each', 'any']),
    form: z.string().nullable(),
    expires: z.string().nullable().describe('how long it may be used once it can be'),
    waits_for: z
      .strictObject({ verdict, parts: z.array(z.strictObject({ text: z.string(), verdict })) })
      .nullable()
      .describe('what has to be so first, by the account that decides'),
    trials: z.array(trial).describe('by all who hold it jointly, otherwise by each'),
  })
  .meta({ id: 'PowerTold' })

const of = { ...centreAnswer, zone: z.string() }

export const powersAnswer = z
  .strictObject({ ...of, powers: z.array(powerTold) })
  .meta({ id: 'Powers' }) as unknown as z.ZodType<PowersAnswer>

export const gatesAnswer = z
  .strictObject({
    ...of,
    gates: z.array(
      z
        .strictObject({
          ...gate.shape,
          sentence: z.string(),
          certify: z.strictObject({ who: texts, how: z.string(), within: z.string().nullable() }).nullable(),
          reopens: z.enum(['never', 'again']),
          powers: z.array(z.strictObject({ power: z.string(), effect: z.string(), trials: z.array(trial) })),
        })
        .meta({ id: 'GateTold' }),
    ),
  })
  .meta({ id: 'Gates' }) as unknown as z.ZodType<GatesAnswer>
