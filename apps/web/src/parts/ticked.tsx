// A sentence of the page in which names of files and commands stand in backticks.
export function Ticked({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
}
