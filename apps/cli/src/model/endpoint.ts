// Where the model is, as the command and its environment say it. The key comes from the environment alone: what stands on
// a command line, every process of the machine can read.
import type { ModelEndpoint, Prices } from '@trucekeeper/model-reader'
import { Stop } from '../terminal.ts'

export interface ModelWords {
  readonly modelUrl?: string
  readonly modelName?: string
}

type Environment = Readonly<Record<string, string | undefined>>

export function endpointOf({ modelUrl, modelName }: ModelWords, environment: Environment): ModelEndpoint {
  const url = modelUrl ?? environment.TRUCE_MODEL_URL
  const model = modelName ?? environment.TRUCE_MODEL_NAME
  if (!url || !model) {
    throw new Stop(
      `nothing says ${url ? 'which model to ask' : 'where the model is'}`,
      'set TRUCE_MODEL_URL and TRUCE_MODEL_NAME, and TRUCE_MODEL_KEY where a key is needed',
    )
  }
  return { url, model, key: environment.TRUCE_MODEL_KEY || null }
}

/** `0.15,0.60`: what a million tokens cost, asked and answered; null where nothing is said. */
export function pricesOf({ TRUCE_MODEL_PRICES: said }: Environment): Prices | null {
  if (!said) return null
  const [prompt, completion, ...more] = said.split(',').map(Number)
  const isSound = [prompt, completion].every((price) => price !== undefined && price >= 0 && Number.isFinite(price))
  if (!isSound || more.length > 0)
    throw new Stop(`\`${said}\` is no pair of prices`, 'write TRUCE_MODEL_PRICES=0.15,0.60, for a million tokens each')
  return { prompt: prompt!, completion: completion! }
}
