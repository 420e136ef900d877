// From a receipt's tree to the words it rests on, and from an address to the words in their document.
import type { QuoteRef, ReceiptNode } from '@trucekeeper/api'

/** Every quote below a node, each once, in the order of the tree. */
export function quotesIn(node: ReceiptNode): QuoteRef[] {
  const seen = new Map<string, QuoteRef>()
  const visit = ({ quotes, children }: ReceiptNode) => {
    for (const quote of quotes) {
      const key = `${quote.source} ${quote.id} ${quote.start} ${quote.stance}`
      if (!seen.has(key)) seen.set(key, quote)
    }
    children.forEach(visit)
  }
  visit(node)
  return [...seen.values()]
}

export function nodeCount(node: ReceiptNode): number {
  return node.children.reduce((sum, child) => sum + nodeCount(child), 1)
}

/** The text before, in and after a passage; null when the passage does not lie in the text. */
export function splitAt(
  text: string,
  start?: number,
  end?: number,
): { before: string; quote: string; after: string } | null {
  if (start === undefined || end === undefined || start < 0 || end <= start || end > text.length) return null
  return { before: text.slice(0, start), quote: text.slice(start, end), after: text.slice(end) }
}
