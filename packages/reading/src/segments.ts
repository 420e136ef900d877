// Who answers for which words of a sentence: stretches, each under the frames that cover it, outermost first.
import type { Document } from './document.ts'
import type { Frame } from './frames.ts'
import { covers, trimmed, type Span } from './span.ts'

export interface Segment extends Span {
  /** The frames over the stretch, outermost first; empty where the outlet itself speaks. */
  readonly chain: readonly Frame[]
}

const LOOSE = /[\s,;:.-]/

/** The sentence without the heads of its frames, cut where another frame begins or ends. */
export function segmentsOf(document: Document, sentence: Span, frames: readonly Frame[]): Segment[] {
  const cuts = new Set([sentence.start, sentence.end])
  for (const { head, content, mood } of frames) {
    for (const edge of [head.start, headEnd(head, mood, content), content.start, content.end]) {
      if (edge > sentence.start && edge < sentence.end) cuts.add(edge)
    }
  }
  const edges = [...cuts].toSorted((a, b) => a - b)
  const segments: Segment[] = []
  for (let index = 0; index + 1 < edges.length; index++) {
    const span = trimmed(document.folded, { start: edges[index]!, end: edges[index + 1]! }, LOOSE)
    if (span.end - span.start < 4) continue
    if (
      frames.some(({ head, mood, content }) =>
        covers({ start: head.start, end: headEnd(head, mood, content) }, span.start),
      )
    )
      continue
    segments.push({ ...span, chain: chainAt(span.start, frames) })
  }
  return segments
}

/** Where the verb belongs to what is quoted (`urged Moscow to …`) the head ends before it. */
function headEnd(head: Span, _mood: Frame['mood'], content: Span): number {
  return Math.max(head.start, Math.min(head.end, content.start >= head.start ? content.start : head.end))
}

function chainAt(offset: number, frames: readonly Frame[]): Frame[] {
  const over = frames.filter(({ content }) => covers(content, offset))
  const after = over.filter(({ order }) => order === 'after').toReversed()
  const before: Frame[] = []
  for (const frame of over.filter(({ order }) => order === 'before')) {
    // A frame that repeats the subject of the one before it stands beside that one, not under it.
    if (frame.shares) {
      const sibling = before.pop()
      before.push({ ...frame, subject: sibling?.subject ?? sharedSubject(frame, frames) })
    } else before.push(frame)
  }
  return [...after, ...before]
}

function sharedSubject(frame: Frame, frames: readonly Frame[]): Span | null {
  return frames.filter(({ verb, subject }) => verb.start < frame.verb.start && subject !== null).at(-1)?.subject ?? null
}
