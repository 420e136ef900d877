// Minutes of the exchange between members: information asked for and given.
import { z } from 'zod'
import { instant } from '../fields.ts'
import { every, minuteId, said, someone } from './parts.ts'

export const askInformation = z.strictObject({
  does: z.literal('ask-information'),
  ...every,
  of: someone,
  to: someone,
  about: said,
  due: instant.nullable(),
})

/** Either an answer or a reason why there is none. */
export const answerInformation = z.strictObject({
  does: z.literal('answer-information'),
  ...every,
  request: minuteId,
  of: someone,
  answer: said.nullable(),
  refused_because: said.nullable(),
})
