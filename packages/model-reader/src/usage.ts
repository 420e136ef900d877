// What reading a document cost: requests, tokens, time, and money where anybody says.
import { z } from 'zod'

/** In any one currency, for a million tokens. */
export interface Prices {
  readonly prompt: number
  readonly completion: number
}

export interface Usage {
  readonly requests: number
  /** Null where the endpoint does not say. */
  readonly prompt_tokens: number | null
  readonly completion_tokens: number | null
  /** As the endpoint says it, otherwise from the prices given; null where neither is known. */
  readonly cost: number | null
  readonly milliseconds: number
}

const count = z.int().nonnegative().catch(0)
const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  cost: z.number().nonnegative().nullish().catch(null),
})

/** Reads the `usage` of a reply. An endpoint that says nothing sound of it has said nothing. */
export function usageOf(said: unknown, prices: Prices | null, spent: Pick<Usage, 'requests' | 'milliseconds'>): Usage {
  const parsed = usageSchema.safeParse(said)
  if (!parsed.success) return { ...spent, prompt_tokens: null, completion_tokens: null, cost: null }
  const { prompt_tokens, completion_tokens, cost } = parsed.data
  const priced =
    prices === null ? null : (prompt_tokens * prices.prompt + completion_tokens * prices.completion) / 1_000_000
  return { ...spent, prompt_tokens, completion_tokens, cost: cost ?? priced }
}
