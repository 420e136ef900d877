// truce read --reader model: what a model proposes of a document, and what was not taken of it.
import type { Claim } from '@trucekeeper/claims'
import { hasErrors, type Diagnostic } from '@trucekeeper/diagnostics'
import { readWithModel, type Dropped, type Usage } from '@trucekeeper/model-reader'
import type { Dispatch } from '@trucekeeper/workspace'
import { countText } from '../show/count.ts'
import { endpointOf, pricesOf, type ModelWords } from './endpoint.ts'

export interface Proposed {
  readonly claims: readonly Claim[]
  /** Errors of the endpoint, or of the document. */
  readonly diagnostics: readonly Diagnostic[]
  /** One line each, for standard error: what was dropped, and what it cost. */
  readonly notes: readonly string[]
}

/** The proposals of a model about a dispatch that can be read; the dispatch's own errors are said by whoever read it. */
export async function proposedBy(
  words: ModelWords,
  dispatch: Dispatch,
  zone: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Proposed> {
  const endpoint = endpointOf(words, environment)
  const prices = pricesOf(environment)
  const { doc, text, published, outlet, sha256 } = dispatch
  if (hasErrors(dispatch.diagnostics) || published === null) return { claims: [], diagnostics: [], notes: [] }
  const { claims, diagnostics, dropped, usage } = await readWithModel(
    text,
    { doc, published, outlet, zone, doc_sha256: sha256 },
    endpoint,
    prices ? { prices } : {},
  )
  return {
    claims,
    diagnostics,
    notes: [...dropped.map((one) => droppedText(doc, one)), usageText(doc, claims.length, usage)],
  }
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
