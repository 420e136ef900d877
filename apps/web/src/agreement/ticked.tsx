// A sentence in which names stand in backticks, as messages have them.

export function Ticked({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
}
