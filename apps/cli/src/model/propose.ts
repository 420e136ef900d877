// The claims of documents by the reader that is asked for: those of the rules, or what a model proposes.
import type { Claim } from '@trucekeeper/claims'
import { hasErrors } from '@trucekeeper/diagnostics'
import { readWithModel, type Dropped, type Usage } from '@trucekeeper/model-reader'
import type { Dispatch } from '@trucekeeper/workspace'
import { countText } from '../show/count.ts'
import { printDiagnostics } from '../show/diagnostics.ts'
import type { Terminal } from '../terminal.ts'
import { endpointOf, pricesOf, type ModelWords } from './endpoint.ts'

export interface ReadBy {
  readonly claims: ReadonlyMap<Dispatch, readonly Claim[]>
  /** Whether the reader could read every document that can be read. */
  readonly isWhole: boolean
}

interface Words extends ModelWords {
  readonly reader: 'rules' | 'model'
}

/**
 * Claims of each dispatch. A model is asked about those without errors, one at a time; what it proposed and what was not
 * taken, and what that cost, is said on standard error.
 */
export async function claimsBy(
  io: Terminal,
  words: Words,
  dispatches: readonly Dispatch[],
  zone: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ReadBy> {
  const claims = new Map(dispatches.map((dispatch) => [dispatch, claimsOfRules(dispatch)]))
  if (words.reader === 'rules') return { claims, isWhole: true }
  const endpoint = endpointOf(words, environment)
  const prices = pricesOf(environment)
  let isWhole = true
  for (const dispatch of dispatches) {
    claims.set(dispatch, [])
    const { doc, text, published, outlet, sha256 } = dispatch
    if (hasErrors(dispatch.diagnostics) || published === null) continue
    const meta = { doc, published, outlet, zone, doc_sha256: sha256 }
    const reading = await readWithModel(text, meta, endpoint, prices ? { prices } : {})
    claims.set(dispatch, reading.claims)
    isWhole &&= !hasErrors(reading.diagnostics)
    await printDiagnostics(io, reading.diagnostics, 'text', async () => null, io.notice)
    for (const dropped of reading.dropped) io.notice(droppedText(doc, dropped))
    io.notice(usageText(doc, reading.claims.length, reading.usage))
  }
  return { claims, isWhole }
}

function claimsOfRules({ entries }: Dispatch): readonly Claim[] {
  return entries.flatMap((entry) => (entry.type === 'claim' ? [entry.body] : []))
}

function droppedText(doc: string, { index, code, message }: Dropped): string {
  return `${doc}: proposal ${index + 1} dropped: ${message} [${code}]`
}

function usageText(doc: string, proposals: number, usage: Usage): string {
  const { requests, prompt_tokens, completion_tokens, cost, milliseconds } = usage
  const parts = [
    countText(proposals, 'proposal'),
    countText(requests, 'request'),
    prompt_tokens === null ? 'tokens not told' : `${prompt_tokens} tokens asked, ${completion_tokens ?? 0} answered`,
    cost === null ? 'cost not told' : `cost ${cost}`,
    `${(milliseconds / 1000).toFixed(1)} s`,
  ]
  return `${doc}: ${parts.join(' · ')}`
}
