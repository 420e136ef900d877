// Remembers what followed from something and a question, for as long as that something is there.

/** So many questions are remembered of each; beyond them the one longest unasked for is forgotten. */
const MOST = 64

/** `make` has to follow from `basis` and `question` alone. */
export function remembering<Basis extends object, Answer>() {
  const known = new WeakMap<Basis, Map<string, Answer>>()
  return (basis: Basis, question: string, make: () => Answer): Answer => {
    const answers = known.get(basis) ?? new Map<string, Answer>()
    known.set(basis, answers)
    const answer = answers.has(question) ? answers.get(question)! : make()
    // Put at the end anew, so that the first is always the one longest unasked for.
    answers.delete(question)
    answers.set(question, answer)
    if (answers.size > MOST) answers.delete(answers.keys().next().value!)
    return answer
  }
}
