// What stands in the small boxes beside the text: a finding, or what a word says.
import type { Finding } from './messages.ts'
import type { Answers } from './messages.ts'
import { editorWords } from './words.ts'

const { findings: said } = editorWords

export function findingNode({ severity, message, help, code }: Finding['diagnostic']): HTMLElement {
  return box([
    ['p', '', `${said.severity[severity]}: ${message}`],
    ['p', 'said-help', help],
    ['p', 'said-heading', said.rule(code)],
  ])
}

export function hoverNode({ title, about, heading, sentence, prose }: NonNullable<Answers['hover']>): HTMLElement {
  return box([
    ['p', 'said-title', title],
    ['p', '', about],
    ['p', 'said-heading', heading.join(' › ')],
    ['p', '', sentence ?? ''],
    ['p', 'said-prose', prose ?? ''],
  ])
}

/** Text only, never markup: what the words hold is anybody's. */
function box(parts: readonly (readonly [tag: string, className: string, text: string])[]): HTMLElement {
  const node = document.createElement('div')
  node.className = 'said'
  for (const [tag, className, text] of parts) {
    if (text === '') continue
    const part = document.createElement(tag)
    part.className = className
    part.textContent = text
    part.dir = 'auto'
    node.append(part)
  }
  return node
}
