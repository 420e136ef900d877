// A sentence of the language's own rules, in English everywhere, in which names stand in backticks.
import { English } from '../parts/english.tsx'
import { Ticked as Sentence } from '../parts/ticked.tsx'

export function Ticked({ text }: { text: string }) {
  return (
    <English>
      <Sentence text={text} />
    </English>
  )
}
