// The second reader: one document to a model, its proposals back, each held to the exact words of the document.
import type { Claim } from '@trucekeeper/claims'
import { hasErrors, lineStarts, position, type Diagnostic } from '@trucekeeper/diagnostics'
import { readReport, type ReportMeta } from '@trucekeeper/reading'
import { checkAll } from './check.ts'
import type { Dropped } from './dropped.ts'
import { checkEndpoint, type ModelEndpoint } from './endpoint.ts'
import { DEFAULT_LIMITS, type ModelLimits } from './limits.ts'
import { requestBody } from './prompt.ts'
import { replyOf, type Reply } from './reply.ts'
import { usageOf, type Prices, type Usage } from './usage.ts'
import { visibleText, type Stretch } from './visible.ts'
import { THIS_WORLD, type World } from './world.ts'

export interface ModelReading {
  /** Proposals, in the order of their words: each waits for a person (`isProposal` of `@trucekeeper/claims`). */
  readonly claims: readonly Claim[]
  /** What the model proposed and what is not handed on, with the reason. */
  readonly dropped: readonly Dropped[]
  readonly usage: Usage
  /** Errors where nothing could be read. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface ModelOptions {
  readonly limits?: Partial<ModelLimits>
  readonly prices?: Prices
  /** Stretches of the text that the page does not show: they are not sent, and cannot be quoted. */
  readonly hidden?: readonly Stretch[]
  readonly world?: World
}

/**
 * Reads one report with a model behind an OpenAI-compatible endpoint (`POST {url}/chat/completions`, structured output).
 * Never throws for what the endpoint does. Each claim quotes the text: `quote === text.slice(start, end)`, in UTF-16 units.
 */
export async function readWithModel(
  text: string,
  meta: ReportMeta,
  endpoint: ModelEndpoint,
  { limits: given, prices, hidden, world = THIS_WORLD }: ModelOptions = {},
): Promise<ModelReading> {
  const limits = { ...DEFAULT_LIMITS, ...given }
  const nothing = (diagnostics: readonly Diagnostic[], usage: Usage = UNUSED) => ({
    claims: [],
    dropped: [],
    usage,
    diagnostics,
  })
  const { diagnostics } = readReport(text, meta)
  if (hasErrors(diagnostics)) return nothing(diagnostics)
  const refused = checkEndpoint(endpoint)
  if (refused) return nothing([about(text, meta, refused)])
  if (text.length > limits.document_units) return nothing([about(text, meta, tooLong(text, limits))])
  const visible = visibleText(text, hidden)
  const begun = world.now()
  const { reply, requests } = await persisted(endpoint, requestBody(endpoint, visible.text, meta), limits, world)
  const usage = usageOf(reply.usage, prices ?? null, { requests, milliseconds: world.now() - begun })
  if (!reply.ok) return nothing([about(text, meta, reply)], usage)
  return { ...checkAll(reply.proposals, visible, meta, limits.claims), usage, diagnostics: [] }
}

const UNUSED: Usage = { requests: 0, prompt_tokens: null, completion_tokens: null, cost: null, milliseconds: 0 }

/** Asks again, after ever longer pauses, what may go better later. */
async function persisted(
  endpoint: ModelEndpoint,
  body: string,
  limits: ModelLimits,
  world: World,
): Promise<{ reply: Reply; requests: number }> {
  for (let requests = 1; ; requests++) {
    const reply = await replyOf(endpoint, body, limits, world)
    if (reply.ok || !reply.again || requests >= limits.tries) return { reply, requests }
    const pause = Math.max(reply.after_ms ?? 0, limits.pause_ms * 2 ** (requests - 1))
    await world.sleep(Math.min(pause, limits.longest_pause_ms))
  }
}

function tooLong({ length }: string, { document_units }: ModelLimits) {
  return {
    code: 'model-document-too-long',
    message: `the document has ${length} UTF-16 units, and at most ${document_units} are sent`,
    help: 'split it, or read it with the rules',
  }
}

function about(
  text: string,
  { doc }: ReportMeta,
  { code, message, help }: { code: string; message: string; help: string },
): Diagnostic {
  const start = position(lineStarts(text), 0)
  return {
    code,
    severity: 'error',
    message,
    help,
    spans: [{ file: doc, range: { start, end: start }, heading: [], label: '' }],
  }
}
