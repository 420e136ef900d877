// A sentence of the language's own rules, in English everywhere, in which names stand in backticks.
import { English } from '../parts/english.tsx'

export function Ticked({ text }: { text: string }) {
  return (
    <English>
      {text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </English>
  )
}
