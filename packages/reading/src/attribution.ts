// From the frames over a stretch of text to one attribution: the ultimate source, and the voice that relays it.
import type { Side } from '@trucekeeper/claims'
import { matches, type Document } from './document.ts'
import type { Frame } from './frames.ts'
import { mentionsIn } from './mentions.ts'
import { OUTLET, voiceOf, type Memory, type Voice } from './speakers.ts'
import type { Span } from './span.ts'

export interface Attribution {
  readonly voice: Voice
  readonly via: string | null
  /** The innermost frame; null where the outlet speaks. */
  readonly frame: Frame | null
}

export function attribution(document: Document, sentence: Span, chain: readonly Frame[], memory: Memory): Attribution {
  const outermost = chain[0]
  if (!outermost) return { voice: OUTLET, via: null, frame: null }
  const relay = relayedBy(document, sentence)
  let voice = voiceOf(document, outermost.subject, memory, null)
  let via: string | null = relay ?? voice.via ?? null
  for (const frame of chain.slice(1)) {
    const inner = voiceOf(document, frame.subject, memory, voice)
    if (inner === voice || sameVoice(inner, voice) || !mayRelay(voice, inner)) continue
    via = voice.speaker ?? via
    voice = inner
  }
  if (voice.speaker !== null && via === voice.speaker) via = null
  return { voice: { ...voice, via }, via, frame: chain.at(-1)! }
}

function sameVoice(a: Voice, b: Voice): boolean {
  return a.speaker === b.speaker && a.side === b.side
}

/** One's own side and those who report for a living relay; an adversary's account of another's words is its own claim. */
function mayRelay(outer: Voice, inner: Voice): boolean {
  if (inner.type === 'state' && outer.person && outer.side === inner.side) return false
  return outer.side === inner.side || outer.type === 'agency' || outer.side === 'monitor' || outer.side === 'outlet'
}

/** `in remarks carried by TASS`, `citing the army command`: the agency between the speaker and the outlet. */
function relayedBy(document: Document, sentence: Span): string | null {
  const [carried] = matches(document, document.lexicon.relay, sentence)
  if (!carried) return null
  const [agency] = mentionsIn(document, { start: carried.end, end: Math.min(sentence.end, carried.end + 80) })
  return agency?.type === 'agency' ? agency.name : null
}

/** A side whose words are `our counterparts` or `we`: known though the speaker is not. */
export function sideOfFirstPerson(document: Document, content: Span): Side {
  const said = document.folded.slice(content.start, content.end)
  if (!/\b(?:our|we)\b/.test(said)) return 'unknown'
  const [first] = mentionsIn(document, content)
  if (!first || first.type !== 'state' || first.start - content.start > 40) return 'unknown'
  return first.side
}
